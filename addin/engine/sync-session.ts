/**
 * One sending, step by step [SU1, SU2]: repeat the push without answer, pull, merge, push in parts, submit. The memory
 * is kept before each push and at the end. At any moment the workbook can be closed: a push whose answer was not kept is
 * sent again and answered as before.
 */
import { absorbPull, absorbPush } from '../../shared/sync/absorb.ts';
import { failed, type Outcome, type RefusalCode, type SyncErrorCode } from '../../shared/sync/error-codes.ts';
import { CHARACTERS_PER_PUSH, OPS_PER_PUSH } from '../../shared/sync/limits.ts';
import { planSending, type LocalRow, type PlannedSending } from '../../shared/sync/plan-sending.ts';
import { END_OF_SEQ, type Op, type OpOutcome, type PulledRow, type PushAnswer } from '../../shared/sync/protocol.ts';
import type { PendingPush, SyncMemory } from '../../shared/sync/sync-memory.ts';
import { countOps } from './op-counts.ts';
import { withoutSealed, type Sealing } from './sealing.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Refusals of a push after which the workbook pulls, merges and pushes anew [PU12] [PU15]. A server that has changed the
 * key of its audit no longer knows a push that it has answered [PU7].
 */
const BEHIND: ReadonlySet<SyncErrorCode> = new Set(['epoch-changed', 'register-moved-on', 'push-id-reused']);

/** Rounds of pull, merge and push before a sending gives up on rows that others keep changing. */
const MOST_ROUNDS = 4;

export interface SessionSetup {
  readonly api: ServerApi;
  readonly rows: readonly LocalRow[];
  readonly confirmRemovals: boolean;
  readonly removalReason?: string | undefined;
  readonly newId: () => string;
  /** Null or absent: no key of the region is at hand, and nothing sealed is sent or seen. */
  readonly sealing?: Sealing | null;
  /** Pseudonyms under a former key, by what they are now. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
  /** Keeps the memory in the workbook. */
  readonly keep: (memory: SyncMemory) => Promise<Outcome<null>>;
  readonly onProgress: (share: number) => void;
}

export interface Sent {
  readonly memory: SyncMemory;
  /** The state after the last round: what people must still decide. */
  readonly plan: PlannedSending;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly refused: readonly { readonly rowId: string; readonly code: RefusalCode }[];
  /** The mark of the server's last judgement of the register; null when it has none, or does not say. */
  readonly standing: string | null;
}

interface Tally {
  added: number;
  changed: number;
  removed: number;
  refused: Map<string, RefusalCode>;
  /** Rows that a former key has sealed, as far as they were seen. */
  outdated: Set<string>;
  standing: string | null;
}

/** Brings workbook and server as close as they can come without a person. */
export async function runSession(setup: SessionSetup, start: SyncMemory): Promise<Outcome<Sent>> {
  const tally: Tally = { added: 0, changed: 0, removed: 0, refused: new Map(), outdated: new Set(), standing: null };
  let memory = start;
  if (memory.pending !== null) {
    const repeated = await pushOnce(setup, memory, { pending: memory.pending }, tally);
    if (!repeated.ok) return repeated;
    memory = repeated.value.memory;
  }
  // What the sheet took over since the last sending is agreed now, before the server's news are looked at: otherwise a
  // value that somebody has put back there would look like one that never changed.
  memory = { ...memory, rows: planSending(setup.rows, memory.rows, setup).rows };
  // With another key than the rows were last seen with, all are looked at anew [RK1].
  let isFromStart = setup.sealing ? memory.openedWith !== setup.sealing.keyId : false;
  let given: readonly string[] = [];
  for (let round = 1; ; round += 1) {
    const pulled = await pullAll(setup, memory, { isFromStart, tally });
    if (!pulled.ok) return pulled;
    isFromStart = false;
    const plan = planSending(setup.rows, pulled.value.rows, { ...setup, reseal: tally.outdated, given });
    given = plan.ids;
    memory = { ...pulled.value, rows: plan.rows };
    const ops = plan.ops.filter((op) => !tally.refused.has(op.row));
    if (ops.length === 0 || round > MOST_ROUNDS) {
      const { openedWith, ...rest } = memory;
      const isAllSeen = setup.sealing ? tally.outdated.size === 0 : false;
      const seenWith = isAllSeen ? setup.sealing?.keyId : openedWith;
      memory = setup.sealing && seenWith !== undefined ? { ...rest, openedWith: seenWith } : rest;
      const kept = await setup.keep(memory);
      return kept.ok ? { ok: true, value: { ...tally, memory, plan, refused: refusals(tally) } } : kept;
    }
    const pushed = await pushParts(setup, memory, { ...plan, ops }, tally);
    if (!pushed.ok) return pushed;
    memory = pushed.value;
  }
}

function refusals(tally: Tally): Sent['refused'] {
  return [...tally.refused].map(([rowId, code]) => ({ rowId, code }));
}

/** Cuts ops into pushes of bounded rows and size. */
function partsOf(ops: readonly Op[]): readonly Op[][] {
  const parts: Op[][] = [];
  let room = 0;
  for (const op of ops) {
    room -= JSON.stringify(op).length;
    const last = parts.at(-1);
    if (last !== undefined && room > 0 && last.length < OPS_PER_PUSH) last.push(op);
    else {
      parts.push([op]);
      room = CHARACTERS_PER_PUSH;
    }
  }
  return parts;
}

