import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { valueOf } from './http/api-error.ts';
import { approvePairing, askPairing, claimPairing, PAIRING_MS } from './services/pairing.ts';
import { createPerson } from './services/people.ts';
import { keyAuthenticator } from './services/sign-in.ts';
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
  return { ports, approve, pass, person };
}

describe('[A3] pairing', () => {
  it('gives a key once, after the administrator has said yes', async () => {
    const { ports, approve } = await desk();
    const { code, secret } = await askPairing(ports);
    expect(valueOf(await claimPairing(ports, { secret }))).toEqual({ state: 'waiting' });
    valueOf(await approve(code.toLowerCase().replace('-', ' ')));
    const answers = await Promise.all(Array.from({ length: 6 }, () => claimPairing(ports, { secret })));
    const tokens = answers.map(valueOf).flatMap((one) => (one.state === 'approved' ? [one.token] : []));
    expect(tokens).toHaveLength(1);
    const known = await keyAuthenticator(env.DB, ports.now).authenticate(tokens[0] ?? '');
    expect(known).toMatchObject({ ok: true, value: { role: 'manager', name: 'Вязова' } });
    expect(valueOf(await claimPairing(ports, { secret }))).toEqual({ state: 'gone' });
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
