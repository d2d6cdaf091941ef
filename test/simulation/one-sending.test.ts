import { describe, expect, it } from 'vitest';
import type { ServerApi } from '../../addin/engine/server-api.ts';
import { runSession } from '../../addin/engine/sync-session.ts';
import { failed } from '../../shared/sync/error-codes.ts';
import { pullAnswerSchema, pushRequestSchema } from '../../shared/sync/protocol.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import { copyOf } from './restored-server.ts';
import { simulatedServer, type SimulatedServer } from './simulated-server.ts';
import { SimulatedWorkbook } from './simulated-workbook.ts';

const BASE = { level: 'L1', contractNo: null, startDate: null };

async function sent(levels: readonly string[]) {
  const server = await simulatedServer();
  const workbook = new SimulatedWorkbook('w0');
  for (const level of levels) workbook.add({ ...BASE, level });
  await workbook.send(server);
  return { server, workbook };
}

const levelsOn = (server: SimulatedServer) =>
  [...server.rows().values()].flatMap(({ values }) => (values === null ? [] : [String(values['level'])])).toSorted();

/** Runs one sending whose calls end at the k-th: before it reaches the server, or after. */
async function cutSession(server: SimulatedServer, workbook: SimulatedWorkbook, cut: { at: number; after: boolean }) {
  let calls = 0;
  const whole = server.api({ faults: [] });
  const cutting =
    <A extends readonly unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A) => {
      calls += 1;
      if (calls < cut.at) return await call(...args);
      if (cut.after && calls === cut.at) await call(...args);
      return failed('no-connection');
    };
  const api: ServerApi = { ...whole, pull: cutting(whole.pull), push: cutting(whole.push) };
  await runSession(
    {
      api,
      rows: workbook.local(),
      confirmRemovals: true,
      newId: workbook.newId,
      keep: async (memory: SyncMemory) => {
        workbook.memory = structuredClone(memory);
        return { ok: true, value: null };
      },
      onProgress: () => undefined,
    },
    workbook.memory,
  );
  return calls;
}

