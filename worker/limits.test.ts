import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { valuesHasher } from '../shared/sync/audit-chain.ts';
import { checkRegister } from '../shared/rules/check-register.ts';
import { authenticatorOf } from './edges.ts';
import { createApp } from './http/app.ts';
import { localLimiter } from './services/limiter.ts';
import { makeRegion, makeToken, randomBytes } from './test-region.ts';

/** The API with a clock of its own, 3 requests and 2 attempts a minute. */
async function tightApp() {
  let at = 0;
  const limiter = localLimiter({ requests: 3, attempts: 2 }, () => at);
  const hashValues = await valuesHasher(new Uint8Array(32));
  const app = createApp({
    ports: async ({ DB }) => ({
      db: DB,
      now: () => at,
      randomBytes,
      chance: () => 0.5,
      pause: async () => {},
      check: checkRegister,
      hashValues,
    }),
    authenticator: authenticatorOf,
    limiter: () => limiter,
    now: () => at,
    log: () => {},
  });
  const ask = async (path: string, token: string, language = 'ru') =>
    await app.request(path, { headers: { authorization: `Bearer ${token}`, 'accept-language': language } }, env);
  const pass = (ms: number): void => {
    at += ms;
  };
  return { app, ask, pass };
}

describe('limits', () => {
  it('a key that asks too often is told when to come again, and others are not', async () => {
    const { ask, pass } = await tightApp();
    const { regionId } = await makeRegion([]);
    const mine = await makeToken(regionId, { role: 'admin', districts: null });
    const theirs = await makeToken(regionId, { role: 'admin', districts: null });
    for (let count = 0; count < 3; count += 1) expect((await ask('/api/v1/me', mine)).status).toBe(200);
    const refused = await ask('/api/v1/me', mine);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toMatchObject({
      error: { code: 'rate-limited', message: expect.stringMatching(/[а-я]/) },
    });
    const english: { error: { message: string } } = await (await ask('/api/v1/me', mine, 'en')).json();
    expect(english.error.message).toMatch(/^Too many requests/);
    expect((await ask('/api/v1/me', theirs)).status).toBe(200);
    pass(60_000);
    expect((await ask('/api/v1/me', mine)).status).toBe(200);
  });

  it('[A3] guesses end with a refusal, whether of a key or of a pairing', async () => {
    const { app, ask, pass } = await tightApp();
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask('/api/v1/me', `kur_${count}`)).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
    pass(60_000);
    const paired: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      paired.push((await app.request('/api/v1/pairings', { method: 'POST' }, env)).status);
    }
    expect(paired).toEqual([200, 200, 429, 429]);
  });

  it('[A3] panes that wait for their yes may ask as often as they do; who knows no secret is soon refused', async () => {
    const { app, pass } = await tightApp();
    const post = async (path: string, body: object) =>
      await app.request(
        path,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        env,
      );
    const { secret }: { secret: string } = await (await post('/api/v1/pairings', {})).json();
    for (let count = 0; count < 20; count += 1) {
      expect(await (await post('/api/v1/pairings/claim', { secret })).json()).toEqual({ state: 'waiting' });
    }
    pass(60_000);
    const guesses: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const guess = String(count).padStart(43, 'A');
      guesses.push((await post('/api/v1/pairings/claim', { secret: guess })).status);
    }
    expect(guesses).toEqual([200, 200, 429, 429]);
  });

  it('count 100,000 callers in bounded memory', async () => {
    const limiter = localLimiter({ requests: 1, attempts: 1 }, () => 0);
    let refused = 0;
    for (let count = 0; count < 100_000; count += 1) if (!(await limiter.attempt(`caller ${count}`))) refused += 1;
    expect(refused).toBeGreaterThan(0);
    expect(await limiter.attempt('caller 0')).toBe(false);
  });
});
