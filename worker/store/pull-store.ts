/** Rows of a register in the order in which they changed, and who changed them. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import { districtRowOf, HEAD_COLUMNS, headFields } from './district-head.ts';
import type { RegisterScope } from './scope.ts';

const headRow = z.object({
  ...headFields,
  horizon: z.number(),
  packs: z.number(),
  last_sending: z.number().nullable(),
  retired_at: z.number().nullable(),
  /** JSON list of [seq, time, name]: the pushes that wrote the page. */
  writers: z.string(),
});
const changedRow = z.object({
  id: z.string(),
  kind: z.string(),
  version: z.number(),
  seq: z.number(),
  payload: z.string().nullable(),
});
const writerList = z.array(z.tuple([z.number(), z.number(), z.string().nullable()]));

export type ChangedRow = z.infer<typeof changedRow>;

/** Who wrote rows, and when (ms since 1970). Null: nobody whom an administrator has named. */
export interface Writer {
  readonly at: number;
  readonly by: string | null;
}

export interface PullState {
  readonly head: Omit<z.infer<typeof headRow>, 'writers'>;
  readonly rows: readonly ChangedRow[];
  /** By seq. A push that is past its term is not among them. */
  readonly writers: ReadonlyMap<number, Writer>;
}

/** The cursor is judged inside the statements, so that page and head are of one moment. */
const AFTER = 'WHERE district_id = ?1 AND register_id = ?2 AND (seq, id) > (?3, ?4) ORDER BY seq, id LIMIT ?5';

/**
 * Looked up once for each push, not for each row: a page has many rows of few pushes, and a push's kept answer makes it
 * slow to read. A key of a person goes by the person's name as it is now.
 */
const WRITERS = `
  SELECT json_group_array(json_array(push.seq, at, coalesce(person.name, token.name)))
  FROM (SELECT DISTINCT seq FROM (SELECT seq FROM register_row ${AFTER})) AS page
  CROSS JOIN push ON push.district_id = ?1 AND push.seq = page.seq
  LEFT JOIN access_token AS token ON token.id = push.actor
  LEFT JOIN person ON person.region_id = token.region_id AND person.id = token.person_id`;

const HEAD = `
  SELECT ${HEAD_COLUMNS}, horizon,
    (SELECT count(*) FROM region_pack WHERE region_pack.region_id = district.region_id) AS packs,
    (SELECT max(number) FROM submission WHERE submission.district_id = ?1 AND register_id = ?2) AS last_sending,
    (SELECT retired_at FROM register WHERE register.district_id = ?1 AND register.id = ?2) AS retired_at,
    (${WRITERS}) AS writers
  FROM district WHERE id = ?1`;

const PAGE = `SELECT id, kind, version, seq, payload FROM register_row ${AFTER}`;

/** The district's numbers and one page of rows after (seq, row). */
export async function readPage(
  db: SqlDatabase,
  scope: RegisterScope,
  after: { readonly seq: number; readonly row: string },
  limit: number,
): Promise<PullState> {
  const place = [scope.districtId, scope.registerId, after.seq, after.row, limit];
  const [head, rows] = await db.batch([db.prepare(HEAD).bind(...place), db.prepare(PAGE).bind(...place)]);
  const now = districtRowOf(headRow, head);
  const writers = writerList.parse(JSON.parse(now.writers)).map(([seq, at, by]) => [seq, { at, by }] as const);
  return { head: now, rows: rowsOf(changedRow, rows), writers: new Map(writers) };
}
