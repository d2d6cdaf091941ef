import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createSyncClient } from '../../addin/engine/sync-client.ts';
import type { Connection, SyncClient, SyncPorts } from '../../addin/engine/sync-contract.ts';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import { DISTRICTS, randomBytes, valueOf, wholeServer, type WholeServer } from './whole-server.ts';

const YEARS_MS = 10 * 365.25 * 86_400_000;

/** Pauses between tries are over at once; the limit of an answer never runs out. */
const patient: SyncPorts['wait'] = (ms, signal) =>
  ms < 60_000 ? Promise.resolve() : new Promise((done) => signal?.addEventListener('abort', () => done()));

function paneOn(server: WholeServer, ports: Partial<SyncPorts> = {}): SyncClient {
  return createSyncClient({ fetch: server.fetch, randomBytes, now: Date.now, wait: patient, ...ports });
}

const connectionOf = async (client: SyncClient, { token }: WholeServer): Promise<Connection> =>
  valueOf(await client.connect('localhost:8787', token));

const family = (n: number, level: string) => ({ caseNo: `${n}/2026`, applicant: `Кедрова ${'АБВГДЕЖ'[n]}. П.`, level });

async function planOf(client: SyncClient, sketch: RegisterSketch, memory: string | null) {
  const { register, asOf } = testRun(sketch);
  return valueOf(await client.plan({ district: DISTRICTS[0], register, memory, asOf, packId: 'training' }));
}

const storedRows = ({ database }: WholeServer) =>
  database.raw
    .prepare('SELECT version, payload FROM register_row ORDER BY id')
    .all()
    .map((row) => ({ ...row }));

describe('a week without a network', () => {
  it('[O1] checks go on, every try says why it failed, and on return one sending brings everything', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    let isOnline = true;
    const fetch: SyncPorts['fetch'] = async (input, init) => {
      if (!isOnline) throw new TypeError('fetch failed');
      return await server.fetch(input, init);
    };
    let client = paneOn(server, { fetch });
    const connection = await connectionOf(client, server);
    const families = [family(0, 'BASE')];
    const sent = valueOf(await client.send(connection, await planOf(client, { families }, null)));
    let { memory } = sent;
    const before = storedRows(server);
    isOnline = false;
    for (let day = 1; day <= 7; day += 1) {
      families.push(family(day, 'BASE'));
      families[0] = family(0, day % 2 === 0 ? 'BASE' : 'CRISIS');
      const run = testRun({ families });
      expect(checkRegister(run.register, run).ledger.length).toBeGreaterThan(0);
      const keep = async (text: string): Promise<void> => void (memory = text);
      let retries = 0;
      const onProgress = (_: number, isRetrying?: boolean): void => void (retries += isRetrying ? 1 : 0);
      const failed = await client.send(connection, await planOf(client, { families }, memory), { keep, onProgress });
      expect(retries).toBe(4);
      expect(failed).toMatchObject({ ok: false, error: { code: 'no-connection' } });
      // Excel is closed in the evening: only what the workbook keeps is there in the morning.
      client = paneOn(server, { fetch });
    }
    expect(storedRows(server)).toEqual(before);
    isOnline = true;
    const back = valueOf(await client.send(connection, await planOf(client, { families }, memory)));
    expect(back).toMatchObject({ state: 'sent', added: 7, changed: 1, removed: 0, conflicts: [], refused: [] });
    expect(storedRows(server)).toHaveLength(8);
  });
});

describe('a server that gives its answer letter by letter', () => {
  it('[O2] is given up when the time is over, said by name, and nothing of it is taken', async () => {
    const time: { isOver?: () => void } = {};
    const slow = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"resend":');
      time.isOver?.();
    });
    await new Promise<void>((ready) => slow.listen(0, '127.0.0.1', ready));
    const address = slow.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      const server = await wholeServer({ acceptsSealed: false });
      const connection = await connectionOf(paneOn(server), server);
      const client = paneOn(server, {
        fetch: (input, init) => fetch(input, init),
        // The time for an answer is over when its first letters have come.
        wait: (ms, signal) =>
          ms < 60_000
            ? Promise.resolve()
            : new Promise((done) => {
                time.isOver = done;
                signal?.addEventListener('abort', () => done());
              }),
      });
      const kept: string[] = [];
      const plan = await planOf(client, { families: [family(1, 'BASE')] }, null);
      const outcome = await client.send({ ...connection, address: `http://127.0.0.1:${port}` }, plan, {
        keep: async (text) => void kept.push(text),
      });
      expect(outcome).toMatchObject({ ok: false, error: { code: 'timed-out' } });
      expect(kept).toEqual([]);
    } finally {
      slow.closeAllConnections();
      await new Promise((done) => slow.close(done));
    }
  });
});

describe('the clock of a computer', () => {
  const DAY_MS = 86_400_000;

  it.each([
    ['a year ahead', 365 * DAY_MS, 365],
    ['a day behind', -DAY_MS, -1],
    ['of another zone', 11 * 3_600_000, null],
    ['right', 0, null],
  ])('[O3] %s is held against that of the server when the pane connects', async (_, wrong, days) => {
    const server = await wholeServer({ acceptsSealed: false });
    const { clockAheadMs } = await connectionOf(paneOn(server, { now: () => Date.now() + wrong }), server);
    expect(clockAheadMs === undefined ? null : Math.round(clockAheadMs / DAY_MS)).toBe(days);
  });

  it('[O3] is not called wrong by a server that does not tell the time', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    const fetch: SyncPorts['fetch'] = async (...request) => {
      const { body, status, headers } = await server.fetch(...request);
      const timeless = new Headers(headers);
      timeless.delete('date');
      return new Response(body, { status, headers: timeless });
    };
    const connection = await connectionOf(paneOn(server, { fetch, now: () => 0 }), server);
    expect(connection.clockAheadMs).toBeUndefined();
  });

  it.each([
    ['ten years ahead', YEARS_MS],
    ['ten years behind', -YEARS_MS],
  ])('[O3] %s changes no order: the edits of both stand as they were sent', async (_, wrong) => {
    const server = await wholeServer({ acceptsSealed: false });
    const right = paneOn(server);
    const odd = paneOn(server, { now: () => Date.now() + wrong });
    const connection = await connectionOf(odd, server);
    const start = { families: [family(1, 'BASE'), family(2, 'BASE')] };
    const first = valueOf(await odd.send(connection, await planOf(odd, start, null)));
    const levels = ['CRISIS', 'URGENT', 'ADAPT', 'BASE'];
    const memories = [first.memory, first.memory];
    for (const [turn, level] of levels.entries()) {
      const client = turn % 2 === 0 ? right : odd;
      const families = [family(1, level), family(2, 'BASE')];
      let memory = memories[turn % 2] ?? null;
      let sent = valueOf(await client.send(connection, await planOf(client, { families }, memory)));
      if (sent.conflicts.length > 0) {
        const mine = sent.conflicts.map(({ rowId, field }) => ({ rowId, field, take: 'mine' }) as const);
        memory = valueOf(await client.settle(sent.memory, mine));
        sent = valueOf(await client.send(connection, await planOf(client, { families }, memory)));
      }
      expect(sent.refused).toEqual([]);
      memories[turn % 2] = sent.memory;
    }
    const payloads = storedRows(server).map(({ payload }) => String(payload));
    expect(payloads.filter((text) => text.includes('"level":"BASE"'))).toHaveLength(2);
    expect(
      storedRows(server)
        .map(({ version }) => version)
        .toSorted(),
    ).toEqual([1, 5]);
  });
});
