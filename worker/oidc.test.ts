import { env } from 'cloudflare:workers';
import {
  base64url,
  createLocalJWKSet,
  errors,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type JWTPayload,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { eitherAuthenticator, keyAuthenticator, type Authenticator } from './services/sign-in.ts';
import { oidcAuthenticator } from './services/oidc.ts';
import { makeRegion, makeToken } from './test-region.ts';

const NOW = Date.UTC(2026, 9, 1, 12);
const SECONDS = NOW / 1000;
const ISSUER = 'https://issuer.invalid/realm';
const AUDIENCE = 'kurator-api';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** A small issuer: two keys with ids, one of them unknown to the server. */
interface World {
  readonly rsa: Keys;
  readonly ec: Keys;
  readonly stranger: Keys;
  readonly rsaPublicPem: string;
  readonly district: string;
  readonly authenticator: Authenticator;
  readonly regionId: string;
}

let world: World;

beforeAll(async () => {
  const options = { extractable: true };
  const [rsa, ec, stranger] = await Promise.all([
    generateKeyPair('RS256', options),
    generateKeyPair('ES256', options),
    generateKeyPair('RS256', options),
  ]);
  const { regionId, districtIds } = await makeRegion(['Лесной', 'Речной']);
  const keys = createLocalJWKSet({
    keys: [
      { ...(await exportJWK(rsa.publicKey)), kid: 'r1', alg: 'RS256', use: 'sig' },
      { ...(await exportJWK(ec.publicKey)), kid: 'e1', alg: 'ES256', use: 'sig' },
    ],
  });
  const settings = {
    issuer: ISSUER,
    audience: AUDIENCE,
    keys,
    regionId,
    roleClaim: 'role',
    districtClaim: 'districts',
  };
  const oidc = oidcAuthenticator(env.DB, () => NOW, settings);
  const authenticator = eitherAuthenticator(
    keyAuthenticator(env.DB, () => NOW),
    oidc,
  );
  const rsaPublicPem = await exportSPKI(rsa.publicKey);
  world = { rsa, ec, stranger, rsaPublicPem, district: districtIds[0] ?? '', authenticator, regionId };
});

const claims = (): JWTPayload => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'user-1',
  iat: SECONDS - 10,
  nbf: SECONDS - 10,
  exp: SECONDS + 600,
  role: 'operator',
  districts: [world.district],
  name: 'Берестова',
});

async function sign(
  changes: Readonly<Record<string, unknown>> = {},
  header: Record<string, unknown> = {},
  key: Parameters<SignJWT['sign']>[0] = world.rsa.privateKey,
): Promise<string> {
  const payload = Object.fromEntries(
    Object.entries({ ...claims(), ...changes }).filter(([, value]) => value !== undefined),
  );
  return await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'r1', ...header }).sign(key);
}

const part = (value: unknown): string => base64url.encode(JSON.stringify(value));

