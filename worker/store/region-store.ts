/** Regions and their districts. */
import type { SqlDatabase } from './database.ts';
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
