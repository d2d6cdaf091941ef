import { describe, expect, it } from 'vitest';
import { failed } from '../../shared/sync/error-codes.ts';
import { handOver } from './handed-register.ts';
import { NotStarted } from './not-started.ts';
import { createPaneSyncClient, type SyncWorker } from './pane-sync-client.ts';
import type { Connection, SendPlan } from './sync-contract.ts';
import type { FromSyncWorker, ToSyncWorker } from './sync-worker-messages.ts';

const CONNECTION = { address: 'https://kurator.example.ru', token: 'kur_x' } as Connection;
const PLAN = { district: 'les', packId: 'training' } as SendPlan;
const INPUT = { district: 'les', memory: null, asOf: 0, packId: 'training' };
const REGISTER = { tables: [], families: [], members: [], visits: [], measures: [], specialists: [], reports: [] };

const unasked = async () => failed('unexpected');

/** A worker without a thread: what it hears is kept, what it says comes from the test. */
function world() {
  const heard: ToSyncWorker[] = [];
  const workers: { ended: boolean; say: (message: FromSyncWorker) => void; break: () => void }[] = [];
  const startWorker = (): SyncWorker => {
    const listeners = new Map<string, (event: unknown) => void>();
    const worker = {
      ended: false,
      say: (data: FromSyncWorker) => listeners.get('message')?.({ data }),
      break: () => listeners.get('error')?.({}),
    };
    workers.push(worker);
    return {
      postMessage: (message: ToSyncWorker) => void heard.push(message),
      terminate: () => {
        worker.ended = true;
      },
      addEventListener: (name: string, listener: unknown) =>
        void listeners.set(name, listener as (event: unknown) => void),
    } as SyncWorker;
  };
  const requests = { connect: unasked, otherRegisters: unasked, retire: unasked };
  return { client: createPaneSyncClient(requests, startWorker), heard, workers };
}

async function planned() {
  const one = world();
  const plan = one.client.plan(INPUT, handOver(REGISTER));
  one.workers[0]?.say({ kind: 'answer', id: 1, answer: { ok: true, value: PLAN } });
  const outcome = await plan;
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { ...one, plan: outcome.value };
}

describe('sending beside the page', () => {
  it('starts a worker when it is first needed, and hands it the register and not the page', async () => {
    const { client, heard, workers } = world();
    expect(workers).toHaveLength(0);
    const shares: number[] = [];
    const register = handOver(REGISTER);
    const plan = client.plan(INPUT, register, { onProgress: (share) => shares.push(share) });
    expect(heard).toMatchObject([{ kind: 'plan', id: 1, given: INPUT, register }]);
    workers[0]?.say({ kind: 'progress', id: 1, share: 0.5 });
    workers[0]?.say({ kind: 'answer', id: 1, answer: { ok: true, value: PLAN } });
    expect(await plan).toEqual({ ok: true, value: PLAN });
    expect(shares).toEqual([0.5]);
  });

  it('ends the worker when a person stops the look, and starts another for the next', async () => {
    const { client, workers, heard } = world();
    const stopper = new AbortController();
    const plan = client.plan(INPUT, handOver(REGISTER), { signal: stopper.signal });
    stopper.abort();
    expect(await plan).toEqual(failed('stopped'));
    expect(workers[0]?.ended).toBe(true);
    void client.settle('память', []);
    expect(workers).toHaveLength(2);
    expect(heard.at(-1)).toMatchObject({ kind: 'settle' });
  });

  it('keeps the worker, which holds the plan, when somebody presses stop too late', async () => {
    const { client, workers, heard } = world();
    const stopper = new AbortController();
    const plan = client.plan(INPUT, handOver(REGISTER), { signal: stopper.signal });
    workers[0]?.say({ kind: 'answer', id: 1, answer: { ok: true, value: PLAN } });
    await plan;
    const sent = client.send(CONNECTION, PLAN, { signal: stopper.signal });
    workers[0]?.say({ kind: 'answer', id: 2, answer: failed('no-connection') });
    await sent;
    stopper.abort();
    expect(workers.map(({ ended }) => ended)).toEqual([false]);
    expect(heard.map(({ kind }) => kind)).toEqual(['plan', 'send']);
  });

  it.each([true, false])('tells the worker whether the workbook has kept the memory: %s', async (isKept) => {
    const { client, heard, workers, plan } = await planned();
    const kept: string[] = [];
    const keep = async (memory: string): Promise<void> => {
      if (!isKept) throw new Error('the workbook is read-only');
      kept.push(memory);
    };
    const sent = client.send(CONNECTION, plan, { keep });
    expect(heard.at(-1)).toMatchObject({ kind: 'send', id: 2, of: 1, given: { connection: CONNECTION } });
    workers[0]?.say({ kind: 'keep', id: 2, memory: 'память' });
    await expect.poll(() => heard.at(-1)).toEqual({ kind: 'kept', id: 2, isKept });
    expect(kept).toEqual(isKept ? ['память'] : []);
    workers[0]?.say({ kind: 'answer', id: 2, answer: failed('no-connection') });
    expect(await sent).toEqual(failed('no-connection'));
  });

  it('asks the worker to stop a sending, and lets it come to its end', async () => {
    const { client, heard, workers, plan } = await planned();
    const stopper = new AbortController();
    const sent = client.send(CONNECTION, plan, { signal: stopper.signal });
    stopper.abort();
    expect(heard.at(-1)).toEqual({ kind: 'stop', id: 2 });
    expect(workers[0]?.ended).toBe(false);
    workers[0]?.say({ kind: 'answer', id: 2, answer: failed('stopped') });
    expect(await sent).toEqual(failed('stopped'));
  });

  it('asks a copy of the workbook for cells by its own number', async () => {
    const { client, heard, workers } = world();
    const copied = client.copy({ memory: 'память' }, handOver(REGISTER));
    const facts = { district: 'les', register: 'r', epoch: null };
    workers[0]?.say({ kind: 'answer', id: 1, answer: { ok: true, value: facts } });
    const copy = await copied;
    const cells = copy.ok ? copy.value.cells([{ row: 'a', field: null }]) : null;
    expect(heard.at(-1)).toMatchObject({ kind: 'cells', of: 1, given: [{ row: 'a', field: null }] });
    workers[0]?.say({ kind: 'answer', id: 2, answer: [null] });
    expect(await cells).toEqual([null]);
  });

  it.each([
    ['before it has said anything', [], true],
    ['after that', [{ kind: 'progress', id: 1, share: 0.5 }], false],
  ] as const)('tells a program that did not come from one that broke: %s', async (_, said, isNotStarted) => {
    const { client, workers } = world();
    const settled = client.settle('память', []);
    for (const message of said) workers[0]?.say(message);
    workers[0]?.break();
    const error: unknown = await settled.catch((reason: unknown) => reason);
    expect(error instanceof NotStarted).toBe(isNotStarted);
  });

  it.each([
    [
      'fails',
      /^x$/,
      ({ workers }: ReturnType<typeof world>) => workers[0]?.say({ kind: 'failed', id: 1, message: 'x' }),
    ],
    ['does not start', /ended/, ({ workers }: ReturnType<typeof world>) => workers[0]?.break()],
    ['is ended', /ended/, ({ client }: ReturnType<typeof world>) => client.end()],
  ])('leaves nobody waiting when the worker %s', async (_, message, happen) => {
    const one = world();
    const settled = one.client.settle('память', []);
    happen(one);
    await expect(settled).rejects.toThrow(message);
  });
});
