/** Access tokens and what they reach. Only hashes are kept. */
import * as z from 'zod';
import { roleSchema, type AdminKey, type Role } from '../../shared/sync/access-wire.ts';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegionScope } from './scope.ts';

const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  region_id: z.string(),
  region_title: z.string(),
  districts: z.string().nullable(),
  expires_at: z.number().nullable(),
  revoked_at: z.number().nullable(),
  /** JSON list of {id, title}: the districts of the region. */
  region_districts: z.string(),
  last_used_at: z.number().nullable(),
});

const districtList = z.array(z.object({ id: z.string(), title: z.string() }));
const idList = z.array(z.string());

export interface TokenRecord {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly region: { readonly id: string; readonly title: string };
  /** Districts within reach, in order of their titles. */
  readonly districts: readonly { readonly id: string; readonly title: string }[];
  readonly isRegionWide: boolean;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

/** A key of a person has the person's name, role and districts as they are now, and ends with the person. */
const FIND = `
  SELECT token.id, coalesce(person.name, token.name) AS name, coalesce(person.role, token.role) AS role,
    token.region_id, region.title AS region_title,
    iif(person.id IS NULL, token.districts, person.districts) AS districts,
    token.expires_at, coalesce(token.revoked_at, person.archived_at) AS revoked_at, token.last_used_at,
    (SELECT json_group_array(json_object('id', district.id, 'title', district.title))
      FROM district WHERE district.region_id = token.region_id AND district.archived_at IS NULL) AS region_districts
  FROM access_token AS token JOIN region ON region.id = token.region_id
  LEFT JOIN person ON person.region_id = token.region_id AND person.id = token.person_id
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
    lastUsedAt: row.last_used_at,
  };
}

const NOTE_USE = 'UPDATE access_token SET last_used_at = ? WHERE region_id = ? AND id = ?';

/** Notes when a key was used. */
export async function noteUse(db: SqlDatabase, token: TokenRecord, at: number): Promise<void> {
  await db.prepare(NOTE_USE).bind(at, token.region.id, token.id).run();
}

export interface NewToken {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly role: Role;
  /** Null: the whole region. */
  readonly districts: readonly string[] | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly person?: string | null;
}

const ADD = `
  INSERT INTO access_token (id, hash, region_id, name, role, districts, created_at, expires_at, person_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The statement that keeps a new token of the region. */
export function addTokenStatement(db: SqlDatabase, scope: RegionScope, token: NewToken): SqlStatement {
  const { id, hash, name, role, createdAt, expiresAt, person = null } = token;
  const districts = token.districts === null ? null : JSON.stringify(token.districts);
  return db.prepare(ADD).bind(id, hash, scope.regionId, name, role, districts, createdAt, expiresAt, person);
}

/** Keeps a new token of the region. */
export async function addToken(db: SqlDatabase, scope: RegionScope, token: NewToken): Promise<void> {
  await addTokenStatement(db, scope, token).run();
}

const LISTED = 'id, name, role, districts, created_at, expires_at, revoked_at, person_id, last_used_at';
/** Keys are never removed, so over the years they outgrow any list: those that can still open a door come first. */
const LIST = `
  SELECT ${LISTED} FROM access_token WHERE region_id = ?1
  ORDER BY revoked_at IS NOT NULL OR coalesce(expires_at <= ?2, 0), created_at DESC, id LIMIT 1000`;
const ONE = `SELECT ${LISTED} FROM access_token WHERE region_id = ? AND id = ?`;

const listedToken = z
  .object({
    id: z.string(),
    name: z.string(),
    role: roleSchema,
    districts: z.string().nullable(),
    created_at: z.number(),
    expires_at: z.number().nullable(),
    revoked_at: z.number().nullable(),
    person_id: z.string().nullable(),
    last_used_at: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    districts: row.districts === null ? null : idList.parse(JSON.parse(row.districts)),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    person: row.person_id,
    lastUsedAt: row.last_used_at,
  }));

/** The tokens of the region without their hashes, usable ones first, then by age, newest first; at most 1,000. */
export async function listTokens(db: SqlDatabase, scope: RegionScope, now: number): Promise<readonly AdminKey[]> {
  return rowsOf(listedToken, await db.prepare(LIST).bind(scope.regionId, now).all());
}

/** A token of the region, whatever its state; null when there is none of that id. */
export async function readToken(db: SqlDatabase, scope: RegionScope, id: string): Promise<AdminKey | null> {
  return rowsOf(listedToken, await db.prepare(ONE).bind(scope.regionId, id).all())[0] ?? null;
}

const HAS_ENDED = `
  SELECT coalesce(token.revoked_at, person.archived_at) AS ended_at FROM access_token AS token
  LEFT JOIN person ON person.region_id = token.region_id AND person.id = token.person_id
  WHERE token.region_id = ? AND token.id = ?`;
const endRow = z.object({ ended_at: z.number().nullable() });

/** Whether a key of the region was revoked, or its person has left. False for what is no key of the region. */
export async function hasTokenEnded(db: SqlDatabase, scope: RegionScope, id: string): Promise<boolean> {
  const [row] = rowsOf(endRow, await db.prepare(HAS_ENDED).bind(scope.regionId, id).all());
  return row !== undefined && row.ended_at !== null;
}

const REVOKE = `
  UPDATE access_token SET revoked_at = coalesce(revoked_at, ?) WHERE region_id = ? AND id = ? RETURNING id`;

/** The statement that revokes a token of the region for ever. */
export function revokeTokenStatement(db: SqlDatabase, scope: RegionScope, id: string, at: number): SqlStatement {
  return db.prepare(REVOKE).bind(at, scope.regionId, id);
}
