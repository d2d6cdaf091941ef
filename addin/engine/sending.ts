/**
 * Sending the register: who is signed in, what would be sent, what came of it. One at a time.
 * The access key lives in this object only; it is never kept in the workbook or on the computer.
 */
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import { failed, type Outcome, type SyncError } from '../../shared/sync/error-codes.ts';
import type { HandedRegister } from './handed-register.ts';
import type { CellPlace, LocalCopy } from './local-copy.ts';
import { memoryKeeper } from './memory-keeper.ts';
import { NotStarted } from './not-started.ts';
import type { PaneSyncClient } from './pane-sync-client.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';
import type {
  ConflictChoice,
  Connection,
  IncomingEdit,
  OtherRegister,
  PlanInput,
  SendOutcome,
  SendPlan,
} from './sync-contract.ts';
import type { CellEdit, EditOutcome } from './workbook-port.ts';

export interface SendingState {
  readonly connection: Connection | null;
  readonly work: {
    readonly kind: 'connecting' | 'planning' | 'sending';
    readonly share: number;
    /** The server has not answered and is asked again. */
    readonly isRetrying?: boolean;
  } | null;
  readonly plan: SendPlan | null;
  readonly outcome: SendOutcome | null;
  /** At the first sending of a workbook: registers of the district that it may take the place of. */
  readonly others: readonly OtherRegister[];
  readonly error: SyncError | null;
}

/** What sending needs of the open workbook. */
export interface SendingSource {
  readonly register: () => Promise<HandedRegister | null>;
  readonly memory: () => string | null;
  readonly keep: (memory: string) => Promise<void>;
  /** Keys of the region at hand, the present one first. */
  readonly regionKeys?: () => readonly RegionKey[];
  /** Writes into the workbook, so that it can be undone. Answers for each edit, or with nothing when nothing was written. */
  readonly write?: (edits: readonly CellEdit[]) => Promise<readonly EditOutcome[]>;
  /** Day and pack of the last run; null before one. */
  readonly lastRun: () => Pick<PlanInput, 'asOf' | 'packId' | 'ownPack'> | null;
}

export interface SendWish {
  /** Why rows that are gone from the workbook are removed on the server; null: they stay there. */
  readonly removalReason: string | null;
  /** The register that this workbook takes the place of; it is closed after the sending. */
  readonly replaces: string | null;
}

export interface Sending {
  readonly store: Pick<Store<SendingState>, 'getSnapshot' | 'subscribe'>;
  readonly connect: (address: string, token: string) => Promise<void>;
  readonly disconnect: () => void;
  readonly prepare: (district: string) => Promise<void>;
  readonly send: (wish?: SendWish) => Promise<void>;
  /** Writes into the workbook what others changed on the server. */
  readonly takeOver: (incoming: readonly IncomingEdit[]) => Promise<void>;
  /** Lets the plan go: it was made by norms, or for a district, that count no more. */
  readonly dropPlan: () => void;
  /** Ends looking through the register, or a sending. What the server has accepted stays. */
  readonly stop: () => void;
  /** The open workbook as the server knows its rows; `nothing-to-send` for one that was never read or sent. */
  readonly copy: () => Promise<Outcome<LocalCopy>>;
  /** Remembers what a person chose for the conflicts and plans anew. */
  readonly settle: (choices: readonly ConflictChoice[]) => Promise<void>;
}

const NOTHING: SendingState = {
  connection: null,
  work: null,
  plan: null,
  outcome: null,
  others: [],
  error: null,
};

/** What the verbs share: the state, the one client, the workbook. */
interface Desk {
  readonly store: Store<SendingState>;
  readonly client: () => Promise<PaneSyncClient>;
  readonly source: SendingSource;
}

/**
 * @param startClient called when the client is first needed, and after a failure anew: a plan is sent by the client that
 * made it
 */
