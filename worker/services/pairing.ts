/**
 * Letting a pane in without typing a key [A3]. The pane asks and shows a code; an administrator types the code in his own
 * pane and says whose it is; the pane fetches its key [PA1–PA3]. Only hashes of code and secret are kept. The key is made
 * of the secret when it is first fetched, so that it can be given again when the answer was lost.
 */
import * as z from 'zod';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import type { AskedPairing, ClaimedPairing } from '../../shared/sync/access-wire.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { idSchema } from '../../shared/sync/protocol.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import { pairingCodeOf, readPairingCode } from '../../shared/sync/pairing-code.ts';
import {
  addPairing,
  approvePairingStatement,
  claimPairingStatement,
  giveGuessBack,
  ownPairing,
  takeGuess,
  waitingPairing,
} from '../store/pairing-store.ts';
import { readWorkingPerson } from '../store/person-store.ts';
import { regionScope } from '../store/scope.ts';
import { addTokenStatement, findToken } from '../store/token-store.ts';
import { administer, type RegionActor } from './administer.ts';
import type { Actor, Ports } from './ports.ts';
import { freshToken, validDaysSchema } from './tokens.ts';

export const PAIRING_MS = 600_000;
const MOST_WRONG = 5;
/** Who acts when a pane fetches its key: nobody who is signed in. */
const PANE: Actor = { tokenId: 'pairing' };

const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const claimSchema = z.strictObject({ secret: secretSchema });
export const approvalSchema = z.strictObject({
  code: z.string().max(40),
  person: idSchema,
  validDays: validDaysSchema,
});

/** Begins a pairing: a code for the screen and a secret that only the pane knows. */
export async function askPairing(ports: Ports): Promise<AskedPairing> {
  const code = pairingCodeOf(ports.randomBytes(5));
  const secret = base64Url(ports.randomBytes(32));
  const askedAt = ports.now();
  const expiresAt = askedAt + PAIRING_MS;
  const [codeHash, secretHash] = [await sha256Hex(code), await sha256Hex(secret)];
  await addPairing(ports.db, { id: base64Url(ports.randomBytes(16)), codeHash, secretHash, askedAt, expiresAt });
  return { code, secret, expiresAt };
}

/** Says whose the waiting pane is. Five wrong codes close this to the administrator for ten minutes. */
export async function approvePairing(
  ports: Ports,
  { scope, actor }: RegionActor,
  { code: typed, person, validDays }: z.output<typeof approvalSchema>,
): Promise<Outcome<{ readonly id: string }>> {
  const at = ports.now();
  const tries = { at, since: at - PAIRING_MS, most: MOST_WRONG };
  if (!(await takeGuess(ports.db, scope, actor.tokenId, tries))) return failed('pairing-locked');
  const code = readPairingCode(typed);
  const codeHash = code === null ? null : await sha256Hex(code);
  const outcome = await administer(ports, { scope, actor }, async () => {
    if ((await readWorkingPerson(ports.db, scope, person)) === null) return failed('not-found');
    const pairing = codeHash === null ? null : await waitingPairing(ports.db, codeHash, at);
    if (pairing === null) return failed('pairing-unknown');
    const { id } = pairing;
    const expiresAt = at + PAIRING_MS;
    const statements = [approvePairingStatement(ports.db, scope, { id, personId: person, validDays, expiresAt })];
    const after = { person, validDays };
    return {
      ok: true,
      value: { value: { id }, action: 'pairing-approved', subject: id, before: null, after, statements },
    };
  });
  const isWrong = !outcome.ok && outcome.error.code === 'pairing-unknown';
  if (!isWrong) await giveGuessBack(ports.db, scope, actor.tokenId);
  return outcome;
}

/** Fetches the key of an approved pairing: the same key again until it is used, revoked, or its time is over. */
export async function claimPairing(
  ports: Ports,
  { secret }: z.output<typeof claimSchema>,
): Promise<Outcome<ClaimedPairing>> {
  const secretHash = await sha256Hex(secret);
  const asked = await ownPairing(ports.db, secretHash, ports.now());
  if (asked === null) return { ok: true, value: { state: 'gone' } };
  const scope = asked.regionId === null ? null : regionScope({ regionId: asked.regionId, districts: null });
  if (scope === null) return { ok: true, value: { state: 'waiting' } };
  const bytes = await keyBytes(secret);
  const issued = await administer(ports, { scope, actor: PANE }, async () => {
    const pairing = await ownPairing(ports.db, secretHash, ports.now());
    if (pairing === null || pairing.claimedAt !== null) return failed('pairing-unknown');
    const owner = await readWorkingPerson(ports.db, scope, pairing.personId ?? '');
    if (owner === null) return failed('pairing-unknown');
    const made = await freshToken(ports, { ...owner, person: owner.id }, pairing.validDays ?? 1, bytes);
    const { hash: _, ...after } = made.kept;
    const statements = [
      claimPairingStatement(ports.db, scope, pairing.id, ports.now()),
      addTokenStatement(ports.db, scope, made.kept),
    ];
    const value = { value: made.issued, subject: made.issued.id, before: null, after, statements };
    return { ok: true, value: { ...value, action: 'key-issued' } };
  });
  if (!issued.ok && issued.error.code !== 'pairing-unknown') return issued;
  const token = tokenOf(bytes);
  const key = await findToken(ports.db, await sha256Hex(token));
  const isUnused = key !== null && key.lastUsedAt === null && key.revokedAt === null;
  return { ok: true, value: isUnused ? { state: 'approved', token } : { state: 'gone' } };
}

/** The bytes of the key that a secret fetches. The secret is random; its hash, which is kept, does not tell them. */
async function keyBytes(secret: string): Promise<Uint8Array> {
  return new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`kurator pairing key ${secret}`)),
  );
}
