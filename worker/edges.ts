/** The edges of the platform: what its bindings and settings mean to the app. */
import { createRemoteJWKSet } from 'jose';
import type { Bindings } from './http/environment.ts';
import { localLimiter, type Limiter } from './services/limiter.ts';
import { oidcAuthenticator } from './services/oidc.ts';
import { eitherAuthenticator, keyAuthenticator, type Authenticator } from './services/sign-in.ts';

const REQUESTS_PER_MINUTE = 600;
const ATTEMPTS_PER_MINUTE = 60;

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** The issuer's keys are kept between requests of one isolate; the library asks again for a key it does not know. */
const keySets = new Map<string, KeySet>();

function keySetOf(address: string): KeySet {
  const known = keySets.get(address) ?? createRemoteJWKSet(new URL(address));
  keySets.set(address, known);
  return known;
}

/** Access keys, and an OIDC issuer when it is configured whole. Throws when it is configured in part. */
export function authenticatorOf(env: Bindings): Authenticator {
  const keys = keyAuthenticator(env.DB, Date.now);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS: jwks, OIDC_REGION: regionId } = env;
  const parts = [issuer, audience, jwks, regionId];
  if (parts.every((part) => part === undefined || part === '')) return eitherAuthenticator(keys, null);
  if (!issuer || !audience || !jwks || !regionId) {
    throw new Error('OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS and OIDC_REGION are set together');
  }
  const settings = {
    issuer,
    audience,
    regionId,
    keys: keySetOf(jwks),
    roleClaim: env.OIDC_ROLE_CLAIM ?? 'kurator_role',
    districtClaim: env.OIDC_DISTRICT_CLAIM ?? 'kurator_districts',
  };
  return eitherAuthenticator(keys, oidcAuthenticator(env.DB, Date.now, settings));
}

/** Counters of this process; they hold numbers of requests and nothing of their content. */
let standIn: Limiter | undefined;

/** The platform's limits, or the local ones where there are none. */
export function limiterOf(env: Bindings): Limiter {
  const { RATE_LIMIT: requests, ATTEMPT_LIMIT: attempts } = env;
  if (requests && attempts) {
    return {
      request: async (key) => (await requests.limit({ key })).success,
      attempt: async (key) => (await attempts.limit({ key })).success,
    };
  }
  standIn ??= localLimiter(
    {
      requests: Number(env.REQUESTS_PER_MINUTE ?? REQUESTS_PER_MINUTE),
      attempts: Number(env.ATTEMPTS_PER_MINUTE ?? ATTEMPTS_PER_MINUTE),
    },
    Date.now,
  );
  return standIn;
}
