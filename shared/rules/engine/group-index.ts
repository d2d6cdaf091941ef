/**
 * Keeps the groups of one grouping while rows change. A list whose rules have to judge again is never changed in place;
 * one whose row was only exchanged for an equal one is.
 */
import type { RecordKind } from '../../domain/fields.ts';
import type { MemberRow, RegisterRow } from '../../domain/register.ts';
import type { Grouping } from '../grouping.ts';
import { without, withRow, type RowChange } from './row-changes.ts';
import { isOneOf } from './row-kinds.ts';
import type { SheetOrder } from './sheet-order.ts';

export interface GroupIndex {
  readonly groups: () => Iterable<readonly RegisterRow[]>;
  /** Puts a row in place of one that says the same for all rules of the grouping. */
  readonly swap: (before: RegisterRow, after: RegisterRow) => void;
  /** Groups that are no more, and those that stand in their place. */
  readonly update: (changes: readonly RowChange[]) => {
    readonly gone: readonly (readonly RegisterRow[])[];
    readonly come: readonly (readonly RegisterRow[])[];
  };
}

export interface GroupSurroundings {
  readonly order: SheetOrder;
  readonly membersOf: (row: RegisterRow) => readonly MemberRow[];
}

const NOBODY: readonly MemberRow[] = [];

export function createGroupIndex<K extends RecordKind>(
  grouping: Grouping<K>,
  rows: readonly RegisterRow[],
  { order, membersOf }: GroupSurroundings,
): GroupIndex {
  /** Keys that come from members are remembered: when they are to be taken back, the members have changed. */
  const remembered = new Map<RegisterRow, readonly string[]>();
  const freshKeys = (row: RegisterRow | null): readonly string[] => {
    if (row === null || !isOneOf(row, grouping.table)) return [];
    const found = grouping.keysOf(row, grouping.readsMembers ? membersOf(row) : NOBODY);
    const keys = typeof found === 'string' ? [found] : (found ?? []);
    if (grouping.readsMembers) remembered.set(row, keys);
    return keys;
  };
  const keysOf = (row: RegisterRow | null): readonly string[] =>
    (row === null ? undefined : remembered.get(row)) ?? freshKeys(row);
  const growing = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = growing.get(key);
      if (group) group.push(row);
      else growing.set(key, [row]);
    }
  }
  const groups = growing;
  return {
    groups: () => groups.values(),
    swap: (before, after) => {
      for (const key of keysOf(before)) {
        const group = groups.get(key) ?? [];
        const at = group.indexOf(before);
        if (at >= 0) group[at] = after;
      }
    },
    update: (changes) => {
      const gone = new Map<string, readonly RegisterRow[]>();
      const touched = new Set<string>();
      for (const { before, after } of changes) {
        const oldKeys = keysOf(before);
        if (before) remembered.delete(before);
        const newKeys = freshKeys(after);
        for (const key of [...oldKeys, ...newKeys]) {
          const group = groups.get(key);
          if (!touched.has(key) && group) gone.set(key, group);
          touched.add(key);
        }
        if (before) for (const key of oldKeys) groups.set(key, without(groups.get(key) ?? [], before));
        if (after) for (const key of newKeys) groups.set(key, withRow(groups.get(key) ?? [], after, order.rows));
      }
      const come: (readonly RegisterRow[])[] = [];
      for (const key of touched) {
        const group = groups.get(key) ?? [];
        if (group.length === 0) groups.delete(key);
        else come.push(group);
      }
      return { gone: [...gone.values()], come };
    },
  };
}
