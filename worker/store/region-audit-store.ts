/** The audit chain of a region: one link for each deed of an administrator, in the same batch as the deed. */
import * as z from 'zod';
import type { ChainLink } from '../../shared/sync/audit-chain.ts';
import { linkSchema } from './audit-store.ts';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegionScope } from './scope.ts';

const headRow = z.object({ audit_n: z.number(), audit_head: z.string() });

const HEAD = 'SELECT audit_n, audit_head FROM region WHERE id = ?';
const ADD_LINKS = `
  INSERT INTO region_audit (region_id, n, entry, hash)
  SELECT ?1, value ->> 'n', value ->> 'entry', value ->> 'hash' FROM json_each(?2)`;
const MOVE_HEAD = 'UPDATE region SET audit_n = ?2, audit_head = ?3 WHERE id = ?1';
const PAGE = 'SELECT n, entry, hash FROM region_audit WHERE region_id = ? AND n > ? ORDER BY n LIMIT ?';

/** The last link's number and hash; 0 and empty before the first. */
export async function readRegionHead(
  db: SqlDatabase,
  scope: RegionScope,
): Promise<{ readonly n: number; readonly hash: string }> {
  const [row] = rowsOf(headRow, await db.prepare(HEAD).bind(scope.regionId).all());
  if (row === undefined) throw new Error('a scope names a region that does not exist');
  return { n: row.audit_n, hash: row.audit_head };
}

/** Writes deeds and their links as a whole. Rejects with a «number taken» error when another deed came first. */
export async function writeDeeds(
  db: SqlDatabase,
  scope: RegionScope,
  statements: readonly SqlStatement[],
  links: readonly ChainLink[],
): Promise<void> {
  const last = links.at(-1);
  if (last === undefined) throw new Error('a deed without a link is not written');
  await db.batch([
    ...jsonChunks(links).map((part) => db.prepare(ADD_LINKS).bind(scope.regionId, part)),
    ...statements,
    db.prepare(MOVE_HEAD).bind(scope.regionId, last.n, last.hash),
  ]);
}

/** Links after a number, in order. */
export async function readRegionLinks(db: SqlDatabase, scope: RegionScope, after: number, limit: number) {
  return rowsOf(linkSchema, await db.prepare(PAGE).bind(scope.regionId, after, limit).all());
}
