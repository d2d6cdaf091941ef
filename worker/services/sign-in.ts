/** Who a bearer is. Asked anew for every request, so that a revoked key or a changed role ends at once [T6]. */
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { isTokenShaped } from '../../shared/sync/token-format.ts';
import type { SqlDatabase } from '../store/database.ts';
import { findToken, noteUse, type TokenRecord } from '../store/token-store.ts';

/** Tells who sent a bearer token; a code for one that is unknown, expired or revoked. */
export interface Authenticator {
  readonly authenticate: (bearer: string) => Promise<Outcome<TokenRecord>>;
}

const HOUR_MS = 3_600_000;

/** Access keys of the database. */
export function keyAuthenticator(db: SqlDatabase, now: () => number): Authenticator {
  return { authenticate: async (bearer) => await signIn(db, bearer, now()) };
}

/** Keys by their form, everything else by the issuer, if there is one. */
export function eitherAuthenticator(keys: Authenticator, issuer: Authenticator | null): Authenticator {
  return {
    authenticate: async (bearer) =>
      await (issuer === null || bearer.startsWith('kur_') ? keys : issuer).authenticate(bearer),
  };
}

/** The record of a usable key. */
export async function signIn(db: SqlDatabase, token: string, now: number): Promise<Outcome<TokenRecord>> {
  if (!isTokenShaped(token)) return failed('not-signed-in');
  const record = await findToken(db, await sha256Hex(token));
  if (record === null) return failed('not-signed-in');
  if (record.revokedAt !== null) return failed('token-revoked');
  if (record.expiresAt !== null && record.expiresAt <= now) return failed('token-expired');
  if (record.lastUsedAt === null || now - record.lastUsedAt >= HOUR_MS) await noteUse(db, record, now);
  return { ok: true, value: record };
}
