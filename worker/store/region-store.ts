/** Regions and their districts. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { RegionScope } from './scope.ts';

const ADD_REGION = 'INSERT INTO region (id, title) VALUES (?, ?) ON CONFLICT DO NOTHING';
const ADD_DISTRICT = `
  INSERT INTO district (id, region_id, title) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`;

/** Adds a region; one that exists stays as it is. */
export async function addRegion(db: SqlDatabase, scope: RegionScope, title: string): Promise<void> {
  await db.prepare(ADD_REGION).bind(scope.regionId, title).run();
}

/** Adds a district to the region; false when the id is taken. */
export async function addDistrict(
  db: SqlDatabase,
  scope: RegionScope,
  district: { readonly id: string; readonly title: string },
): Promise<boolean> {
  const { results } = await db.prepare(ADD_DISTRICT).bind(district.id, scope.regionId, district.title).all();
  return results.length === 1;
}

const placeRow = z.object({ id: z.string(), title: z.string() });
const REGION = 'SELECT id, title FROM region WHERE id = ?';
const DISTRICTS = 'SELECT id, title FROM district WHERE region_id = ? AND archived_at IS NULL ORDER BY title';

export interface RegionPlace {
  readonly id: string;
  readonly title: string;
  readonly districts: readonly { readonly id: string; readonly title: string }[];
}

/** A region with its working districts, for a sign-in that is verified elsewhere; null when there is none. */
export async function readRegionPlace(db: SqlDatabase, regionId: string): Promise<RegionPlace | null> {
  const [region, districts] = await db.batch([db.prepare(REGION).bind(regionId), db.prepare(DISTRICTS).bind(regionId)]);
  const [found] = rowsOf(placeRow, region);
  return found === undefined ? null : { ...found, districts: rowsOf(placeRow, districts) };
}
