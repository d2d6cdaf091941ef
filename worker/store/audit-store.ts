/** The audit chain of a district, for reading. It is written by pushes and submissions only. */
import * as z from 'zod';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { DistrictScope } from './scope.ts';

/** A link of an audit chain, of a district's or of a region's, as it is kept and told. */
export const linkSchema = z.object({ n: z.number(), entry: z.string(), hash: z.string() });

const PAGE = 'SELECT n, entry, hash FROM audit WHERE district_id = ? AND n > ? ORDER BY n LIMIT ?';

/** Links after a number, in order. */
export async function readLinks(
  db: SqlDatabase,
  scope: DistrictScope,
  after: number,
  limit: number,
): Promise<readonly ChainLink[]> {
  return rowsOf(linkSchema, await db.prepare(PAGE).bind(scope.districtId, after, limit).all());
}
