import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { valueOf } from './http/api-error.ts';
import { approvePairing, askPairing, claimPairing, PAIRING_MS } from './services/pairing.ts';
import { createPerson } from './services/people.ts';
import { keyAuthenticator } from './services/sign-in.ts';
import { endToken } from './services/tokens.ts';
import { readRegionLinks } from './store/region-audit-store.ts';
import { listTokens } from './store/token-store.ts';
import { testPorts } from './test-ports.ts';
import { makeRegion, newId, wholeRegion } from './test-region.ts';

/** A region with an administrator and a person, and a clock that the test turns. */
async function desk() {
  const { regionId } = await makeRegion(['Лесной']);
  let at = Date.UTC(2026, 9, 1);
  const ports = await testPorts(env.DB, () => at);
  const scope = wholeRegion(regionId);
  const by = { scope, actor: { tokenId: newId() } };
  const { id: person } = valueOf(await createPerson(ports, by, { role: 'manager', name: 'Вязова' }));
  const approve = (code: string, actor = by.actor.tokenId) =>
    approvePairing(ports, { scope, actor: { tokenId: actor } }, { code, person, validDays: 30 });
  const pass = (ms: number): void => {
    at += ms;
  };
  return { ports, approve, pass, person, by };
}

/** Whose key it is, as the server knows its bearer. */
const known = async ({ ports }: Awaited<ReturnType<typeof desk>>, token: string) =>
  await keyAuthenticator(env.DB, ports.now).authenticate(token);

/** Asks, has it approved and fetches: the secret and the key. */
async function letIn({ ports, approve }: Awaited<ReturnType<typeof desk>>) {
  const { code, secret } = await askPairing(ports);
  valueOf(await approve(code));
  const claimed = valueOf(await claimPairing(ports, { secret }));
  if (claimed.state !== 'approved') throw new Error('an approved pairing has a key');
  return { secret, token: claimed.token };
}

