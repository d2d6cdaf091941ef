/** Rows of a register in the order in which they changed. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { RegisterScope } from './scope.ts';

const headRow = z.object({
  epoch: z.string(),
  seq: z.number(),
  horizon: z.number(),
  audit_n: z.number(),
  audit_head: z.string(),
  packs: z.number(),
  last_sending: z.number().nullable(),
  retired_at: z.number().nullable(),
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
  SELECT (SELECT value FROM setting WHERE name = 'epoch') AS epoch, seq, horizon, audit_n, audit_head,
    (SELECT count(*) FROM region_pack WHERE region_pack.region_id = district.region_id) AS packs,
    (SELECT max(number) FROM submission WHERE submission.district_id = ?1 AND register_id = ?2) AS last_sending,
    (SELECT retired_at FROM register WHERE register.district_id = ?1 AND register.id = ?2) AS retired_at
  FROM district WHERE id = ?1`;

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
    db.prepare(HEAD).bind(districtId, registerId),
    db.prepare(PAGE).bind(districtId, registerId, after.seq, after.row, limit),
  ]);
  const [now] = rowsOf(headRow, head);
  if (now === undefined) throw new Error('a scope names a district that does not exist');
  return { head: now, rows: rowsOf(changedRow, rows) };
}
