/** Who a token is. Asked anew for every request, so that a revoked token ends at once [T6]. */
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { isTokenShaped } from '../../shared/sync/token-format.ts';
import type { SqlDatabase } from '../store/database.ts';
import { findToken, type TokenRecord } from '../store/token-store.ts';

/** The record of a usable token; a code for one that is unknown, expired or revoked. */
export async function signIn(db: SqlDatabase, token: string, now: number): Promise<Outcome<TokenRecord>> {
  if (!isTokenShaped(token)) return failed('not-signed-in');
  const record = await findToken(db, await sha256Hex(token));
  if (record === null) return failed('not-signed-in');
  if (record.revokedAt !== null) return failed('token-revoked');
  if (record.expiresAt !== null && record.expiresAt <= now) return failed('token-expired');
  return { ok: true, value: record };
}
