/** Districts of a region as its administrator sees them, archived ones too. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegionScope } from './scope.ts';

const districtRow = z
  .object({ id: z.string(), title: z.string(), archived_at: z.number().nullable() })
  .transform(({ archived_at, ...row }) => ({ ...row, archivedAt: archived_at }));

export type District = z.output<typeof districtRow>;

const LIST = 'SELECT id, title, archived_at FROM district WHERE region_id = ? ORDER BY title LIMIT 2000';
const IS_TAKEN = 'SELECT id, title, archived_at FROM district WHERE id = ?';
const ADD = 'INSERT INTO district (id, region_id, title) VALUES (?, ?, ?)';
const CHANGE = 'UPDATE district SET title = ?, archived_at = ? WHERE region_id = ? AND id = ?';

/** By title, archived ones too; at most 2,000. */
export async function listDistricts(db: SqlDatabase, scope: RegionScope): Promise<readonly District[]> {
  return rowsOf(districtRow, await db.prepare(LIST).bind(scope.regionId).all());
}

/** Whether all of these ids are districts of the region, archived ones too. */
export async function areDistricts(db: SqlDatabase, scope: RegionScope, ids: readonly string[]): Promise<boolean> {
  const known = new Set((await listDistricts(db, scope)).map(({ id }) => id));
  return ids.every((id) => known.has(id));
}

/** Ids are one name space for all regions of a database; nothing else of another region is told. */
export async function isDistrictIdTaken(db: SqlDatabase, id: string): Promise<boolean> {
  return rowsOf(districtRow, await db.prepare(IS_TAKEN).bind(id).all()).length > 0;
}

/** For the batch that says so in the audit. Fails where the id is taken. */
export function addDistrictStatement(
  db: SqlDatabase,
  scope: RegionScope,
  { id, title }: { readonly id: string; readonly title: string },
): SqlStatement {
  return db.prepare(ADD).bind(id, scope.regionId, title);
}

/** For the batch that says so in the audit; a district of another region is not touched. */
export function changeDistrictStatement(db: SqlDatabase, scope: RegionScope, district: District): SqlStatement {
  return db.prepare(CHANGE).bind(district.title, district.archivedAt, scope.regionId, district.id);
}