async function forgeries(): Promise<ReadonlyMap<string, string>> {
  const { rsa, ec, stranger, rsaPublicPem } = world;
  const good = await sign();
  const [head = '', body = '', signature = ''] = good.split('.');
  const secret = new TextEncoder().encode(rsaPublicPem);
  const found = new Map<string, string>();
  const put = (name: string, token: string) => found.set(name, token);
  for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
    put(`alg ${alg} without signature`, `${part({ alg, kid: 'r1' })}.${part(claims())}.`);
    put(`alg ${alg} with the signature`, `${part({ alg, kid: 'r1' })}.${part(claims())}.${signature}`);
  }
  for (const alg of ['HS256', 'HS384', 'HS512']) put(`${alg} with the public key`, await sign({}, { alg }, secret));
  for (const alg of ['RS384', 'RS512', 'ES256', 'PS256', 'EdDSA', 'rs256', '', 'RSA-OAEP'])
    put(`header says ${alg}`, `${part({ alg, kid: 'r1' })}.${body}.${signature}`);
  for (const kid of ['r2', 'e1', '', '../r1', 'R1', ' r1']) put(`kid «${kid}»`, await sign({}, { kid }));
  put('no kid', await sign({}, { kid: undefined }));
  put('foreign key', await sign({}, {}, stranger.privateKey));
  put('EC key under the RSA id', await sign({}, { alg: 'ES256' }, ec.privateKey));
  put('RSA key under the EC id', await sign({}, { kid: 'e1' }, rsa.privateKey));
  put('its own key in the header', await sign({}, { jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey));
  put('a key address in the header', await sign({}, { jku: 'https://evil.invalid/keys' }, stranger.privateKey));
  put('an unknown critical header', `${part({ alg: 'RS256', kid: 'r1', crit: ['x'], x: 1 })}.${body}.${signature}`);
  for (const iss of [undefined, '', 'https://evil.invalid', `${ISSUER}/`, ISSUER.toUpperCase(), `${ISSUER}.evil`])
    put(`iss ${iss}`, await sign({ iss }));
  for (const aud of [undefined, '', 'other', [], ['other'], 'kurator-api ', 'KURATOR-API'])
    put(`aud ${JSON.stringify(aud)}`, await sign({ aud }));
  for (const exp of [undefined, SECONDS - 31, SECONDS - 86_400, 0, -1]) put(`exp ${exp}`, await sign({ exp }));
  for (const nbf of [SECONDS + 31, SECONDS + 86_400]) put(`nbf ${nbf}`, await sign({ nbf }));
  for (const iat of [undefined, SECONDS - 90_000, SECONDS + 3_600]) put(`iat ${iat}`, await sign({ iat }));
  put('no subject', await sign({ sub: undefined }));
  put('an ID token of Keycloak', await sign({ typ: 'ID' }));
  put('an ID token with nonce', await sign({ nonce: 'n' }));
  put('an ID token with at_hash', await sign({ at_hash: 'h' }));
  for (const typ of ['logout+jwt', 'secevent+jwt', 'dpop+jwt']) put(`typ ${typ}`, await sign({}, { typ }));
  put('another role put in', `${head}.${part({ ...claims(), role: 'admin' })}.${signature}`);
  for (const role of [undefined, 'root', ['admin'], 'Admin']) put(`role ${JSON.stringify(role)}`, await sign({ role }));
  put('no signature', `${head}.${body}.`);
  put('two parts', `${head}.${body}`);
  put('four parts', `${good}.x`);
  put('trailing data', `${good}AAAA`);
  put('cut', good.slice(0, -4));
  put('empty', '');
  put('dots', '..');
  put('9,000 characters', 'a'.repeat(9_000));
  return found;
}

describe('[A2] sign-in by an issuer', () => {
  it('lets in a valid token of each key, with role and districts of its claims', async () => {
    const operator = await world.authenticator.authenticate(await sign());
    expect(operator).toMatchObject({
      ok: true,
      value: { role: 'operator', name: 'Берестова', isRegionWide: false, districts: [{ id: world.district }] },
    });
    const manager = await sign({ role: 'manager' }, { alg: 'ES256', kid: 'e1', typ: 'at+jwt' }, world.ec.privateKey);
    const seen = await world.authenticator.authenticate(manager);
    expect(seen).toMatchObject({ ok: true, value: { role: 'manager', isRegionWide: true } });
    const text = JSON.stringify(operator);
    expect(text).not.toContain('user-1');
  });

  it('gives an operator no district that the region does not have', async () => {
    const wish = await sign({ districts: ['d-of-nobody', world.district] });
    const seen = await world.authenticator.authenticate(wish);
    expect(seen).toMatchObject({ ok: true, value: { districts: [{ id: world.district }] } });
    const none = await world.authenticator.authenticate(await sign({ districts: 'all' }));
    expect(none).toMatchObject({ ok: true, value: { districts: [] } });
  });

  it('refuses at least 60 forgeries, each with a code and nothing of the token', async () => {
    const forged = await forgeries();
    expect(forged.size).toBeGreaterThanOrEqual(60);
    for (const [name, token] of forged) {
      const seen = await world.authenticator.authenticate(token);
      expect(seen, `${name}`).toMatchObject({ ok: false, error: { requestId: null } });
      const code = seen.ok ? '' : seen.error.code;
      expect(['not-signed-in', 'token-expired', 'not-allowed'], `${name}`).toContain(code);
    }
  });

  it.each([
    ['does not answer', async () => await Promise.reject(new TypeError('fetch failed'))],
    ['answers too late', async () => await Promise.reject(new errors.JWKSTimeout())],
    ['answers with a page', async () => await Promise.reject(new errors.JOSEError('Expected 200 OK'))],
  ])('takes nobody for a stranger while the issuer %s', async (_, keys) => {
    const settings = { issuer: ISSUER, audience: AUDIENCE, keys, regionId: world.regionId };
    const claimed = { ...settings, roleClaim: 'role', districtClaim: 'districts' };
    const seen = await oidcAuthenticator(env.DB, () => NOW, claimed).authenticate(await sign());
    expect(seen).toEqual({ ok: false, error: { code: 'busy', requestId: null } });
  });

  it('leaves access keys as they are', async () => {
    const key = await makeToken(world.regionId, { role: 'admin', districts: null });
    expect(await world.authenticator.authenticate(key)).toMatchObject({ ok: true, value: { role: 'admin' } });
  });
});
