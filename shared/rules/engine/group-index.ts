/**
 * Keeps the groups of one grouping while rows change. A list whose rules have to judge again is never changed in place;
 * one whose row was only exchanged for an equal one is.
 */
import type { RecordKind } from '../../domain/fields.ts';
import type { PersonName } from '../../domain/person-name.ts';
import type { FamilyRow, MemberRow, RegisterRow } from '../../domain/register.ts';
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
  readonly membersOf: (row: FamilyRow) => readonly MemberRow[];
  readonly name: (text: string) => PersonName;
}

const NOBODY: readonly MemberRow[] = [];

/** Puts rows into groups, in the order in which they are given. */
export function createGroupIndex<K extends RecordKind>(
  grouping: Grouping<K>,
  rows: readonly RegisterRow[],
  { order, ...surroundings }: GroupSurroundings,
): GroupIndex {
  const keys = groupKeys(grouping, surroundings);
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    for (const key of keys.fresh(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return {
    groups: () => groups.values(),
    swap: (before, after) => {
      for (const key of keys.known(before)) {
        const group = groups.get(key) ?? [];
        const at = group.indexOf(before);
        if (at >= 0) group[at] = after;
      }
    },
    update: (changes) => {
      const gone = new Map<string, readonly RegisterRow[]>();
      const touch = (key: string): RegisterRow[] => {
        const group = groups.get(key) ?? [];
        if (!gone.has(key)) gone.set(key, group);
        return group;
      };
      for (const { before, after } of changes) {
        if (before) for (const key of keys.known(before)) groups.set(key, without(touch(key), before));
        if (after) for (const key of keys.fresh(after)) groups.set(key, withRow(touch(key), after, order.rows));
      }
      const come = [...gone.keys()].map((key) => groups.get(key) ?? []);
      return { gone: [...gone.values()].filter(isFilled), come: come.filter(isFilled) };
    },
  };
}

const isFilled = (group: readonly RegisterRow[]): boolean => group.length > 0;

interface GroupKeys {
  readonly fresh: (row: RegisterRow) => readonly string[];
  /** The keys under which the row was put in. */
  readonly known: (row: RegisterRow) => readonly string[];
}

/** Keys that come from members are remembered: when a row is to be taken out, its members have changed already. */
function groupKeys<K extends RecordKind>(
  grouping: Grouping<K>,
  { membersOf, name }: Pick<GroupSurroundings, 'membersOf' | 'name'>,
): GroupKeys {
  const remembered = new Map<RegisterRow, readonly string[]>();
  const fresh = (row: RegisterRow): readonly string[] => {
    if (!isOneOf(row, grouping.table)) return [];
    const members = grouping.readsMembers && isOneOf(row, 'families') ? membersOf(row) : NOBODY;
    const found = grouping.keysOf(row, members, name);
    const keys = typeof found === 'string' ? [found] : (found ?? []);
    if (grouping.readsMembers) remembered.set(row, keys);
    return keys;
  };
  return {
    fresh,
    known: (row) => {
      const keys = remembered.get(row) ?? fresh(row);
      remembered.delete(row);
      return keys;
    },
  };
}
