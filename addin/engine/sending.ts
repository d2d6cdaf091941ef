/**
 * Sending the register and looking at the region: who is signed in, what would be sent, what came of it. One at a time.
 * The access key lives in this object only; it is never kept in the workbook or on the computer.
 */
import type { Day } from '../../shared/domain/day.ts';
import type { SyncError } from '../../shared/sync/error-codes.ts';
import type { PlainRegister } from './check-runner.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';
import type { ConflictChoice, Connection, Overview, SendOutcome, SendPlan, SyncClient } from './sync-contract.ts';

export interface SendingState {
  readonly connection: Connection | null;
  readonly work: { readonly kind: 'connecting' | 'planning' | 'sending' | 'looking'; readonly share: number } | null;
  readonly plan: SendPlan | null;
  readonly outcome: SendOutcome | null;
  readonly overview: Overview | null;
  readonly error: SyncError | null;
}

/** What sending needs of the open workbook. */
export interface SendingSource {
  readonly register: () => Promise<PlainRegister | null>;
  readonly memory: () => string | null;
  readonly keep: (memory: string) => Promise<void>;
  /** Day and pack of the last run; null before one. */
  readonly lastRun: () => { readonly asOf: Day; readonly packId: string } | null;
}

export interface Sending {
  readonly store: Pick<Store<SendingState>, 'getSnapshot' | 'subscribe'>;
  readonly connect: (address: string, token: string) => Promise<void>;
  readonly disconnect: () => void;
  readonly prepare: (district: string) => Promise<void>;
  readonly send: (confirmRemovals: boolean) => Promise<void>;
  readonly stop: () => void;
  /** Remembers what a person chose for the conflicts and plans anew. */
  readonly settle: (choices: readonly ConflictChoice[]) => Promise<void>;
  readonly look: () => Promise<void>;
}

const NOTHING: SendingState = { connection: null, work: null, plan: null, outcome: null, overview: null, error: null };

/** @param startClient called once, when the client is first needed: a plan is sent by the client that made it */
export function createSending(startClient: () => Promise<SyncClient>, source: SendingSource): Sending {
  let client: Promise<SyncClient> | null = null;
  const loadClient = (): Promise<SyncClient> => (client ??= startClient());
  const store = createStore(NOTHING);
  const set = (part: Partial<SendingState>): void => store.update((state) => ({ ...state, ...part }));
  const begin = (kind: NonNullable<SendingState['work']>['kind']): void =>
    set({ work: { kind, share: 0 }, error: null });
  let stopper = new AbortController();

  const prepare = async (district: string): Promise<void> => {
    const run = source.lastRun();
    begin('planning');
    const [client, register] = await Promise.all([loadClient(), source.register()]);
    if (!run || !register) return set({ work: null, error: { code: 'nothing-to-send', requestId: null } });
    const memory = source.memory();
    const planned = await client.plan({ district, register: { ...register, rawCell: undefined }, memory, ...run });
    return set(planned.ok ? { work: null, plan: planned.value, outcome: null } : { work: null, error: planned.error });
  };

  /** A mistake of ours must not leave the screen waiting for ever. */
  const guarded = async (deed: () => Promise<void>): Promise<void> => {
    try {
      await deed();
    } catch {
      set({ work: null, error: { code: 'unexpected', requestId: null } });
    }
  };

  return {
    store,
    prepare: (district) => guarded(() => prepare(district)),
    connect: (address, token) =>
      guarded(async () => {
        begin('connecting');
        const client = await loadClient();
        const connected = await client.connect(address, token);
        set(connected.ok ? { work: null, connection: connected.value } : { work: null, error: connected.error });
      }),
    disconnect: () => set(NOTHING),
    send: (confirmRemovals) =>
      guarded(async () => {
        const { connection, plan } = store.getSnapshot();
        if (!connection || !plan) return;
        stopper = new AbortController();
        begin('sending');
        const client = await loadClient();
        const sent = await client.send(connection, plan, {
          confirmRemovals,
          signal: stopper.signal,
          keep: source.keep,
          onProgress: (share) => set({ work: { kind: 'sending', share } }),
        });
        if (sent.ok) await source.keep(sent.value.memory);
        set(sent.ok ? { work: null, plan: null, outcome: sent.value } : { work: null, error: sent.error });
      }),
    stop: () => stopper.abort(),
    settle: (choices) =>
      guarded(async () => {
        const { outcome } = store.getSnapshot();
        if (!outcome) return;
        const client = await loadClient();
        const settled = await client.settle(outcome.memory, choices);
        if (!settled.ok) return set({ error: settled.error });
        await source.keep(settled.value);
        await prepare(outcome.receipt.district);
      }),
    look: () =>
      guarded(async () => {
        const { connection } = store.getSnapshot();
        if (!connection) return;
        begin('looking');
        const seen = await (await loadClient()).overview(connection);
        set(seen.ok ? { work: null, overview: seen.value } : { work: null, error: seen.error });
      }),
  };
}