export function createSending(startClient: () => Promise<PaneSyncClient>, source: SendingSource): Sending {
  let client: Promise<PaneSyncClient> | null = null;
  const store = createStore(NOTHING);
  const started = (): Promise<PaneSyncClient> =>
    (client ??= startClient().catch((cause: unknown) => {
      client = null;
      throw new NotStarted('', { cause });
    }));
  const desk: Desk = { store, source, client: started };
  let stopper = new AbortController();
  /** A mistake of ours must not leave the screen waiting for ever. */
  const guarded = async (deed: Promise<void>, signal?: AbortSignal): Promise<void> => {
    try {
      await deed;
    } catch (error) {
      const code = error instanceof NotStarted ? 'no-connection' : 'pane-failed';
      set(desk, signal?.aborted ? { work: null } : { work: null, error: failed(code).error });
    }
  };
  /** Does what can be stopped. */
  const stoppable = (deed: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    stopper = new AbortController();
    const { signal } = stopper;
    return guarded(deed(signal), signal);
  };
  return {
    store,
    connect: (address, token) => guarded(connect(desk, address, token)),
    disconnect: () => {
      stopper.abort();
      void client?.then((one) => one.end());
      set(desk, NOTHING);
    },
    prepare: (district) => stoppable((signal) => prepare(desk, district, signal)),
    send: (wish = { removalReason: null, replaces: null }) => stoppable((signal) => send(desk, wish, signal)),
    takeOver: (incoming) => guarded(takeOver(desk, incoming)),
    dropPlan: () => set(desk, { plan: null }),
    stop: () => stopper.abort(),
    copy: () => copy(desk),
    settle: (choices) => stoppable((signal) => settle(desk, choices, signal)),
  };
}

