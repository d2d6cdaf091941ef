/** The families of a region, register by register. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import { LAST_SUBMISSION } from './register-store.ts';
import type { RegionScope } from './scope.ts';

const registerRow = z
  .object({ district_id: z.string(), register_id: z.string(), families: z.number() })
  .transform(({ district_id, register_id, families }) => ({ district: district_id, register: register_id, families }));
const familyRow = z.object({ id: z.string(), version: z.number(), payload: z.string() });

const REGISTERS = `
  SELECT district.id AS district_id, register.id AS register_id, coalesce(last.summary ->> '$.cases', 0) AS families
  FROM district
  JOIN register ON register.district_id = district.id AND register.retired_at IS NULL
  LEFT JOIN ${LAST_SUBMISSION}
  WHERE district.region_id = ?1 AND district.archived_at IS NULL AND (?2 IS NULL OR district.id = ?2)
  ORDER BY district.id, register.id`;
/** The district is looked up in the region once more: rows of another region are never read. */
const FAMILIES = `
  SELECT register_row.id, version, payload FROM district
  CROSS JOIN register_row ON register_row.district_id = district.id AND register_id = ?3 AND register_row.id > ?4
  WHERE district.region_id = ?1 AND district.id = ?2 AND kind = 'families' AND payload IS NOT NULL
  ORDER BY register_row.id LIMIT ?5`;

export type RegionRegister = z.output<typeof registerRow>;

/** The registers in use, in the order in which they are walked. Null: of all districts. */
export async function readRegionRegisters(
  db: SqlDatabase,
  { regionId }: RegionScope,
  district: string | null,
): Promise<readonly RegionRegister[]> {
  return rowsOf(registerRow, await db.prepare(REGISTERS).bind(regionId, district).all());
}

export interface FamiliesWish {
  readonly district: string;
  readonly register: string;
  /** Id of the last row that is known; empty from the beginning. */
  readonly after: string;
  readonly limit: number;
}

/** Families of one register, in the order of their ids. */
export async function readFamilies(
  db: SqlDatabase,
  { regionId }: RegionScope,
  { district, register, after, limit }: FamiliesWish,
): Promise<readonly z.output<typeof familyRow>[]> {
  return rowsOf(familyRow, await db.prepare(FAMILIES).bind(regionId, district, register, after, limit).all());
}
