/**
 * What is to be sent: the rows of the workbook against the rows of the memory. Pure: ids of new rows come in from
 * outside, nothing is sent or written here.
 */
import type { SentKind } from '../privacy/travel.ts';
import { matchRows } from './match-rows.ts';
import { mergeRow, type RowMerge } from './merge.ts';
import type { Op } from './protocol.ts';
import type { KnownRow } from './sync-memory.ts';
import type { WireValues } from './wire-values.ts';

export interface LocalRow {
  readonly kind: SentKind;
  readonly values: WireValues;
}

export interface PlannedConflict {
  readonly known: KnownRow;
  /** Index of the local row; null when it is gone from the workbook. */
  readonly local: number | null;
  /** Null: the row as a whole. */
  readonly field: string | null;
}

export interface PlannedSending {
  readonly ops: readonly Op[];
  /** Fields of `set` ops that carry the server's value, not the workbook's: their base must not move. */
  readonly held: Readonly<Record<string, readonly string[]>>;
  /** The id of each local row. */
  readonly ids: readonly string[];
  /** Memory rows with their base moved where both sides agree, without the forgotten ones. */
  readonly rows: readonly KnownRow[];
  readonly missing: readonly KnownRow[];
  readonly conflicts: readonly PlannedConflict[];
  readonly incoming: readonly { readonly known: KnownRow; readonly local: number; readonly field: string }[];
  readonly removedThere: readonly number[];
  readonly addedThere: number;
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
  };
}

export interface PlanOptions {
  readonly newId: () => string;
  /** Rows missing from the workbook are removed on the server [ID5]. */
  readonly confirmRemovals: boolean;
}

/** Compares the workbook with what is known of the server, and says what to send and what people must decide. */
export function planSending(
  local: readonly LocalRow[],
  known: readonly KnownRow[],
  options: PlanOptions,
): PlannedSending {
  const matchable = known.map((row) => ({ id: row.id, kind: row.kind, values: row.base ?? row.server?.values ?? {} }));
  const matched = matchRows(local, matchable);
  const byId = new Map(known.map((row) => [row.id, row]));
  const draft = emptyDraft();
  for (const [index, row] of local.entries()) {
    const id = matched[index] ?? options.newId();
    const partner = byId.get(id) ?? { id, kind: row.kind, base: null, server: null };
    byId.delete(id);
    draft.ids.push(id);
    take(
      draft,
      { known: partner, row, index },
      mergeRow({ base: partner.base, mine: row.values, theirs: partner.server }),
    );
  }
  for (const partner of byId.values()) {
    takeMissing(draft, partner, mergeRow({ base: partner.base, mine: null, theirs: partner.server }), options);
  }
  return { ...draft, counts: { added: draft.added, changed: draft.changed, unchanged: draft.unchanged } };
}

interface Draft {
  ops: Op[];
  held: Record<string, readonly string[]>;
  ids: string[];
  rows: KnownRow[];
  missing: KnownRow[];
  conflicts: PlannedConflict[];
  incoming: { known: KnownRow; local: number; field: string }[];
  removedThere: number[];
  addedThere: number;
  added: number;
  changed: number;
  unchanged: number;
}

function emptyDraft(): Draft {
  return {
    ops: [],
    held: {},
    ids: [],
    rows: [],
    missing: [],
    conflicts: [],
    incoming: [],
    removedThere: [],
    addedThere: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
  };
}

function take(
  draft: Draft,
  { known, row, index }: { readonly known: KnownRow; readonly row: LocalRow; readonly index: number },
  merge: RowMerge,
): void {
  switch (merge.outcome) {
    case 'create':
      draft.added += 1;
      draft.ops.push({ op: 'create', row: known.id, kind: row.kind, values: merge.values });
      break;
    case 'fields': {
      const moved = { ...known, base: merge.base };
      draft.rows.push(moved);
      if (merge.isChangeThere && known.server !== null) {
        draft.changed += 1;
        const { version } = known.server;
        draft.ops.push({ op: 'set', row: known.id, baseVersion: version, kind: row.kind, values: merge.values });
        draft.held[known.id] = [...merge.incoming, ...merge.conflicts];
      } else draft.unchanged += 1;
      draft.incoming.push(...merge.incoming.map((field) => ({ known: moved, local: index, field })));
      draft.conflicts.push(...merge.conflicts.map((field) => ({ known: moved, local: index, field })));
      break;
    }
    case 'removed-there':
      draft.rows.push(known);
      draft.removedThere.push(index);
      break;
    default:
      draft.rows.push(known);
      draft.conflicts.push({ known, local: index, field: null });
  }
}

function takeMissing(draft: Draft, known: KnownRow, merge: RowMerge, { confirmRemovals }: PlanOptions): void {
  if (merge.outcome === 'forget') return;
  draft.rows.push(known);
  if (merge.outcome === 'added-there') draft.addedThere += 1;
  else if (merge.outcome === 'row-conflict') draft.conflicts.push({ known, local: null, field: null });
  else {
    draft.missing.push(known);
    if (confirmRemovals && known.server !== null) {
      draft.ops.push({ op: 'delete', row: known.id, baseVersion: known.server.version });
    }
  }
}
