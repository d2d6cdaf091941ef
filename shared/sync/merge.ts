/**
 * Three-way merge of one row [MG1–MG6]: base is what workbook and server last agreed on, mine is the workbook now,
 * theirs is the server now. Pure. It never chooses between two people: what both changed is a conflict.
 */
import { isSameValue, type WireValue, type WireValues } from './wire-values.ts';

/** Undefined: the side has no such field and says nothing [MG2]. */
type Side = WireValue | undefined;

export type FieldMerge =
  | { readonly outcome: 'same' | 'mine' | 'theirs'; readonly value: Side }
  | { readonly outcome: 'conflict'; readonly base: Side; readonly mine: Side; readonly theirs: Side };

/** The merge of one field. `mine` and `theirs` name the side whose value is to be taken by the other. */
export function mergeField(base: Side, mine: Side, theirs: Side): FieldMerge {
  if (isSameValue(mine, theirs)) return { outcome: 'same', value: mine };
  if (mine === undefined) return { outcome: 'theirs', value: theirs };
  if (theirs === undefined) return { outcome: 'mine', value: mine };
  if (base !== undefined && isSameValue(mine, base)) return { outcome: 'theirs', value: theirs };
  if (base !== undefined && isSameValue(theirs, base)) return { outcome: 'mine', value: mine };
  return { outcome: 'conflict', base, mine, theirs };
}

/** When a row was changed on the server, and who by, as far as the server says [PL5]. */
export interface RowChange {
  /** ISO, UTC. */
  readonly at: string;
  readonly by?: string | undefined;
}

/** What the server holds of a row: values, a tombstone (`values: null`), or nothing at all (null). */
export type ServerRow = {
  readonly version: number;
  readonly values: WireValues | null;
  /** The last change that is not the workbook's own; absent where it is not known. */
  readonly changed?: RowChange | undefined;
} | null;

export interface RowSides {
  /** Null: never agreed. */
  readonly base: WireValues | null;
  /** Null: not in the workbook. */
  readonly mine: WireValues | null;
  readonly theirs: ServerRow;
}

export type RowMerge =
  /** The server does not know the row: it is to be created there. */
  | { readonly outcome: 'create'; readonly values: WireValues }
  | {
      readonly outcome: 'fields';
      /** All values as they should stand on the server now. Conflicting fields stay as they are there. */
      readonly values: WireValues;
      readonly isChangeThere: boolean;
      /** The base after this merge: advanced where both sides agree. */
      readonly base: WireValues;
      /** Fields that the workbook should take over. */
      readonly incoming: readonly string[];
      readonly conflicts: readonly string[];
    }
  /** Gone from the workbook, unchanged on the server. */
  | { readonly outcome: 'remove-there' }
  /** Removed on the server, unchanged in the workbook. */
  | { readonly outcome: 'removed-there' }
  /** Others created it, the workbook never had it. */
  | { readonly outcome: 'added-there' }
  /** Removed on one side, changed on the other. */
  | { readonly outcome: 'row-conflict' }
  | { readonly outcome: 'forget' };

/** The merge of one row [MG5]. */
export function mergeRow({ base, mine, theirs }: RowSides): RowMerge {
  if (mine === null) return mergeMissing(base, theirs);
  if (theirs === null) return { outcome: 'create', values: mine };
  if (theirs.values === null)
    return { outcome: base !== null && saysSame(mine, base) ? 'removed-there' : 'row-conflict' };
  return mergeFields(base ?? {}, mine, theirs.values);
}

function mergeMissing(base: WireValues | null, theirs: ServerRow): RowMerge {
  if (theirs === null || theirs.values === null) return { outcome: 'forget' };
  if (base === null) return { outcome: 'added-there' };
  return { outcome: isSameValue(base, theirs.values) ? 'remove-there' : 'row-conflict' };
}

/** True when everything that `mine` says stands in `base` too. */
function saysSame(mine: WireValues, base: WireValues): boolean {
  return Object.keys(mine).every((field) => isSameValue(mine[field], base[field]));
}

function mergeFields(base: WireValues, mine: WireValues, theirs: WireValues): RowMerge {
  const values: Record<string, WireValue> = {};
  const agreed: Record<string, WireValue> = {};
  const incoming: string[] = [];
  const conflicts: string[] = [];
  let isChangeThere = false;
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = mergeField(own(base, field), own(mine, field), own(theirs, field));
    const there = own(theirs, field);
    const value = merged.outcome === 'conflict' ? there : merged.value;
    if (value !== undefined) values[field] = value;
    if (merged.outcome === 'mine') isChangeThere = true;
    if (merged.outcome === 'conflict') conflicts.push(field);
    const isForMe = merged.outcome === 'theirs' && own(mine, field) !== undefined;
    if (isForMe) incoming.push(field);
    const old = own(base, field);
    // What is pushed becomes the base only once the server has accepted it.
    const next = merged.outcome === 'same' || (merged.outcome === 'theirs' && !isForMe) ? value : old;
    if (next !== undefined) agreed[field] = next;
  }
  return { outcome: 'fields', values, isChangeThere, base: agreed, incoming, conflicts };
}

/** A field of untrusted JSON: names like "constructor" are no fields. */
function own(values: WireValues, field: string): Side {
  return Object.hasOwn(values, field) ? values[field] : undefined;
}
