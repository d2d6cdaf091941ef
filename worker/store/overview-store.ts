/** All districts of a region with the last submission of each of their registers. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import { LAST_SUBMISSION } from './register-store.ts';
import type { RegionScope } from './scope.ts';

const row = z.object({
  district_id: z.string(),
  title: z.string(),
  register_id: z.string().nullable(),
  number: z.number().nullable(),
  at: z.number().nullable(),
  as_of: z.string().nullable(),
  summary: z.string().nullable(),
});

export type OverviewRow = z.infer<typeof row>;

const OVERVIEW = `
  SELECT district.id AS district_id, district.title, register.id AS register_id,
    last.number, last.at, last.as_of, last.summary
  FROM district
  LEFT JOIN register ON register.district_id = district.id AND register.retired_at IS NULL
  LEFT JOIN ${LAST_SUBMISSION}
  WHERE district.region_id = ? AND district.archived_at IS NULL
  ORDER BY district.id, register.created_at`;

/** A row per district and register; districts without a register have one row. */
export async function readOverview(db: SqlDatabase, scope: RegionScope): Promise<readonly OverviewRow[]> {
  return rowsOf(row, await db.prepare(OVERVIEW).bind(scope.regionId).all());
}
