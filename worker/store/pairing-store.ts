/** Panes that ask to be let in. They belong to no region until an administrator says yes. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase, type SqlStatement } from './database.ts';
import type { RegionScope } from './scope.ts';

const pairingRow = z
  .object({
    id: z.string(),
    asked_at: z.number(),
    expires_at: z.number(),
    region_id: z.string().nullable(),
    person_id: z.string().nullable(),
    valid_days: z.number().nullable(),
    claimed_at: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    regionId: row.region_id,
    personId: row.person_id,
    validDays: row.valid_days,
    claimedAt: row.claimed_at,
  }));

export type Pairing = z.output<typeof pairingRow>;

export interface NewPairing {
  readonly id: string;
  readonly codeHash: string;
  readonly secretHash: string;
  readonly askedAt: number;
  readonly expiresAt: number;
}

const COLUMNS = 'id, asked_at, expires_at, region_id, person_id, valid_days, claimed_at';
const ADD = 'INSERT INTO pairing (id, code_hash, secret_hash, asked_at, expires_at) VALUES (?, ?, ?, ?, ?)';
const FORGET = 'DELETE FROM pairing WHERE expires_at < ?';
const BY_CODE = `SELECT ${COLUMNS} FROM pairing WHERE code_hash = ? AND expires_at > ? AND region_id IS NULL`;
const BY_SECRET = `SELECT ${COLUMNS} FROM pairing WHERE secret_hash = ? AND expires_at > ?`;
const APPROVE = `
  UPDATE pairing SET region_id = ?, person_id = ?, valid_days = ?, expires_at = ? WHERE id = ? AND region_id IS NULL`;
const CLAIM = 'UPDATE pairing SET claimed_at = ? WHERE id = ? AND region_id = ?';
/** Counting begins anew where it began before ?4, or after now: the clock was put back. */
const TRY = `
  INSERT INTO pairing_guess (region_id, actor, since, wrong) VALUES (?1, ?2, ?3, 1)
  ON CONFLICT (region_id, actor) DO UPDATE SET
    wrong = iif(since BETWEEN ?4 AND ?3, wrong + 1, 1), since = iif(since BETWEEN ?4 AND ?3, since, ?3)
  WHERE since NOT BETWEEN ?4 AND ?3 OR wrong < ?5
  RETURNING wrong`;
const GIVE_BACK = 'UPDATE pairing_guess SET wrong = wrong - 1 WHERE region_id = ? AND actor = ? AND wrong > 0';

/** Keeps a new asking and forgets those that ended before. */
export async function addPairing(db: SqlDatabase, pairing: NewPairing): Promise<void> {
  const { id, codeHash, secretHash, askedAt, expiresAt } = pairing;
  await db.batch([
    db.prepare(FORGET).bind(askedAt),
    db.prepare(ADD).bind(id, codeHash, secretHash, askedAt, expiresAt),
  ]);
}

/** An asking that still waits for a yes. */
export async function waitingPairing(db: SqlDatabase, codeHash: string, now: number): Promise<Pairing | null> {
  return rowsOf(pairingRow, await db.prepare(BY_CODE).bind(codeHash, now).all())[0] ?? null;
}

/** An asking whose time is not over. */
export async function ownPairing(db: SqlDatabase, secretHash: string, now: number): Promise<Pairing | null> {
  return rowsOf(pairingRow, await db.prepare(BY_SECRET).bind(secretHash, now).all())[0] ?? null;
}

/** Lets an asking in as a person of the region; one that another region let in is not touched. */
export function approvePairingStatement(
  db: SqlDatabase,
  scope: RegionScope,
  pairing: { readonly id: string; readonly personId: string; readonly validDays: number; readonly expiresAt: number },
): SqlStatement {
  const { id, personId, validDays, expiresAt } = pairing;
  return db.prepare(APPROVE).bind(scope.regionId, personId, validDays, expiresAt, id);
}

/** Marks an asking as one that has its key. */
export function claimPairingStatement(db: SqlDatabase, scope: RegionScope, id: string, at: number): SqlStatement {
  return db.prepare(CLAIM).bind(at, id, scope.regionId);
}

/**
 * Counts a try of an administrator as a wrong one, unless there were `most` since a time: false then. Counted and
 * compared by one statement, so that tries that come at once cannot pass each other.
 */
export async function takeGuess(
  db: SqlDatabase,
  scope: RegionScope,
  actor: string,
  { at, since, most }: { readonly at: number; readonly since: number; readonly most: number },
): Promise<boolean> {
  const { results } = await db.prepare(TRY).bind(scope.regionId, actor, at, since, most).all();
  return results.length === 1;
}

/** Takes back a try that was not wrong. */
export async function giveGuessBack(db: SqlDatabase, scope: RegionScope, actor: string): Promise<void> {
  await db.prepare(GIVE_BACK).bind(scope.regionId, actor).run();
}
