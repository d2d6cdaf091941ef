import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrusted, pull } from '../../worker/services/pull.ts';
import { push } from '../../worker/services/push.ts';
import type { Cursor, Op } from '../../shared/sync/protocol.ts';
import { simulatedServer, type SimulatedServer } from './simulated-server.ts';
import { idOf } from './simulated-workbook.ts';

const RUNS = Number(process.env['KURATOR_RUNS'] ?? 200);
const LONGEST_MS = 60_000 + RUNS * 200;

async function write(server: SimulatedServer, ops: readonly Op[]): Promise<void> {
  const request = { protocol: 1, client: idOf('c'), pushId: idOf(`p${Math.random()}`), epoch: null, ops: [...ops] };
  expect((await push(server.ports, server.scope, { tokenId: 'actor' }, request)).ok).toBe(true);
}

const create = (name: string, level: string): Op => ({
  op: 'create',
  row: idOf(name),
  kind: 'families',
  values: { level },
});

/** Changes or removes a row as it stands, or creates it. */
function next(server: SimulatedServer, name: string, level: string | null): Op {
  const row = idOf(name);
  const there = server.rows().get(row);
  if (there === undefined || there.values === null)
    return create(there ? `${name}-${there.version}` : name, level ?? 'L0');
  if (level === null) return { op: 'delete', row, baseVersion: there.version };
  return { op: 'set', row, baseVersion: there.version, kind: 'families', values: { level } };
}

describe('pulling', () => {
  it(
    '[S8] [PL3] any page size and any write between pages give the same final state',
    async () => {
      const change = fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        level: fc.option(fc.constantFrom('L1', 'L2', 'L3')),
      });
      const property = fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.array(fc.array(change, { maxLength: 2 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 8 }),
        async (before, between, limit) => {
          const server = await simulatedServer();
          for (const { name, level } of before) await write(server, [next(server, name, level)]);
          const seen = new Map<string, unknown>();
          let cursor: Cursor | null = null;
          const writes = [...between];
          for (;;) {
            const page = await pull(server.ports, server.scope, { cursor, limit });
            for (const { row, values } of page.rows) {
              if (values === null) seen.delete(row);
              else seen.set(row, values);
            }
            cursor = page.cursor;
            for (const { name, level } of writes.shift() ?? []) await write(server, [next(server, name, level)]);
            if (!page.more && writes.length === 0) break;
          }
          const rest = await pull(server.ports, server.scope, { cursor });
          for (const { row, values } of rest.rows) {
            if (values === null) seen.delete(row);
            else seen.set(row, values);
          }
          const live = [...server.rows()].flatMap(([id, { values }]) =>
            values === null ? [] : [[id, values] as const],
          );
          expect(seen).toEqual(new Map(live));
        },
      );
      await expect(fc.assert(property, { numRuns: RUNS })).resolves.toBeUndefined();
    },
    LONGEST_MS,
  );

  it.each([
    ['the horizon itself', { safe: 5, seq: 5 }, true],
    ['one before the horizon', { safe: 4, seq: 4 }, false],
    ['one after the horizon', { safe: 6, seq: 6 }, true],
    ['the present', { safe: 9, seq: 9 }, true],
    ['one ahead of the server', { safe: 10, seq: 10 }, false],
    ['rows of the future', { safe: 9, seq: 10 }, false],
    ['the middle of a full resend', { safe: 9, seq: 1 }, true],
    ['another epoch', { safe: 9, seq: 9, epoch: 'f' }, false],
  ])('[S7] [PL2] a cursor at %s is trusted or not as it should be', (_, part, trusted) => {
    const cursor = { epoch: 'e', row: '~', ...part };
    expect(isTrusted(cursor, { epoch: 'e', seq: 9, horizon: 5 })).toBe(trusted);
  });

  it('[S7] [PL2] a cursor that cannot be trusted gets everything, never nothing', async () => {
    const server = await simulatedServer();
    await write(server, [create('a', 'L1'), create('b', 'L2')]);
    const { cursor } = await pull(server.ports, server.scope, { cursor: null });
    expect((await pull(server.ports, server.scope, { cursor })).rows).toEqual([]);
    const strange = [
      { ...cursor, epoch: 'another' },
      { ...cursor, seq: 2, safe: 2 },
      { ...cursor, seq: 1, safe: 7 },
    ];
    for (const one of strange) {
      const page = await pull(server.ports, server.scope, { cursor: one });
      expect(page.resend).toBe('full');
      expect(page.rows).toHaveLength(2);
    }
  });

  it('[S7] a full resend of many pages behind a high horizon comes to its end', async () => {
    const server = await simulatedServer();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await write(server, [create(name, 'L1')]);
    server.database.raw.exec('UPDATE district SET horizon = 4');
    const seen: string[] = [];
    let cursor: Cursor | null = { epoch: 'x', seq: 0, row: '', safe: 0 };
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await pull(server.ports, server.scope, { cursor, limit: 1 });
      seen.push(...page.rows.map(({ row }) => row));
      ({ cursor } = page);
      if (!page.more) break;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('[PL4] [AU4] every answer carries the head of the audit chain', async () => {
    const server = await simulatedServer();
    await write(server, [create('a', 'L1'), create('b', 'L2')]);
    const { audit } = await pull(server.ports, server.scope, { cursor: null });
    const last = server.database.raw.prepare('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1').get();
    expect(audit).toEqual({ ...last });
  });
});