describe('[A3] pairing', () => {
  it('[PA1] gives one key, after the administrator has said yes, also to six questions at once', async () => {
    const at = await desk();
    const { ports, approve, by, person } = at;
    const { code, secret } = await askPairing(ports);
    expect(valueOf(await claimPairing(ports, { secret }))).toEqual({ state: 'waiting' });
    valueOf(await approve(code.toLowerCase().replace('-', ' ')));
    const answers = await Promise.all(Array.from({ length: 6 }, () => claimPairing(ports, { secret })));
    const tokens = answers.map(valueOf).flatMap((one) => (one.state === 'approved' ? [one.token] : []));
    expect(new Set(tokens).size).toBe(1);
    const keys = await listTokens(env.DB, by.scope, ports.now());
    expect(keys.filter((key) => key.person === person)).toHaveLength(1);
    const issued = (await readRegionLinks(env.DB, by.scope, 0, 50)).filter(({ entry }) => entry.includes('key-issued'));
    expect(issued).toHaveLength(1);
    expect(await known(at, tokens[0] ?? '')).toMatchObject({ ok: true, value: { role: 'manager', name: 'Вязова' } });
    expect(valueOf(await claimPairing(ports, { secret }))).toEqual({ state: 'gone' });
  });

  it('[PA2] an answer that was lost is given again, until the key is used', async () => {
    const at = await desk();
    const { secret, token } = await letIn(at);
    at.pass(PAIRING_MS - 1);
    expect(valueOf(await claimPairing(at.ports, { secret }))).toEqual({ state: 'approved', token });
    expect(await known(at, token)).toMatchObject({ ok: true });
    expect(valueOf(await claimPairing(at.ports, { secret }))).toEqual({ state: 'gone' });
  });

  it('[PA2] a key is not given again when its time is over, or when it was revoked', async () => {
    const at = await desk();
    const { secret } = await letIn(at);
    at.pass(PAIRING_MS);
    expect(valueOf(await claimPairing(at.ports, { secret }))).toEqual({ state: 'gone' });
    const second = await letIn(at);
    const keys = await listTokens(env.DB, at.by.scope, at.ports.now());
    for (const { id } of keys) valueOf(await endToken(at.ports, at.by, id));
    expect(valueOf(await claimPairing(at.ports, { secret: second.secret }))).toEqual({ state: 'gone' });
  });

  it('[PA2] who is let in at the last moment has ten minutes to fetch the key', async () => {
    const { ports, approve, pass } = await desk();
    const { code, secret } = await askPairing(ports);
    pass(PAIRING_MS - 1);
    valueOf(await approve(code));
    pass(PAIRING_MS - 1);
    expect(valueOf(await claimPairing(ports, { secret }))).toMatchObject({ state: 'approved' });
  });

  it('a code is approved once, and ends after ten minutes', async () => {
    const { ports, approve, pass } = await desk();
    const first = await askPairing(ports);
    valueOf(await approve(first.code));
    expect(await approve(first.code)).toMatchObject({ ok: false, error: { code: 'pairing-unknown' } });
    const late = await askPairing(ports);
    pass(PAIRING_MS);
    expect(await approve(late.code)).toMatchObject({ ok: false, error: { code: 'pairing-unknown' } });
    for (const { secret } of [first, late])
      expect(valueOf(await claimPairing(ports, { secret }))).toEqual({ state: 'gone' });
  });

  it('five wrong codes lock the administrator out, the right one too, for ten minutes and nobody else', async () => {
    const { ports, approve, pass } = await desk();
    for (const wrong of ['AAAA-AAAA', '', 'nonsense', '0000-0000', 'ZZZZ-ZZZZ'])
      expect(await approve(wrong)).toMatchObject({ error: { code: 'pairing-unknown' } });
    const { code } = await askPairing(ports);
    expect(await approve(code)).toMatchObject({ error: { code: 'pairing-locked' } });
    pass(PAIRING_MS + 1);
    const next = await askPairing(ports);
    expect(await approve('AAAA-AAAA', 'another')).toMatchObject({ error: { code: 'pairing-unknown' } });
    expect(await approve(next.code)).toMatchObject({ ok: true });
  });

  it('[PA3] wrong codes that come at once are five as well', async () => {
    const { approve } = await desk();
    const answers = await Promise.all(Array.from({ length: 12 }, () => approve('AAAA-AAAA')));
    const codes = answers.map((one) => (one.ok ? 'let in' : one.error.code));
    expect(codes.filter((code) => code === 'pairing-unknown')).toHaveLength(5);
    expect(codes.filter((code) => code === 'pairing-locked')).toHaveLength(7);
  });

  it('[PA3] a right code costs no try and gives none back', async () => {
    const { ports, approve } = await desk();
    const wrong = async () => expect(await approve('AAAA-AAAA')).toMatchObject({ error: { code: 'pairing-unknown' } });
    const right = async () => expect(await approve((await askPairing(ports)).code)).toMatchObject({ ok: true });
    for (let count = 0; count < 4; count += 1) await wrong();
    for (let count = 0; count < 6; count += 1) await right();
    await wrong();
    expect(await approve((await askPairing(ports)).code)).toMatchObject({ error: { code: 'pairing-locked' } });
  });

  it('[PA3] a clock that was put back locks nobody out for longer', async () => {
    const { ports, approve, pass } = await desk();
    pass(365 * 86_400_000);
    for (let count = 0; count < 5; count += 1) await approve('AAAA-AAAA');
    pass(-365 * 86_400_000);
    expect(await approve((await askPairing(ports)).code)).toMatchObject({ ok: true });
  });

  it('is asked for by a browser, which sends an empty body', async () => {
    const headers = { 'content-length': '0' };
    const asked = await exports.default.fetch('http://localhost/api/v1/pairings', {
      method: 'POST',
      headers,
      body: '',
    });
    expect(asked.status).toBe(200);
  });

  it('the database holds neither code nor secret', async () => {
    const { ports } = await desk();
    const { code, secret } = await askPairing(ports);
    const { results } = await env.DB.prepare('SELECT * FROM pairing').all();
    expect(results.length).toBeGreaterThan(0);
    for (const word of [code, secret]) expect(JSON.stringify(results)).not.toContain(word);
  });
});
