/**
 * An accepted register against a later copy of it: which rows came, which are gone, and which cells differ. Rows are
 * matched by id where both sides know it, then by equal content, then by what names a row (case, person, day) where that
 * is unique on both sides. What cannot be matched is named as gone and come.
 */
import type { ContentRow } from './receipt.ts';
import { canonicalJson, isSameValue, type WireValue } from './wire-values.ts';

export interface NamedRow extends ContentRow {
  /** How the row is called in its copy: a row id, or "Реестр!14". Unique there. */
  readonly name: string;
  /** Stays with the row from copy to copy. */
  readonly id?: string;
}

export interface CellDifference {
  readonly accepted: string;
  readonly copy: string;
  readonly field: string;
  /** Undefined: no such column on that side. */
  readonly was: WireValue | undefined;
  readonly is: WireValue | undefined;
}

export interface CopyComparison {
  /** Content for content the same: «эта копия — принятая». */
  readonly isSame: boolean;
  readonly cells: readonly CellDifference[];
  /** Names of accepted rows that the copy does not have, and of rows that it has beyond them. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Compares in the order of the accepted rows. */
export function compareCopies(accepted: readonly NamedRow[], copy: readonly NamedRow[]): CopyComparison {
  const pairs = matchRows(accepted, copy);
  const matched = new Set(pairs.values());
  const cells = accepted.flatMap((row) => {
    const other = pairs.get(row);
    return other ? differencesOf(row, other) : [];
  });
  const gone = accepted.filter((row) => !pairs.has(row)).map(({ name }) => name);
  const come = copy.filter((row) => !matched.has(row)).map(({ name }) => name);
  return { isSame: cells.length + gone.length + come.length === 0, cells, gone, come };
}

type KeyOf = (row: NamedRow) => string | null;

const BY_ID: KeyOf = ({ id }) => id ?? null;
const BY_CONTENT: KeyOf = ({ kind, values }) => canonicalJson([kind, values]);
const BY_NAME: KeyOf = ({ kind, values }) => {
  const { caseNo, applicant, date, specialist, dueDate, name } = values;
  const parts = [caseNo ?? applicant, date, specialist, dueDate, name];
  return parts.every((part) => part === undefined || part === null)
    ? null
    : canonicalJson([kind, ...parts.map((part) => part ?? null)]);
};

function matchRows(accepted: readonly NamedRow[], copy: readonly NamedRow[]): ReadonlyMap<NamedRow, NamedRow> {
  const pairs = new Map<NamedRow, NamedRow>();
  const taken = new Set<NamedRow>();
  for (const [keyOf, isUniqueOnly] of [
    [BY_ID, true],
    [BY_CONTENT, false],
    [BY_NAME, true],
  ] as const) {
    const ours = grouped(
      accepted.filter((row) => !pairs.has(row)),
      keyOf,
    );
    const theirs = grouped(
      copy.filter((row) => !taken.has(row)),
      keyOf,
    );
    for (const [key, rows] of ours) {
      const others = theirs.get(key) ?? [];
      if (isUniqueOnly && (rows.length > 1 || others.length > 1)) continue;
      for (const [index, row] of rows.entries()) {
        const other = others[index];
        if (!other || other.kind !== row.kind) continue;
        pairs.set(row, other);
        taken.add(other);
      }
    }
  }
  return pairs;
}

function grouped(rows: readonly NamedRow[], keyOf: KeyOf): ReadonlyMap<string, readonly NamedRow[]> {
  const groups = Map.groupBy(rows, keyOf);
  groups.delete(null);
  return groups as Map<string, NamedRow[]>;
}

function differencesOf(row: NamedRow, other: NamedRow): readonly CellDifference[] {
  const fields = new Set([...Object.keys(row.values), ...Object.keys(other.values)]);
  return [...fields].flatMap((field) => {
    const was = row.values[field];
    const is = other.values[field];
    return isSameValue(was, is) ? [] : [{ accepted: row.name, copy: other.name, field, was, is }];
  });
}
