/** The registers of a district that cases are counted from, with what the last sending of each found and was judged by. */
import * as z from 'zod';
import { dayOfIso, type Day } from '../../shared/domain/day.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import { LAST_SUBMISSION } from './register-store.ts';
import type { DistrictScope, RegisterScope } from './scope.ts';

const registerRow = z.object({
  id: z.string(),
  as_of: z.string().nullable(),
  pack: z.string().nullable(),
  summary: z.string().nullable(),
});

const REGISTERS = `
  SELECT register.id, last.as_of, last.pack, last.summary FROM register
  LEFT JOIN ${LAST_SUBMISSION}
  WHERE register.district_id = ? AND register.retired_at IS NULL ORDER BY register.created_at, register.id`;

const ERRORS = `
  SELECT row_id, rule FROM finding
  WHERE district_id = ? AND register_id = ? AND severity = 'error' ORDER BY n`;
const errorRow = z
  .object({ row_id: z.string().nullable(), rule: z.string() })
  .transform(({ row_id, rule }) => ({ row: row_id, rule }));
export type RowError = z.output<typeof errorRow>;

/** The errors of the last sending of a register, in its order. */
export async function readErrors(
  db: SqlDatabase,
  { districtId, registerId }: RegisterScope,
): Promise<readonly RowError[]> {
  return rowsOf(errorRow, await db.prepare(ERRORS).bind(districtId, registerId).all());
}

export interface JudgedRegister {
  readonly register: string;
  /** Null before the first sending. */
  readonly asOf: Day | null;
  readonly pack: string | null;
  /** What the last sending came to, as JSON (services/summary.ts). */
  readonly summary: string | null;
}

/** The registers in use, oldest first. */
export async function readJudgedRegisters(db: SqlDatabase, scope: DistrictScope): Promise<readonly JudgedRegister[]> {
  const rows = rowsOf(registerRow, await db.prepare(REGISTERS).bind(scope.districtId).all());
  return rows.map(({ id, as_of, pack, summary }) => ({
    register: id,
    asOf: as_of === null ? null : dayOfIso(as_of),
    pack,
    summary,
  }));
}
