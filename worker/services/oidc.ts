/**
 * Sign-in by an OIDC issuer (Keycloak, Entra, …), optional by configuration. Only access tokens for our audience count;
 * algorithms come from a list of asymmetric ones, never from the token. Role and districts are claims. The library's
 * errors carry the token in their text, so they end here.
 */
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { roleSchema } from '../../shared/sync/access-wire.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { SqlDatabase } from '../store/database.ts';
import { readRegionPlace } from '../store/region-store.ts';
import type { TokenRecord } from '../store/token-store.ts';
import { shortHash } from './short-hash.ts';
import type { Authenticator } from './sign-in.ts';

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** Clocks of issuer and server may differ by this many seconds. */
const CLOCK_SECONDS = 30;
const LONGEST_LIFE = '24h';
const LONGEST_TOKEN = 8_192;

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** The region whose people the issuer knows. */
  readonly regionId: string;
  readonly roleClaim: string;
  readonly districtClaim: string;
}

const districtsSchema = z.array(z.string().max(40)).max(200).catch([]);

/**
 * Signs in by access tokens of the issuer: `token-expired` after their time, `not-allowed` where they name no role of ours,
 * `busy` while the issuer's keys cannot be had, `not-signed-in` for whatever else is amiss.
 */
export function oidcAuthenticator(db: SqlDatabase, now: () => number, settings: OidcSettings): Authenticator {
  return {
    authenticate: async (bearer) => {
      if (bearer.length > LONGEST_TOKEN) return failed('not-signed-in');
      const claims = await verified(bearer, now, settings);
      return claims.ok ? await personOf(db, claims.value, settings) : claims;
    },
  };
}

async function verified(bearer: string, now: () => number, settings: OidcSettings): Promise<Outcome<JWTPayload>> {
  const { issuer, audience, keys } = settings;
  try {
    const { payload, protectedHeader } = await jwtVerify(bearer, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp', 'iat'],
      maxTokenAge: LONGEST_LIFE,
      clockTolerance: CLOCK_SECONDS,
      currentDate: new Date(now()),
    });
    // Which key signed must be said, or a leaked old key could pass for the new one.
    const isNamed = typeof protectedHeader.kid === 'string' && protectedHeader.kid !== '';
    return isNamed && isAccessToken(payload, protectedHeader.typ)
      ? { ok: true, value: payload }
      : failed('not-signed-in');
  } catch (error) {
    if (areKeysOut(error)) return failed('busy');
    return failed(error instanceof errors.JWTExpired ? 'token-expired' : 'not-signed-in');
  }
}

/** The issuer's keys could not be had: that says nothing of the token, and nobody must sign in anew for it. */
function areKeysOut(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  // An answer that is no list of keys is an error of the library's base class.
  const { JOSEError, JWKSInvalid, JWKSTimeout } = errors;
  return [JOSEError, JWKSInvalid, JWKSTimeout].some(({ code }) => code === error.code);
}

/** An ID token says who signed in at some client; it is no permission. Keycloak marks it, others leave traces. */
function isAccessToken(payload: JWTPayload, typ: string | undefined): boolean {
  const isOtherKind = typ !== undefined && !/^(application\/)?(at\+)?jwt$/i.test(typ);
  return !isOtherKind && payload['typ'] !== 'ID' && !('nonce' in payload) && !('at_hash' in payload);
}

async function personOf(
  db: SqlDatabase,
  claims: JWTPayload,
  { regionId, roleClaim, districtClaim }: OidcSettings,
): Promise<Outcome<TokenRecord>> {
  const role = roleSchema.safeParse(claims[roleClaim]);
  const region = await readRegionPlace(db, regionId);
  if (!role.success || region === null) return failed('not-allowed');
  const own = role.data === 'operator' ? new Set(districtsSchema.parse(claims[districtClaim])) : null;
  const districts = region.districts.filter(({ id }) => own === null || own.has(id));
  const name = z.string().min(1).max(60).safeParse(claims['name']);
  return {
    ok: true,
    value: {
      // The audit names the person by a hash, so that logins of the issuer stay with the issuer.
      id: await shortHash(`${claims.iss}|${claims.sub}`),
      name: name.success ? name.data : role.data,
      role: role.data,
      region: { id: region.id, title: region.title },
      districts,
      isRegionWide: own === null,
      expiresAt: (claims.exp ?? 0) * 1000,
      revokedAt: null,
      lastUsedAt: null,
    },
  };
}
