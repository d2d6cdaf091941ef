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

/** What the verbs share: the state, the one client, the workbook. */
interface Desk {
  readonly store: Store<SendingState>;
  readonly client: () => Promise<SyncClient>;
  readonly source: SendingSource;
}

/** @param startClient called once, when the client is first needed: a plan is sent by the client that made it */
export function createSending(startClient: () => Promise<SyncClient>, source: SendingSource): Sending {
  let client: Promise<SyncClient> | null = null;
  const store = createStore(NOTHING);
  const desk: Desk = { store, source, client: () => (client ??= startClient()) };
  let stopper = new AbortController();
  /** A mistake of ours must not leave the screen waiting for ever. */
  const guarded = async (deed: Promise<void>): Promise<void> => {
    try {
      await deed;
    } catch {
      set(desk, { work: null, error: { code: 'unexpected', requestId: null } });
    }
  };
  return {
    store,
    connect: (address, token) => guarded(connect(desk, address, token)),
    disconnect: () => set(desk, NOTHING),
    prepare: (district) => guarded(prepare(desk, district)),
    send: (confirmRemovals) => {
      stopper = new AbortController();
      return guarded(send(desk, confirmRemovals, stopper.signal));
    },
    stop: () => stopper.abort(),
    settle: (choices) => guarded(settle(desk, choices)),
    look: () => guarded(look(desk)),
  };
}

function set({ store }: Desk, part: Partial<SendingState>): void {
  store.update((state) => ({ ...state, ...part }));
}

function begin(desk: Desk, kind: NonNullable<SendingState['work']>['kind']): void {
  set(desk, { work: { kind, share: 0 }, error: null });
}

async function connect(desk: Desk, address: string, token: string): Promise<void> {
  begin(desk, 'connecting');
  const connected = await (await desk.client()).connect(address, token);
  set(desk, connected.ok ? { work: null, connection: connected.value } : { work: null, error: connected.error });
}

async function prepare(desk: Desk, district: string): Promise<void> {
  const { source } = desk;
  const run = source.lastRun();
  begin(desk, 'planning');
  const [client, register] = await Promise.all([desk.client(), source.register()]);
  if (!run || !register) return set(desk, { work: null, error: { code: 'nothing-to-send', requestId: null } });
  const memory = source.memory();
  const plan = await client.plan({ district, register: { ...register, rawCell: undefined }, memory, ...run });
  return set(desk, plan.ok ? { work: null, plan: plan.value, outcome: null } : { work: null, error: plan.error });
}

async function send(desk: Desk, confirmRemovals: boolean, signal: AbortSignal): Promise<void> {
  const { store, source } = desk;
  const { connection, plan } = store.getSnapshot();
  if (!connection || !plan) return;
  begin(desk, 'sending');
  const sent = await (
    await desk.client()
  ).send(connection, plan, {
    confirmRemovals,
    signal,
    keep: source.keep,
    onProgress: (share) => set(desk, { work: { kind: 'sending', share } }),
  });
  if (sent.ok) await source.keep(sent.value.memory);
  set(desk, sent.ok ? { work: null, plan: null, outcome: sent.value } : { work: null, error: sent.error });
}

async function settle(desk: Desk, choices: readonly ConflictChoice[]): Promise<void> {
  const { outcome } = desk.store.getSnapshot();
  if (!outcome) return;
  const settled = await (await desk.client()).settle(outcome.memory, choices);
  if (!settled.ok) return set(desk, { error: settled.error });
  await desk.source.keep(settled.value);
  await prepare(desk, outcome.receipt.district);
}

async function look(desk: Desk): Promise<void> {
  const { connection } = desk.store.getSnapshot();
  if (!connection) return;
  begin(desk, 'looking');
  const seen = await (await desk.client()).overview(connection);
  set(desk, seen.ok ? { work: null, overview: seen.value } : { work: null, error: seen.error });
}
