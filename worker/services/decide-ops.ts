/**
 * Decides every op of a push against the rows as they are [PU2–PU5] [PU16]. Pure: the same state and ops give the same
 * answer. Nothing is merged here; a version that does not fit is a conflict that people see.
 */
import { documentNumberProblem, identifyingKind } from '../../shared/privacy/detector.ts';
import type { RefusalCode } from '../../shared/sync/error-codes.ts';
import type { OpOutcome, Op } from '../../shared/sync/protocol.ts';
import { hasSealed, withKeptSealed } from '../../shared/sync/sealed-values.ts';
import { isSameValue, WITHHELD, type WireValues } from '../../shared/sync/wire-values.ts';
import { fieldSpec } from '../../shared/domain/fields.ts';
import { MAX_REGISTER_ROWS } from '../../shared/sync/limits.ts';
import { SENT_KINDS, travelForm, travellingFields, type SentKind } from '../../shared/privacy/travel.ts';
import type { StoredRow } from '../store/push-store.ts';

/** An op that was accepted: what the row was, and what it becomes. */
export interface Change {
  readonly action: 'created' | 'set' | 'deleted';
  readonly row: string;
  readonly kind: string;
  readonly version: number;
  /** The values that it had; null: it is new. */
  readonly before: WireValues | null;
  /** Null: becomes a tombstone. */
  readonly values: WireValues | null;
  /** Names of the fields that change, sorted. */
  readonly fields: readonly string[];
  /** Of a removal, where one was given. */
  readonly reason?: string | undefined;
}

export interface Decision {
  readonly outcomes: readonly OpOutcome[];
  readonly changes: readonly Change[];
  /** Rows of the register that are not removed, after the changes. */
  readonly liveRows: number;
}

type Verdict = { readonly outcome: OpOutcome; readonly change?: Change };

/** Decides each operation of a push by the row as it is kept, in their order; nothing is written here. */
export function decideOps(
  ops: readonly Op[],
  rows: ReadonlyMap<string, StoredRow>,
  { acceptsSealed, liveRows }: { readonly acceptsSealed: boolean; readonly liveRows: number },
): Decision {
  const verdicts = ops.map((op) =>
    op.op !== 'delete' && !acceptsSealed && hasSealed(op.values)
      ? refused(op.row, 'sealed-not-accepted')
      : decide(op, rows.get(op.row)),
  );
  let live = liveRows - verdicts.filter(({ change }) => change?.action === 'deleted').length;
  const fitting = verdicts.map((verdict) => {
    if (verdict.change?.action !== 'created') return verdict;
    if (live >= MAX_REGISTER_ROWS) return refused(verdict.outcome.row, 'register-full');
    live += 1;
    return verdict;
  });
  return {
    outcomes: fitting.map(({ outcome }) => outcome),
    changes: fitting.flatMap(({ change }) => (change === undefined ? [] : [change])),
    liveRows: live,
  };
}

function decide(op: Op, stored: StoredRow | undefined): Verdict {
  const { row } = op;
  if (op.op !== 'delete' && isIdentifying(op.kind, op.values)) return refused(row, 'identifying-data');
  if (op.op === 'delete' && identifyingKind(op.reason ?? '') !== null) return refused(row, 'identifying-data');
  if (stored === undefined) {
    if (op.op !== 'create') return refused(row, 'row-missing');
    return applied({ action: 'created', row, kind: op.kind, version: 1, before: null, values: op.values });
  }
  const isRemoved = stored.payload === null;
  if (op.op === 'delete' && isRemoved) return { outcome: { row, outcome: 'applied', version: stored.version } };
  const isCurrent = op.op !== 'create' && op.baseVersion === stored.version && !isRemoved;
  if (!isCurrent) {
    return { outcome: { row, outcome: 'conflict', version: stored.version, deleted: isRemoved } };
  }
  const before = JSON.parse(stored.payload ?? 'null') as WireValues | null;
  const next = { row, version: stored.version + 1, before };
  if (op.op === 'delete') {
    return applied({ ...next, action: 'deleted', kind: stored.kind, values: null, reason: op.reason });
  }
  if (op.kind !== stored.kind) return refused(row, 'fields-unknown');
  return applied({ ...next, action: 'set', kind: op.kind, values: withKeptSealed(before, op.values) });
}

function applied(change: Omit<Change, 'fields'>): Verdict {
  const { row, version, before, values } = change;
  return {
    outcome: { row, outcome: 'applied', version },
    change: { ...change, fields: changedFields(before, values) },
  };
}

function changedFields(before: WireValues | null, after: WireValues | null): readonly string[] {
  if (before === null || after === null) return Object.keys(before ?? after ?? {}).toSorted();
  const changed = Object.keys(after).filter((name) => !isSameValue(before[name], after[name]));
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) changed.push(name);
  return changed.length > 1 ? changed.toSorted() : changed;
}

function refused(row: string, code: RefusalCode): Verdict {
  return { outcome: { row, outcome: 'refused', code } };
}

/** Fields whose texts leave as they are, and could name somebody. */
const TEXT_FIELDS = new Map(
  SENT_KINDS.map((kind) => [kind, travellingFields(kind).filter((field) => isText(kind, field))]),
);

function isText(kind: SentKind, field: string): boolean {
  return fieldSpec(kind, field)?.type === 'text' && travelForm(kind, field)?.as === 'value';
}

/** The pane has looked already; the server looks again [PR7]. */
function isIdentifying(kind: SentKind, values: WireValues): boolean {
  return (TEXT_FIELDS.get(kind) ?? []).some((field) => {
    const value = values[field];
    return typeof value === 'string' && value !== WITHHELD && documentNumberProblem(value) !== null;
  });
}
