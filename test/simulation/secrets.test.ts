import { describe, expect, it } from 'vitest';
import { createSyncClient } from '../../addin/engine/sync-client.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import { DISTRICTS, randomBytes, valueOf, wholeServer } from './whole-server.ts';

describe('[A4] keys and codes', () => {
  it('stand in no log, error, address or workbook, and in no answer but the one that hands them over', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    const { ask, token, admin, exchanges } = server;
    const outputs: string[] = [];
    const keep = async (text: string): Promise<void> => void outputs.push(text);

    const { client, operator } = await server.pane();
    const { register, asOf } = testRun({ families: [{ caseNo: '1/2026', applicant: 'Кедрова А. П.', level: 'BASE' }] });
    const plan = valueOf(
      await client.plan({ district: DISTRICTS[0], register, memory: null, asOf, packId: 'training' }),
    );
    const sent = valueOf(await client.send(operator, plan, { keep }));
    outputs.push(sent.memory, JSON.stringify(plan));

    const person: { id: string } = await (
      await ask('/admin/people', { name: 'Соснова', role: 'operator', districts: ['lesnoy'] }, admin)
    ).json();
    const issued: { id: string; token: string } = await (
      await ask('/tokens', { person: person.id, validDays: 30 }, admin)
    ).json();
    expect(issued.token).toMatch(/^kur_/);
    const asked: { code: string; secret: string } = await (await ask('/pairings', {}, '')).json();
    expect(
      (await ask('/admin/pairings/approve', { code: 'AAAA-AAAA', person: person.id, validDays: 30 }, admin)).ok,
    ).toBe(false);
    const approval = { code: asked.code, person: person.id, validDays: 30 };
    expect((await ask('/admin/pairings/approve', approval, admin)).ok).toBe(true);
    const claimed: { token: string } = await (await ask('/pairings/claim', { secret: asked.secret }, '')).json();
    expect(claimed.token).toMatch(/^kur_/);

    // Everything that goes wrong with a key.
    const wrong = tokenOf(randomBytes(32));
    for (const key of [wrong, `${token}x`, token.slice(0, -3), asked.secret, 'kur_']) {
      expect((await ask('/me', undefined, key)).status).toBe(401);
    }
    await ask(`/tokens/${issued.id}/revoke`, {}, admin);
    expect((await ask('/me', undefined, issued.token)).status).toBe(401);
    expect((await ask('/me', undefined, claimed.token)).status).toBe(200);
    await ask('/pairings/claim', { secret: asked.secret }, '');
    const failing = createSyncClient({
      fetch: async () => new Response(`no: ${token}`, { status: 502 }),
      randomBytes,
      now: () => 0,
      wait: (ms) => (ms < 60_000 ? Promise.resolve() : new Promise(() => undefined)),
    });
    outputs.push(JSON.stringify(await failing.connect('localhost:8787', token)));

    const secrets = [token, admin, wrong, issued.token, claimed.token, asked.code, asked.secret];
    expect(new Set(secrets).size).toBe(7);
    const log = server.log.join('\n');
    const dump = server.dump();
    const spoken = exchanges.flatMap(({ method, path, answer }) => [
      `${method} ${path}`,
      [asked.secret, issued.token, claimed.token].some((given) => answer.includes(given)) ? '' : answer,
    ]);
    expect(exchanges.length).toBeGreaterThanOrEqual(15);
    expect(server.log.length).toBe(exchanges.length);
    expect(spoken.filter((text) => text === '')).toHaveLength(3);
    for (const secret of secrets) {
      for (const place of [log, dump, ...spoken, ...outputs]) expect(place).not.toContain(secret);
    }
  });
});
