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
const BY_SECRET = `SELECT ${COLUMNS} FROM pairing WHERE secret_hash = ? AND expires_at > ? AND claimed_at IS NULL`;
const APPROVE = 'UPDATE pairing SET region_id = ?, person_id = ?, valid_days = ? WHERE id = ? AND region_id IS NULL';
const CLAIM = 'UPDATE pairing SET claimed_at = ? WHERE id = ? AND region_id = ?';
const GUESSES = 'SELECT since, wrong FROM pairing_guess WHERE region_id = ? AND actor = ?';
const WRONG = `
  INSERT INTO pairing_guess (region_id, actor, since, wrong) VALUES (?1, ?2, ?3, 1)
  ON CONFLICT (region_id, actor) DO UPDATE SET
    wrong = iif(since < ?4, 1, wrong + 1), since = iif(since < ?4, excluded.since, since)`;
const RIGHT = 'DELETE FROM pairing_guess WHERE region_id = ? AND actor = ?';

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

/** An asking that its pane may still use. */
export async function ownPairing(db: SqlDatabase, secretHash: string, now: number): Promise<Pairing | null> {
  return rowsOf(pairingRow, await db.prepare(BY_SECRET).bind(secretHash, now).all())[0] ?? null;
}

/** Lets an asking in as a person of the region; one that another region let in is not touched. */
export function approvePairingStatement(
  db: SqlDatabase,
  scope: RegionScope,
  pairing: { readonly id: string; readonly personId: string; readonly validDays: number },
): SqlStatement {
  return db.prepare(APPROVE).bind(scope.regionId, pairing.personId, pairing.validDays, pairing.id);
}

/** Marks an asking as used: its pane finds it no more. */
export function claimPairingStatement(db: SqlDatabase, scope: RegionScope, id: string, at: number): SqlStatement {
  return db.prepare(CLAIM).bind(at, id, scope.regionId);
}

/** Wrong codes of an administrator since a time. */
export async function wrongGuesses(db: SqlDatabase, scope: RegionScope, actor: string, since: number): Promise<number> {
  const row = z.object({ since: z.number(), wrong: z.number() });
  const [found] = rowsOf(row, await db.prepare(GUESSES).bind(scope.regionId, actor).all());
  return found !== undefined && found.since >= since ? found.wrong : 0;
}

/** Counts a wrong code of an administrator; counting begins anew where the last began before `since`. */
export async function noteWrongGuess(
  db: SqlDatabase,
  scope: RegionScope,
  actor: string,
  { at, since }: { readonly at: number; readonly since: number },
): Promise<void> {
  await db.prepare(WRONG).bind(scope.regionId, actor, at, since).run();
}

/** Forgets an administrator's wrong codes, after a right one. */
export function forgetGuessesStatement(db: SqlDatabase, scope: RegionScope, actor: string): SqlStatement {
  return db.prepare(RIGHT).bind(scope.regionId, actor);
}
