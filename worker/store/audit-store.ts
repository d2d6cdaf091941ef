/** The audit chain of a district, for reading. It is written by pushes and submissions only. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { DistrictScope } from './scope.ts';

const linkRow = z.object({ n: z.number(), entry: z.string(), hash: z.string() });

const PAGE = 'SELECT n, entry, hash FROM audit WHERE district_id = ? AND n > ? ORDER BY n LIMIT ?';

/** Links after a number, in order. */
export async function readLinks(
  db: SqlDatabase,
  scope: DistrictScope,
  after: number,
  limit: number,
): Promise<readonly z.output<typeof linkRow>[]> {
  return rowsOf(linkRow, await db.prepare(PAGE).bind(scope.districtId, after, limit).all());
}
