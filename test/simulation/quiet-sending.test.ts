import { describe, expect, it } from 'vitest';
import { testRun } from '../../shared/rules/test-register.ts';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import type { SendOutcome } from '../../addin/engine/sync-contract.ts';
import { DISTRICTS, valueOf, wholeServer, type WholeServer } from './whole-server.ts';

const FAMILIES = Array.from({ length: 200 }, (_, index) => ({
  caseNo: `${index + 1}/2026`,
  applicant: `Кедрова ${'АБВГДЕЖЗИК'[index % 10]}. ${'ЛМНОПРСТУФ'[Math.floor(index / 20)]}.`,
  level: 'BASE',
}));

const ONE_CHANGED = FAMILIES.map((family, index) => (index === 3 ? { ...family, level: 'CRISIS' } : family));

interface Sending {
  readonly families?: RegisterSketch['families'];
  readonly memory: string | null;
  readonly asOf?: number;
}

/** One sending, and the requests that it took. */
async function sending(server: WholeServer, { families = FAMILIES, memory, asOf: later = 0 }: Sending) {
  const { client, operator } = await server.pane();
  const { register, asOf } = testRun({ families });
  const day = asOf + later;
  const plan = valueOf(await client.plan({ district: DISTRICTS[0], register, memory, asOf: day, packId: 'training' }));
  const before = server.exchanges.length;
  const outcome: SendOutcome = valueOf(await client.send(operator, plan));
  return { outcome, requests: server.exchanges.slice(before) };
}

describe('[SU7] a sending that has nothing to send', () => {
  it('is one request of less than 2 kB, there and back, and says what the last one said', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    const first = await sending(server, { memory: null });
    const second = await sending(server, { memory: first.outcome.memory });
    expect(second.outcome).toMatchObject({ state: 'unchanged', added: 0, changed: 0, removed: 0 });
    expect(second.outcome.receipt).toEqual(first.outcome.receipt);
    expect(second.outcome.server).toEqual(first.outcome.server);
    expect(second.requests).toHaveLength(1);
    const [{ path, headers, body, answer } = { path: '', headers: '', body: '', answer: '' }] = second.requests;
    expect(path).toContain('/rows?');
    expect(new TextEncoder().encode(path + headers + body).length).toBeLessThan(2_000);
    expect(new TextEncoder().encode(answer).length).toBeLessThan(2_000);
    const third = await sending(server, { memory: second.outcome.memory });
    expect(third.requests).toHaveLength(1);
  });

  it.each<readonly [string, (server: WholeServer) => Promise<unknown> | unknown, Partial<Sending>]>([
    ['a row has changed', () => undefined, { families: ONE_CHANGED }],
    ['rows stand in another order', () => undefined, { families: FAMILIES.toReversed() }],
    ['the as-of date is another', () => undefined, { asOf: 1 }],
    [
      'the region has published norms',
      ({ database }) =>
        database.raw.exec("INSERT INTO region_pack VALUES ('region', 'other', 1, '2026-01-01', 'Нормы', '{}', 1)"),
      {},
    ],
    [
      'somebody else has submitted the register since',
      ({ database }) =>
        database.raw.exec(`INSERT INTO submission
          SELECT district_id, number + 1, register_id, at, seq, as_of, 'other', actor, summary, pack FROM submission`),
      {},
    ],
  ])('submits when %s', async (_, change, wish) => {
    const server = await wholeServer({ acceptsSealed: false });
    const first = await sending(server, { memory: null });
    await change(server);
    const second = await sending(server, { ...wish, memory: first.outcome.memory });
    expect(second.requests.some(({ path }) => path.endsWith('/submit'))).toBe(true);
  });

  it('learns that the register is closed', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    const first = await sending(server, { memory: null });
    server.database.raw.exec('UPDATE register SET retired_at = 1');
    await expect(sending(server, { memory: first.outcome.memory })).rejects.toThrow('register-retired');
  });
});
