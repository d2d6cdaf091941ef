/** What the rules over several districts need beside the shared fingerprints, in few rows. */
import * as z from 'zod';
import { MOVED_WITHIN_REGION } from '../../shared/rules/region/transfer-unmatched.ts';
import { rowsOf, type SqlDatabase } from './database.ts';
import { bearersOf, CASE_FIELDS, casesOf, crowdedStatement, IS_CROWDED, type SharedCase } from './duplicate-store.ts';
import type { RegionScope } from './scope.ts';

const loadRow = z.object({
  curator: z.string(),
  district_id: z.string(),
  title: z.string(),
  level: z.string(),
  open: z.number(),
});
const staffRow = z.object({
  district_id: z.string(),
  row_id: z.string(),
  name: z.string().nullable(),
  rate: z.union([z.number(), z.string()]).nullable(),
  sealed: z.string().nullable(),
});

export type CuratorLoad = z.infer<typeof loadRow>;
export type StaffLine = z.infer<typeof staffRow>;

const LIVE = `
  district CROSS JOIN register ON register.district_id = district.id AND register.retired_at IS NULL`;
const HERE = 'region_id = ?1 AND archived_at IS NULL';
/** Families that moved within the region: an index of its own holds them. */
const MOVED = `
  SELECT ${CASE_FIELDS} FROM ${LIVE}
  CROSS JOIN register_row INDEXED BY register_row_moved
    ON register_row.district_id = register.district_id AND register_row.register_id = register.id
  WHERE ${HERE} AND coalesce(payload ->> '$.closeReason', payload ->> '$.result') = '${MOVED_WITHIN_REGION}'
  ORDER BY district.title, district.id, register_row.register_id, register_row.id LIMIT 20000`;
/** Open cases at the end of the month, of curators with cases in two districts or more. */
const LOADS = `
  WITH load AS MATERIALIZED (
    SELECT value AS curator, district.id AS district_id, title, level, sum(stock) AS open
    FROM ${LIVE} CROSS JOIN counter ON counter.district_id = register.district_id
      AND counter.register_id = register.id AND cut = 'curator' AND month <= ?2
    WHERE ${HERE} AND value <> '' GROUP BY 1, 2, 4 HAVING sum(stock) > 0)
  SELECT curator, district_id, title, level, open FROM load
  WHERE curator IN (SELECT curator FROM load GROUP BY curator HAVING count(DISTINCT district_id) > 1)
  ORDER BY title, district_id, curator, level`;
const STAFF = `
  SELECT register_row.district_id, register_row.id AS row_id, payload ->> '$.name' AS name, payload ->> '$.rate' AS rate,
    payload ->> '$."sealed.name"' AS sealed
  FROM ${LIVE} CROSS JOIN register_row INDEXED BY register_row_staff
    ON register_row.district_id = register.district_id AND register_row.register_id = register.id
  WHERE ${HERE} AND kind = 'specialists' AND payload IS NOT NULL`;

const CROWDED_CASES = `SELECT count(*) AS cases FROM (${bearersOf(IS_CROWDED)}) AS found`;
const crowdedCasesRow = z.object({ cases: z.number() });

export interface RegionCheckRows {
  /** Cases with a fingerprint that too many others have: by it they are not compared. */
  readonly crowded: number;
  readonly moved: readonly SharedCase[];
  readonly loads: readonly CuratorLoad[];
  readonly staff: readonly StaffLine[];
}

/** `month`: "2026-10", the last that counts. */
export async function readRegionCheck(
  db: SqlDatabase,
  { regionId }: RegionScope,
  month: string,
): Promise<RegionCheckRows> {
  const [crowded, moved, loads, staff, crowdedCases] = await db.batch([
    crowdedStatement(db, regionId),
    db.prepare(MOVED).bind(regionId),
    db.prepare(LOADS).bind(regionId, month),
    db.prepare(STAFF).bind(regionId),
    db.prepare(CROWDED_CASES).bind(regionId),
  ]);
  return {
    crowded: rowsOf(crowdedCasesRow, crowdedCases)[0]?.cases ?? 0,
    moved: casesOf(crowded, [moved]),
    loads: rowsOf(loadRow, loads),
    staff: rowsOf(staffRow, staff),
  };
}