async function pushParts(
  setup: SessionSetup,
  start: SyncMemory,
  plan: Pick<PlannedSending, 'ops' | 'held'>,
  tally: Tally,
): Promise<Outcome<SyncMemory>> {
  let memory = start;
  let done = 0;
  for (const plainOps of partsOf(plan.ops)) {
    const ops = setup.sealing ? [...(await setup.sealing.sealOps(plainOps))] : plainOps;
    const held = Object.fromEntries(ops.map((op) => [op.row, [...(plan.held[op.row] ?? [])]]));
    const pending: PendingPush = { pushId: setup.newId(), ...whatWasSeen(memory), ops, held };
    memory = { ...memory, pending };
    const kept = await setup.keep(memory);
    if (!kept.ok) return kept;
    const pushed = await pushOnce(setup, memory, { pending, plainOps }, tally);
    if (!pushed.ok) return pushed;
    memory = pushed.value.memory;
    done += ops.length;
    setup.onProgress(done / plan.ops.length);
    if (pushed.value.isBehind) break;
  }
  return { ok: true, value: memory };
}

/** Which life of the server the workbook has seen, and up to where [PU12] [PU15]. */
function whatWasSeen({ cursor }: SyncMemory): Pick<PendingPush, 'epoch' | 'seen'> {
  if (cursor === null) return { epoch: null };
  return { epoch: cursor.epoch, ...(cursor.row === END_OF_SEQ ? { seen: cursor.seq } : {}) };
}

/**
 * One push until it has an answer. A server that was restored since then, or has rows that the workbook has not seen,
 * has not applied it: the rows are merged anew.
 */
async function pushOnce(
  setup: SessionSetup,
  memory: SyncMemory,
  { pending, plainOps }: { readonly pending: PendingPush; readonly plainOps?: readonly Op[] },
  tally: Tally,
): Promise<Outcome<{ readonly memory: SyncMemory; readonly isBehind: boolean }>> {
  const answer = await setup.api.push(memory, pending);
  if (!answer.ok) {
    const without = { ...memory, pending: null };
    if (BEHIND.has(answer.error.code)) return { ok: true, value: { memory: without, isBehind: true } };
    if (answer.error.code !== 'register-begun') return answer;
    // Whether this register is begun at all is the person's to say [PU17].
    const kept = await setup.keep(without);
    return kept.ok ? answer : kept;
  }
  count(tally, pending, answer.value.outcomes);
  const ops = plainOps ?? (await setup.sealing?.openOps(pending.ops)) ?? pending.ops;
  const rows = absorbPush(memory.rows, { held: pending.held, ops: [...ops] }, answer.value.outcomes);
  for (const { row, outcome } of answer.value.outcomes) if (outcome === 'applied') tally.outdated.delete(row);
  const next = { ...memory, rows, pending: null, cursor: cursorAfter(memory, pending, answer.value) };
  return { ok: true, value: { memory: next, isBehind: false } };
}

/** When nobody else has changed the register in between, the own push need not be pulled again. */
function cursorAfter(
  { cursor }: SyncMemory,
  { ops, seen }: PendingPush,
  { epoch, seq, tookSeq, outcomes }: PushAnswer,
): SyncMemory['cursor'] {
  if (outcomes.some((outcome) => outcome.outcome === 'refused' && outcome.code === 'row-missing')) return null;
  if (!tookSeq || cursor?.epoch !== epoch || cursor.row !== END_OF_SEQ) return cursor;
  // The server has looked [PU15], or the district's next number says it.
  const isLookedAt = seen === cursor.seq && ops.some(({ op }) => op === 'create');
  const isNext = isLookedAt || seq === cursor.seq + 1;
  return isNext ? { epoch, seq, row: END_OF_SEQ, safe: seq } : cursor;
}

function count(tally: Tally, { ops }: PendingPush, outcomes: readonly OpOutcome[]): void {
  const applied = new Set(outcomes.filter(({ outcome }) => outcome === 'applied').map(({ row }) => row));
  const { added, changed, removed } = countOps(ops.filter(({ row }) => applied.has(row)));
  tally.added += added;
  tally.changed += changed;
  tally.removed += removed;
  for (const outcome of outcomes) {
    if (outcome.outcome === 'refused' && outcome.code !== 'row-missing') tally.refused.set(outcome.row, outcome.code);
  }
}

interface PullWish {
  /** Look at all rows, whatever was seen before. */
  readonly isFromStart: boolean;
  readonly tally: Tally;
}

async function pullAll(
  { api, sealing }: SessionSetup,
  memory: SyncMemory,
  { isFromStart, tally }: PullWish,
): Promise<Outcome<SyncMemory>> {
  const knownEpoch = memory.cursor?.epoch ?? null;
  let rows: PulledRow[] = [];
  let cursor = isFromStart ? null : memory.cursor;
  let isFull = false;
  for (;;) {
    const page = await api.pull(memory, cursor);
    if (!page.ok) return page;
    const { value } = page;
    if (value.resend === 'full') {
      isFull = true;
      rows = [];
    }
    const opened = sealing ? await sealing.openRows(value.rows) : { rows: withoutSealed(value.rows), outdated: [] };
    for (const { row } of value.rows) tally.outdated.delete(row);
    for (const row of opened.outdated) tally.outdated.add(row);
    rows.push(...opened.rows);
    const isStuck = value.more && JSON.stringify(value.cursor) === JSON.stringify(cursor);
    if (isStuck) return failed('answer-unreadable');
    cursor = value.cursor;
    if (value.more) continue;
    tally.standing = value.standing ?? null;
    const isOtherEpoch = knownEpoch !== null && knownEpoch !== cursor.epoch;
    const all = absorbPull(memory.rows, { rows, isFull, isOtherEpoch });
    return { ok: true, value: { ...memory, rows: all, cursor } };
  }
}