describe('one sending', () => {
  it('[ID5] rows missing from the sheet stay on the server until a person confirms their removal', async () => {
    const { server, workbook } = await sent(['L1', 'L2', 'L3']);
    workbook.remove(1);
    const unconfirmed = await runSession(
      {
        api: server.api({ faults: [] }),
        rows: workbook.local(),
        confirmRemovals: false,
        newId: workbook.newId,
        keep: async () => ({ ok: true, value: null }),
        onProgress: () => undefined,
      },
      workbook.memory,
    );
    expect(unconfirmed.ok && unconfirmed.value.plan.missing).toHaveLength(1);
    expect(levelsOn(server)).toEqual(['L1', 'L2', 'L3']);
    await workbook.send(server);
    expect(levelsOn(server)).toEqual(['L1', 'L3']);
  });

  it.each([
    ['запись заведена дважды', ['L1', 'L3'], 1],
    ['мать Кедрова Анна звонила', ['L1', 'L2', 'L3'], 0],
  ])('[ID5] [AU5] a removal for the reason «%s» leaves %j', async (reason, left, entries) => {
    const { server, workbook } = await sent(['L1', 'L2', 'L3']);
    workbook.remove(1);
    const outcome = await runSession(
      {
        api: server.api({ faults: [] }),
        rows: workbook.local(),
        confirmRemovals: true,
        removalReason: reason,
        newId: workbook.newId,
        keep: async () => ({ ok: true, value: null }),
        onProgress: () => undefined,
      },
      workbook.memory,
    );
    expect(outcome.ok && outcome.value.removed).toBe(entries);
    expect(levelsOn(server)).toEqual(left);
    const audit = server.database.raw.prepare('SELECT entry FROM audit').all();
    expect(audit.filter(({ entry }) => String(entry).includes(reason))).toHaveLength(entries);
  });

  it.each([
    ['as it was', 'SELECT 1'],
    ['under another key of its audit', "UPDATE push SET request_hash = 'made with another key'"],
  ])(
    '[I3] [SU1] [SU2] cut before or after any of its calls, the next ends in the same state: the server is %s',
    async (_, meanwhile) => {
      let cuts = 0;
      for (const after of [false, true]) {
        for (let at = 1; at <= 6; at += 1) {
          const { server, workbook } = await sent(['L1', 'L2', 'L3']);
          workbook.edit(0, 'level', 'L9');
          workbook.remove(1);
          workbook.add({ ...BASE, level: 'L7' });
          cuts += (await cutSession(server, workbook, { at, after })) >= at ? 1 : 0;
          server.database.raw.exec(meanwhile);
          workbook.rows.reverse();
          await workbook.send(server);
          expect(levelsOn(server)).toEqual(['L3', 'L7', 'L9']);
          expect([...server.rows().values()].map(({ version }) => version).toSorted()).toEqual([1, 1, 2, 2]);
          expect(workbook.memory.pending).toBeNull();
        }
      }
      expect(cuts).toBeGreaterThanOrEqual(5);
    },
  );

  it('[PU1] [PL1] [AU1] what goes over the wire has the form of the protocol; each change has its audit row', async () => {
    const requests: unknown[] = [];
    const server = await simulatedServer({
      tamper: (request) => {
        requests.push(structuredClone(request));
        return request;
      },
    });
    const workbook = new SimulatedWorkbook('w0');
    workbook.add(BASE);
    workbook.add(BASE);
    await workbook.send(server);
    workbook.edit(0, 'startDate', '2026-01-01');
    workbook.remove(1);
    await workbook.send(server);
    expect(requests).toHaveLength(2);
    const page = await server.api({ faults: [] }).pull(workbook.memory, null);
    expect(page.ok && pullAnswerSchema.safeParse(page.value).success).toBe(true);
    expect(page.ok && page.value.rows.map(({ values }) => values === null)).toEqual(
      expect.arrayContaining([true, false]),
    );
    const ops = requests.flatMap((request) => (request as { ops: { op: string }[] }).ops.map(({ op }) => op));
    expect(ops.toSorted()).toEqual(['create', 'create', 'delete', 'set']);
    expect(pushRequestSchema.shape.ops.safeParse([]).success).toBe(false);
    expect(server.database.raw.prepare('SELECT count(*) AS links FROM audit').get()).toEqual({ links: 4 });
  });
});

describe('after a restore from an older copy', () => {
  it('[B2] [MG7] lost rows are created again, lost changes are conflicts that people see, nothing is overwritten', async () => {
    const { server, workbook } = await sent(['L1', 'L2', 'L3']);
    const putBack = copyOf(server);
    workbook.edit(0, 'level', 'L9');
    workbook.add({ ...BASE, level: 'L7' });
    await workbook.send(server);
    expect(levelsOn(server)).toEqual(['L2', 'L3', 'L7', 'L9']);
    putBack();
    expect(levelsOn(server)).toEqual(['L1', 'L2', 'L3']);
    await workbook.send(server);
    expect(levelsOn(server)).toEqual(['L1', 'L2', 'L3', 'L7']);
    const { conflicts } = workbook.plan();
    expect(conflicts.map(({ field }) => field)).toEqual(['level']);
    expect(workbook.rows.map(({ values }) => values['level'])).toEqual(['L9', 'L2', 'L3', 'L7']);
    workbook.settle('mine');
    await workbook.send(server);
    expect(levelsOn(server)).toEqual(['L2', 'L3', 'L7', 'L9']);
  });

  it('[B2] a push without answer is not taken for done in the new life', async () => {
    const { server, workbook } = await sent(['L1']);
    const putBack = copyOf(server);
    workbook.add({ ...BASE, level: 'L7' });
    await workbook.send(server, { faults: ['answer-lost'] });
    expect(levelsOn(server)).toEqual(['L1', 'L7']);
    putBack();
    await workbook.send(server);
    expect(levelsOn(server)).toEqual(['L1', 'L7']);
    expect(workbook.memory.pending).toBeNull();
  });
});
