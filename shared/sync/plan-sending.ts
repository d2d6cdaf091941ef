/**
 * What is to be sent: the rows of the workbook against the rows of the memory. Pure: ids of new rows come in from
 * outside, nothing is sent or written here.
 */
import { unsealedName, type SentKind } from '../privacy/travel.ts';
import { matchRows } from './match-rows.ts';
import { mergeRow, type RowMerge, type RowSides } from './merge.ts';
import type { Op } from './protocol.ts';
import { hasSealed, UNOPENED } from './sealed-values.ts';
import type { KnownRow } from './sync-memory.ts';
import { isSameValue, type WireValues } from './wire-values.ts';

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
  /** Ids that an earlier plan of the same rows has given: a row that was refused keeps its id. */
  readonly given?: readonly string[] | undefined;
  /** Rows missing from the workbook are removed on the server [ID5]. */
  readonly confirmRemovals: boolean;
  readonly removalReason?: string | undefined;
  /** Pseudonyms under a former key, by what they are under the present one: such rows are the same rows [ID6]. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
  /** Rows whose values on the server are sealed with a former key: they are sealed anew [RK1]. */
  readonly reseal?: ReadonlySet<string> | undefined;
}

/** Compares the workbook with what is known of the server, and says what to send and what people must decide. */
export function planSending(
  local: readonly LocalRow[],
  known: readonly KnownRow[],
  options: PlanOptions,
): PlannedSending {
  const named = renamer(options.renamed);
  const matchable = known.map((row) => ({
    id: row.id,
    kind: row.kind,
    // A base may hold one settled field alone, of a row that nobody here has had before.
    values: named({ ...row.server?.values, ...row.base }),
  }));
  const matched = matchRows(local, matchable);
  const byId = new Map(known.map((row) => [row.id, row]));
  const knownIds = new Set(byId.keys());
  const draft = emptyDraft();
  for (const [index, row] of local.entries()) {
    const given = options.given?.[index];
    const id = matched[index] ?? (given !== undefined && !knownIds.has(given) ? given : options.newId());
    const partner = byId.get(id) ?? { id, kind: row.kind, base: null, server: null };
    byId.delete(id);
    draft.ids.push(id);
    take(draft, { known: partner, row, index }, mergeRow({ mine: row.values, ...renamedSides(partner, named) }), {
      isOutdated: options.reseal?.has(id) === true || isRenamed(partner, named),
      isResealed: options.reseal?.has(id) === true,
    });
  }
  for (const partner of byId.values()) {
    takeMissing(draft, partner, mergeRow({ mine: null, ...renamedSides(partner, named) }), options);
  }
  return { ...draft, counts: { added: draft.added, changed: draft.changed, unchanged: draft.unchanged } };
}

type Renamer = (values: WireValues) => WireValues;

/** Values with pseudonyms of a former key replaced by those of the present one. */
function renamer(renamed: PlanOptions['renamed']): Renamer {
  if (renamed === undefined || renamed.size === 0) return (values) => values;
  return (values) => {
    const changed = Object.entries(values).flatMap(([field, value]) => {
      const name = typeof value === 'string' ? renamed.get(value) : undefined;
      return name === undefined ? [] : [[field, name] as const];
    });
    return changed.length === 0 ? values : { ...values, ...Object.fromEntries(changed) };
  };
}

function renamedSides({ base, server }: KnownRow, named: Renamer): Pick<RowSides, 'base' | 'theirs'> {
  const theirs = server?.values ? { ...server, values: named(server.values) } : server;
  return { base: base && named(base), theirs };
}

/** The server still has pseudonyms of a former key. */
function isRenamed({ server }: KnownRow, named: Renamer): boolean {
  return server?.values ? named(server.values) !== server.values : false;
}

/**
 * The values of a change. A sealed text that the server has already does not travel again, unless it is to be sealed
 * anew [PU14]; one that could not be opened never does.
 */
function changedValues(values: WireValues, server: WireValues | null, isResealed: boolean): WireValues {
  if (!hasSealed(values)) return values;
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        unsealedName(name) === null ||
        (value !== UNOPENED && (isResealed || !isSameValue(value, server?.[name] ?? undefined))),
    ),
  );
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
  { isOutdated, isResealed }: { readonly isOutdated: boolean; readonly isResealed: boolean },
): void {
  switch (merge.outcome) {
    case 'create':
      draft.added += 1;
      draft.ops.push({ op: 'create', row: known.id, kind: row.kind, values: merge.values });
      break;
    case 'fields': {
      const moved = { ...known, base: merge.base };
      draft.rows.push(moved);
      if ((merge.isChangeThere || isOutdated) && known.server !== null) {
        draft.changed += 1;
        const { version } = known.server;
        const values = changedValues(merge.values, known.server.values, isResealed);
        draft.ops.push({ op: 'set', row: known.id, baseVersion: version, kind: row.kind, values });
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

function takeMissing(
  draft: Draft,
  known: KnownRow,
  merge: RowMerge,
  { confirmRemovals, removalReason, reseal }: PlanOptions,
): void {
  if (merge.outcome === 'forget') return;
  draft.rows.push(known);
  const isRemoval = merge.outcome === 'remove-there' && confirmRemovals;
  if (reseal?.has(known.id) && known.server?.values && !isRemoval) {
    const { version, values } = known.server;
    const sealedAnew = changedValues(values, values, true);
    draft.ops.push({ op: 'set', row: known.id, baseVersion: version, kind: known.kind, values: sealedAnew });
    draft.held[known.id] = Object.keys(values);
  }
  if (merge.outcome === 'added-there') draft.addedThere += 1;
  else if (merge.outcome === 'row-conflict') draft.conflicts.push({ known, local: null, field: null });
  else {
    draft.missing.push(known);
    if (confirmRemovals && known.server !== null) {
      const reason = removalReason === undefined ? {} : { reason: removalReason };
      draft.ops.push({ op: 'delete', row: known.id, baseVersion: known.server.version, ...reason });
    }
  }
}
