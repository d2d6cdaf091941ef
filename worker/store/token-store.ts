/** Access tokens and what they reach. Only hashes are kept. */
import { z } from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';
import type { RegionScope } from './scope.ts';

const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['admin', 'manager', 'operator', 'auditor']),
  region_id: z.string(),
  region_title: z.string(),
  districts: z.string().nullable(),
  expires_at: z.number().nullable(),
  revoked_at: z.number().nullable(),
  /** JSON list of {id, title}: the districts of the region. */
  region_districts: z.string(),
});

const districtList = z.array(z.object({ id: z.string(), title: z.string() }));
const idList = z.array(z.string());

export interface TokenRecord {
  readonly id: string;
  readonly name: string;
  readonly role: z.infer<typeof tokenRow>['role'];
  readonly region: { readonly id: string; readonly title: string };
  /** Districts within reach, in order of their titles. */
  readonly districts: readonly { readonly id: string; readonly title: string }[];
  readonly isRegionWide: boolean;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

const FIND = `
  SELECT token.id, token.name, token.role, token.region_id, region.title AS region_title, token.districts,
    token.expires_at, token.revoked_at,
    (SELECT json_group_array(json_object('id', district.id, 'title', district.title))
      FROM district WHERE district.region_id = token.region_id) AS region_districts
  FROM access_token AS token JOIN region ON region.id = token.region_id
  WHERE token.hash = ?`;

/** The token with this hash, whatever its state, or null. The one query before a scope is known. */
export async function findToken(db: SqlDatabase, hash: string): Promise<TokenRecord | null> {
  const [row] = rowsOf(tokenRow, await db.prepare(FIND).bind(hash).all());
  if (row === undefined) return null;
  const inRegion = districtList.parse(JSON.parse(row.region_districts));
  const own = row.districts === null ? null : new Set(idList.parse(JSON.parse(row.districts)));
  const districts = inRegion.filter(({ id }) => own === null || own.has(id));
  districts.sort((a, b) => a.title.localeCompare(b.title, 'ru'));
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    region: { id: row.region_id, title: row.region_title },
    districts,
    isRegionWide: own === null,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

export interface NewToken {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly role: TokenRecord['role'];
  /** Null: the whole region. */
  readonly districts: readonly string[] | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
}

const ADD = `
  INSERT INTO access_token (id, hash, region_id, name, role, districts, created_at, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Keeps a new token of the region. */
export async function addToken(db: SqlDatabase, scope: RegionScope, token: NewToken): Promise<void> {
  const districts = token.districts === null ? null : JSON.stringify(token.districts);
  await db
    .prepare(ADD)
    .bind(token.id, token.hash, scope.regionId, token.name, token.role, districts, token.createdAt, token.expiresAt)
    .run();
}

const LIST = `
  SELECT id, name, role, districts, created_at, expires_at, revoked_at FROM access_token
  WHERE region_id = ? ORDER BY created_at, id LIMIT 1000`;

const listedToken = z
  .object({
    id: z.string(),
    name: z.string(),
    role: tokenRow.shape.role,
    districts: z.string().nullable(),
    created_at: z.number(),
    expires_at: z.number().nullable(),
    revoked_at: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    districts: row.districts === null ? null : idList.parse(JSON.parse(row.districts)),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }));

/** All tokens of the region, without their hashes. */
export async function listTokens(db: SqlDatabase, scope: RegionScope) {
  return rowsOf(listedToken, await db.prepare(LIST).bind(scope.regionId).all());
}

const REVOKE = `
  UPDATE access_token SET revoked_at = coalesce(revoked_at, ?) WHERE region_id = ? AND id = ? RETURNING id`;

/** Revokes a token of the region for ever; false when there is none with this id. */
export async function revokeToken(db: SqlDatabase, scope: RegionScope, id: string, at: number): Promise<boolean> {
  const { results } = await db.prepare(REVOKE).bind(at, scope.regionId, id).all();
  return results.length === 1;
}
