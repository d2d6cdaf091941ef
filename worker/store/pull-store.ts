/** Rows of a register in the order in which they changed. */
import { z } from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { RegisterScope } from './scope.ts';

const headRow = z.object({
  epoch: z.string(),
  seq: z.number(),
  horizon: z.number(),
  audit_n: z.number(),
  audit_head: z.string(),
});
const changedRow = z.object({
  id: z.string(),
  kind: z.string(),
  version: z.number(),
  seq: z.number(),
  payload: z.string().nullable(),
});

export type ChangedRow = z.infer<typeof changedRow>;

export interface PullState {
  readonly head: z.infer<typeof headRow>;
  readonly rows: readonly ChangedRow[];
}

const HEAD = `
  SELECT (SELECT value FROM setting WHERE name = 'epoch') AS epoch, seq, horizon, audit_n, audit_head
  FROM district WHERE id = ?`;

/** The cursor is judged inside the statement, so that page and head are of one moment. */
const PAGE = `
  SELECT id, kind, version, seq, payload FROM register_row
  WHERE district_id = ?1 AND register_id = ?2 AND (seq, id) > (?3, ?4)
  ORDER BY seq, id LIMIT ?5`;

/** The district's numbers and one page of rows after (seq, row). */
export async function readPage(
  db: SqlDatabase,
  scope: RegisterScope,
  after: { readonly seq: number; readonly row: string },
  limit: number,
): Promise<PullState> {
  const { districtId, registerId } = scope;
  const [head, rows] = await db.batch([
    db.prepare(HEAD).bind(districtId),
    db.prepare(PAGE).bind(districtId, registerId, after.seq, after.row, limit),
  ]);
  const [now] = rowsOf(headRow, head);
  if (now === undefined) throw new Error('a scope names a district that does not exist');
  return { head: now, rows: rowsOf(changedRow, rows) };
}

const registerRow = z
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

export type RegisterRecord = z.output<typeof registerRow>;

const REGISTERS = `
  SELECT register.id, register.created_at, register.retired_at, last.number, last.at
  FROM register LEFT JOIN submission AS last ON last.district_id = register.district_id AND last.number = (
    SELECT max(number) FROM submission
    WHERE submission.district_id = register.district_id AND submission.register_id = register.id)
  WHERE register.district_id = ? ORDER BY register.created_at, register.id LIMIT 500`;

/** The registers of a district. */
export async function listRegisters(
  db: SqlDatabase,
  scope: { readonly districtId: string },
): Promise<readonly RegisterRecord[]> {
  return rowsOf(registerRow, await db.prepare(REGISTERS).bind(scope.districtId).all());
}
