/** The rows of a district that cases are counted from, with what the last sending of each register found and was judged by. */
import * as z from 'zod';
import { dayOfIso, type Day } from '../../shared/domain/day.ts';
import type { CaseRow } from './counter-store.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import { LAST_SUBMISSION } from './register-store.ts';
import type { DistrictScope } from './scope.ts';

const registerRow = z.object({
  id: z.string(),
  as_of: z.string().nullable(),
  pack: z.string().nullable(),
  summary: z.string().nullable(),
});
const caseRow = z.object({ register_id: z.string(), id: z.string(), kind: z.string(), payload: z.string() });

const REGISTERS = `
  SELECT register.id, last.as_of, last.pack, last.summary FROM register
  LEFT JOIN ${LAST_SUBMISSION}
  WHERE register.district_id = ? AND register.retired_at IS NULL ORDER BY register.created_at, register.id`;
const ROWS = `
  SELECT register_id, register_row.id, kind, payload FROM register
  JOIN register_row ON register_row.district_id = register.district_id AND register_id = register.id
  WHERE register.district_id = ? AND retired_at IS NULL AND payload IS NOT NULL AND kind IN ('families', 'visits')`;

const ERRORS = `
  SELECT finding.register_id, row_id, rule FROM register
  JOIN finding ON finding.district_id = register.district_id AND finding.register_id = register.id
  WHERE register.district_id = ? AND retired_at IS NULL AND severity = 'error' ORDER BY finding.register_id, n`;
const errorRow = z
  .object({ register_id: z.string(), row_id: z.string().nullable(), rule: z.string() })
  .transform(({ register_id, row_id, rule }) => ({ register: register_id, row: row_id, rule }));

/** The errors of the last sendings, in the order of each register. */
export async function readDistrictErrors(
  db: SqlDatabase,
  scope: DistrictScope,
): Promise<readonly z.output<typeof errorRow>[]> {
  return rowsOf(errorRow, await db.prepare(ERRORS).bind(scope.districtId).all());
}

export interface RegisterCases {
  readonly register: string;
  /** Null before the first sending. */
  readonly asOf: Day | null;
  readonly pack: string | null;
  /** What the last sending came to, as JSON (services/summary.ts). */
  readonly summary: string | null;
  readonly rows: readonly CaseRow[];
}

/** The registers in use, oldest first. */
export async function readDistrictCaseRows(db: SqlDatabase, scope: DistrictScope): Promise<readonly RegisterCases[]> {
  const [registers, rows] = await db.batch([
    db.prepare(REGISTERS).bind(scope.districtId),
    db.prepare(ROWS).bind(scope.districtId),
  ]);
  const byRegister = Map.groupBy(rowsOf(caseRow, rows), ({ register_id }) => register_id);
  return rowsOf(registerRow, registers).map(({ id, as_of, pack, summary }) => ({
    register: id,
    asOf: as_of === null ? null : dayOfIso(as_of),
    pack,
    summary,
    rows: byRegister.get(id) ?? [],
  }));
}
