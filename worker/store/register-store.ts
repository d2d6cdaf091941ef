/** The registers of a district. */
import * as z from 'zod';
import type { ListedRegister } from '../../shared/sync/access-wire.ts';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import { auditStatements, HEAD_COLUMNS, headFields, headOf } from './district-head.ts';
import type { DistrictScope, RegisterScope } from './scope.ts';

const listedRegister = z
  .object({
    id: z.string(),
    created_at: z.number(),
    retired_at: z.number().nullable(),
    number: z.number().nullable(),
    at: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
    lastSending: row.number === null || row.at === null ? null : { number: row.number, at: row.at },
  }));

/** The last submission of each `register` of a SELECT, to be joined. */
export const LAST_SUBMISSION = `submission AS last ON last.district_id = register.district_id AND last.number = (
    SELECT max(number) FROM submission
    WHERE submission.district_id = register.district_id AND submission.register_id = register.id)`;

const LIST = `
  SELECT register.id, register.created_at, register.retired_at, last.number, last.at
  FROM register LEFT JOIN ${LAST_SUBMISSION}
  WHERE register.district_id = ? ORDER BY register.retired_at IS NOT NULL, register.created_at, register.id LIMIT 500`;

/** The registers of a district: those that work first, then the closed ones, oldest first; at most 500. */
export async function listRegisters(db: SqlDatabase, scope: DistrictScope): Promise<readonly ListedRegister[]> {
  return rowsOf(listedRegister, await db.prepare(LIST).bind(scope.districtId).all());
}

/** How many registers of the district ?1 work, for a SELECT. */
export const WORKING_REGISTERS =
  '(SELECT count(*) FROM register AS counted WHERE counted.district_id = ?1 AND counted.retired_at IS NULL)';

const stateRow = z.object({ ...headFields, retired_at: z.number().nullable() });

const STATE = `
  SELECT ${HEAD_COLUMNS}, register.retired_at
  FROM register JOIN district ON district.id = register.district_id
  WHERE register.district_id = ? AND register.id = ?`;

/** Whether a register is closed, and the district's numbers; null when there is no such register. */
export async function readRegister(db: SqlDatabase, scope: RegisterScope) {
  const [row] = rowsOf(stateRow, await db.prepare(STATE).bind(scope.districtId, scope.registerId).all());
  if (row === undefined) return null;
  return { retiredAt: row.retired_at, head: headOf(row) };
}

const RETIRE = 'UPDATE register SET retired_at = ? WHERE district_id = ? AND id = ? AND retired_at IS NULL';

/** Closes a register and says so in the audit, in one batch. Rejects when the audit's number is taken. */
export async function writeRetirement(
  db: SqlDatabase,
  scope: RegisterScope,
  { at, link, seq }: { readonly at: number; readonly link: ChainLink; readonly seq: number },
): Promise<void> {
  await db.batch([
    db.prepare(RETIRE).bind(at, scope.districtId, scope.registerId),
    ...auditStatements(db, scope, [link], seq),
  ]);
}
