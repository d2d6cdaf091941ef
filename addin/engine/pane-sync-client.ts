/**
 * The sending part as a screen has it. What takes long (reading the register, pseudonyms, comparing, sealing, packing
 * the memory) runs in a Web Worker; what is one small request runs here. The worker ends with `end`, and with it all
 * that it knew: keys of the region, names, the access key.
 */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { HandedRegister } from './handed-register.ts';
import type { LocalCopy } from './local-copy.ts';
import { NotStarted } from './not-started.ts';
import type { CopyInput, PlanInput, SendOptions, SendPlan, SyncClient } from './sync-contract.ts';
import type { FromSyncWorker, SyncVerb, SyncVerbs, ToSyncWorker } from './sync-worker-messages.ts';

/** A register is handed to the worker past the page. */
export interface PaneSyncClient extends Omit<SyncClient, 'plan' | 'copy'> {
  /** What would be sent. Stopping it ends the worker; nothing was sent. */
  plan(
    input: Omit<PlanInput, 'register'>,
    register: HandedRegister,
    options?: Pick<SendOptions, 'onProgress' | 'signal'>,
  ): Promise<Outcome<SendPlan>>;
  copy(input: Omit<CopyInput, 'register'>, register: HandedRegister): Promise<Outcome<LocalCopy>>;
  /** Forgets everything. The next verb starts afresh. */
  end(): void;
}

/** The part of a worker that is used, so that tests can do without one. */
export type SyncWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Waiting {
  readonly answer: (answer: SyncVerbs[SyncVerb]['answer']) => void;
  readonly fail: (error: Error) => void;
  readonly options: Pick<SendOptions, 'onProgress' | 'keep'>;
}

interface Asked {
  readonly register?: HandedRegister;
  readonly of?: number | undefined;
  readonly options?: SendOptions;
}

/** @param requests asks the server on this thread: for what needs no register */
export function createPaneSyncClient(
  requests: Pick<SyncClient, 'connect' | 'otherRegisters' | 'retire'>,
  startWorker: () => SyncWorker,
): PaneSyncClient {
  const desk = workerDesk(startWorker);
  const planIds = new WeakMap<SendPlan, number>();
  return {
    connect: requests.connect,
    otherRegisters: requests.otherRegisters,
    retire: requests.retire,

    plan: async (given, register, options = {}) => {
      const { id, answer } = desk.ask('plan', given, { register, options });
      const plan = await heeding(options.signal, answer, (stop) => {
        stop(failed('stopped'));
        desk.end();
      });
      if (plan.ok) planIds.set(plan.value, id);
      return plan;
    },

    send: async (connection, plan, { confirmRemovals, removalReason, ...options } = {}) => {
      const given = {
        connection,
        options: {
          ...(confirmRemovals === undefined ? {} : { confirmRemovals }),
          ...(removalReason === undefined ? {} : { removalReason }),
        },
      };
      const { id, answer } = desk.ask('send', given, { of: planIds.get(plan), options });
      return await heeding(options.signal, answer, () => desk.tell({ kind: 'stop', id }));
    },

    settle: async (memory, choices) => await desk.ask('settle', { memory, choices }, {}).answer,

    copy: async (given, register) => {
      const { id, answer } = desk.ask('copy', given, { register });
      const copied = await answer;
      if (!copied.ok) return copied;
      const cells: LocalCopy['cells'] = (places) => desk.ask('cells', places, { of: id }).answer;
      const names: LocalCopy['names'] = (pseudonyms) => desk.ask('names', pseudonyms, { of: id }).answer;
      const compare: LocalCopy['compare'] = (frozen) => desk.ask('compare', frozen, { of: id }).answer;
      const differing: LocalCopy['differing'] = (frozen) => desk.ask('differing', frozen, { of: id }).answer;
      return { ok: true, value: { ...copied.value, cells, names, compare, differing } };
    },

    end: () => desk.end(),
  };
}

/**
 * The answer, or what `onStop` stops with when the signal comes first. An answer that has come is not stopped any more.
 */
async function heeding<T>(
  signal: AbortSignal | undefined,
  answer: Promise<T>,
  onStop: (stop: (value: T) => void) => void,
): Promise<T> {
  const answered = new AbortController();
  const stopped = new Promise<T>((stop) => {
    signal?.addEventListener('abort', () => onStop(stop), { signal: answered.signal });
  });
  try {
    return await Promise.race([answer, stopped]);
  } finally {
    answered.abort();
  }
}

/** Questions to the one worker, and its answers. */
function workerDesk(startWorker: () => SyncWorker) {
  const waiting = new Map<number, Waiting>();
  let worker: SyncWorker | null = null;
  let lastId = 0;

  const end = (error = new Error('the worker has ended')): void => {
    worker?.terminate();
    worker = null;
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const tell = (message: ToSyncWorker, transfer: Transferable[] = []): void => {
    if (worker === null) {
      worker = startWorker();
      let hasSpoken = false;
      worker.addEventListener('message', ({ data }: MessageEvent<FromSyncWorker>) => {
        hasSpoken = true;
        hear(data);
      });
      // A worker whose program does not come says nothing of why.
      worker.addEventListener('error', ({ message }) =>
        end(hasSpoken || message ? undefined : new NotStarted('the worker has ended before it began')),
      );
    }
    worker.postMessage(message, transfer);
  };
  const hear = (message: FromSyncWorker): void => {
    const { id } = message;
    const asked = waiting.get(id);
    if (asked === undefined) return;
    if (message.kind === 'progress') return asked.options.onProgress?.(message.share, message.isRetrying);
    if (message.kind === 'keep') {
      const kept = (isKept: boolean): void => tell({ kind: 'kept', id, isKept });
      void Promise.resolve(asked.options.keep?.(message.memory)).then(
        () => kept(true),
        () => kept(false),
      );
      return;
    }
    waiting.delete(id);
    if (message.kind === 'failed') asked.fail(new Error(message.message));
    else asked.answer(message.answer);
  };
  const ask = <V extends SyncVerb>(
    kind: V,
    given: SyncVerbs[V]['given'],
    { register, of, options = {} }: Asked,
  ): { readonly id: number; readonly answer: Promise<SyncVerbs[V]['answer']> } => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<SyncVerbs[V]['answer']>((resolve, fail) => {
      // The worker answers a question with what its verb promises: the edge between messages and types.
      waiting.set(id, { answer: resolve as Waiting['answer'], fail, options });
    });
    const question = { kind, id, given, register, of } as ToSyncWorker;
    tell(question, register ? [register] : []);
    return { id, answer };
  };
  return { ask, tell, end };
}