function faultOf(error: unknown): ReturnType<typeof failed> {
  return failed(error instanceof NotStarted ? 'no-connection' : 'pane-failed');
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

async function prepare(desk: Desk, district: string, signal: AbortSignal): Promise<void> {
  const { source } = desk;
  const run = source.lastRun();
  begin(desk, 'planning');
  const [client, register] = await Promise.all([desk.client(), source.register()]);
  if (!run || !register) return set(desk, { work: null, error: failed('nothing-to-send').error });
  const memory = source.memory();
  const { connection } = desk.store.getSnapshot();
  const plan = await client.plan(
    {
      district,
      memory,
      ...run,
      regionKeys: source.regionKeys?.() ?? [],
      acceptsSealed: connection?.acceptsSealed ?? false,
    },
    register,
    { signal, onProgress: (share) => set(desk, { work: { kind: 'planning', share } }) },
  );
  // Looking changes nothing: a person who stops it need not be told what became of it.
  if (signal.aborted) return set(desk, { work: null });
  if (!plan.ok) return set(desk, { work: null, error: plan.error });
  const others = await othersOf(desk, plan.value);
  if (!others.ok) return set(desk, { work: null, error: others.error });
  return set(desk, { work: null, plan: plan.value, others: others.value, outcome: null });
}

/** A workbook that has lost its memory would become a second register of the district in silence. */
async function othersOf({ client, store }: Desk, plan: SendPlan): Promise<Outcome<SendingState['others']>> {
  const { connection } = store.getSnapshot();
  if (!plan.isFirst || !connection) return { ok: true, value: [] };
  return await (await client()).otherRegisters(connection, plan);
}

async function send(desk: Desk, { removalReason, replaces }: SendWish, signal: AbortSignal): Promise<void> {
  const { store, source } = desk;
  const { connection, plan, others: asked } = store.getSnapshot();
  if (!connection || !plan) return;
  begin(desk, 'sending');
  const others = await othersOf(desk, plan);
  if (!others.ok) return set(desk, { work: null, error: others.error });
  const isAsked = others.value.every(({ id }) => asked.some((one) => one.id === id));
  if (!isAsked) return set(desk, { work: null, others: others.value, error: failed('register-begun').error });
  const client = await desk.client();
  const keeper = memoryKeeper(source.keep);
  const sent = await client
    .send(connection, plan, {
      confirmRemovals: removalReason !== null,
      ...(removalReason === null ? {} : { removalReason }),
      signal,
      keep: keeper.keep,
      onProgress: (share, isRetrying = false) => set(desk, { work: { kind: 'sending', share, isRetrying } }),
    })
    .catch(keeper.toOutcome);
  if (!sent.ok) {
    const begun = sent.error.code === 'register-begun' ? await othersOf(desk, plan) : null;
    return set(desk, { work: null, error: sent.error, ...(begun?.ok ? { others: begun.value } : {}) });
  }
  // Until the register that this one takes the place of is closed, the region counts both.
  const replaced = others.value.find(({ id }) => id === replaces);
  const retired = replaced ? await client.retire(connection, plan.district, replaced.id) : null;
  if (retired && !retired.ok) return set(desk, { work: null, error: retired.error });
  const kept = await keeper.keep(sent.value.memory).catch(keeper.toOutcome);
  const error = kept && !kept.ok ? kept.error : null;
  return set(desk, { work: null, plan: null, others: [], outcome: sent.value, error });
}

async function copy({ client, source }: Desk): Promise<Outcome<LocalCopy>> {
  const memory = source.memory();
  const register = memory === null ? null : await source.register();
  if (memory === null || register === null) return failed('nothing-to-send');
  try {
    const started = await client();
    // Reading the register takes in what another pane has kept of its sendings.
    return await started.copy({ memory: source.memory() ?? memory, regionKeys: source.regionKeys?.() ?? [] }, register);
  } catch (error) {
    return faultOf(error);
  }
}

/** A value of the server with the row and field that it is for. */
type Offered = Pick<IncomingEdit, 'rowId' | 'field' | 'edit'>;

/**
 * The edits in the cells where their rows stand now: since the sending, people may have sorted the sheet or inserted
 * rows. What has no cell any more is left out.
 */
async function editsNow<T extends Offered>(
  desk: Desk,
  offered: readonly T[],
): Promise<Outcome<ReadonlyMap<T, CellEdit>>> {
  const edits = new Map<T, CellEdit>();
  const writable = offered.filter(({ edit }) => edit !== null);
  if (writable.length === 0) return { ok: true, value: edits };
  const copied = await copy(desk);
  if (!copied.ok) return copied;
  const places = writable.map(({ rowId, field }): CellPlace => ({ row: rowId, field, isExact: true }));
  const cells = await copied.value.cells(places);
  for (const [index, one] of writable.entries()) {
    const cell = cells[index];
    if (one.edit && cell) edits.set(one, { ...one.edit, cell });
  }
  return { ok: true, value: edits };
}

/** What a cell took is no news any more, nor is what has no cell; what the workbook refused stays on the list. */
async function takeOver(desk: Desk, incoming: readonly IncomingEdit[]): Promise<void> {
  const { store, source } = desk;
  if (!source.write) return;
  const edits = await editsNow(desk, incoming);
  if (!edits.ok) return set(desk, { error: edits.error });
  if (edits.value.size === 0) return;
  const outcomes = await source.write([...edits.value.values()]);
  const refused = new Set([...edits.value.keys()].filter((_one, index) => !outcomes[index]?.ok));
  const done = new Set(incoming.filter((one) => one.edit !== null && !refused.has(one)));
  store.update((state) => {
    const { outcome } = state;
    if (!outcome) return state;
    return { ...state, outcome: { ...outcome, incoming: outcome.incoming.filter((one) => !done.has(one)) } };
  });
}

async function settle(desk: Desk, choices: readonly ConflictChoice[], signal: AbortSignal): Promise<void> {
  const { outcome } = desk.store.getSnapshot();
  if (!outcome) return;
  const theirs = new Set(choices.flatMap(({ rowId, field, take }) => (take === 'theirs' ? [`${rowId} ${field}`] : [])));
  const chosen = outcome.conflicts.flatMap(({ rowId, field, edit }) =>
    field !== null && theirs.has(`${rowId} ${field}`) ? [{ rowId, field, edit }] : [],
  );
  const edits = await editsNow(desk, chosen);
  if (!edits.ok) return set(desk, { error: edits.error });
  const settled = await (await desk.client()).settle(outcome.memory, choices);
  if (!settled.ok) return set(desk, { error: settled.error });
  await desk.source.keep(settled.value);
  if (edits.value.size > 0) await desk.source.write?.([...edits.value.values()]);
  await prepare(desk, outcome.receipt.district, signal);
}
