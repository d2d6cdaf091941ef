/**
 * Finds the rows of the workbook again among those that were sent before [ID1–ID4]. Nothing is written into the sheet;
 * a row is known by what identifies it (pseudonyms of case and person, dates), then by its content.
 */
import type { SentKind } from '../privacy/travel.ts';
import { canonicalJson, isSameValue, type WireValues } from './wire-values.ts';

export interface Matchable {
  readonly kind: SentKind;
  readonly values: WireValues;
}

/** Fields that identify a row, by kind; and groups of fields of which one may have been corrected. */
const IDENTITY: Readonly<
  Record<SentKind, { readonly exact: readonly string[]; readonly near: readonly (readonly string[])[] }>
> = {
  families: { exact: ['caseNo', 'applicant'], near: [['caseNo'], ['applicant']] },
  visits: {
    exact: ['caseNo', 'applicant', 'date', 'specialist'],
    near: [
      ['caseNo', 'applicant', 'date'],
      ['caseNo', 'applicant'],
    ],
  },
  measures: {
    exact: ['caseNo', 'applicant', 'dueDate', 'responsible'],
    near: [
      ['caseNo', 'applicant', 'dueDate'],
      ['caseNo', 'applicant'],
    ],
  },
  specialists: { exact: ['name'], near: [] },
};

/**
 * For each local row the id of the known row that it is, or null for a new one. Every id is given at most once. The
 * order of the known rows does not matter beyond ties; the order of local rows decides between rows that are alike.
 */
export function matchRows(
  local: readonly Matchable[],
  known: readonly (Matchable & { readonly id: string })[],
): readonly (string | null)[] {
  const ids: (string | null)[] = local.map(() => null);
  const free = new Set(known.map((_, index) => index));
  const take = (localIndex: number, knownIndex: number): void => {
    ids[localIndex] = known[knownIndex]?.id ?? null;
    free.delete(knownIndex);
  };
  const groups = (keyOf: (row: Matchable) => string | null) => {
    const theirsByKey = indexesByKey(known, [...free], keyOf);
    const open = [...ids.keys()].filter((index) => ids[index] === null);
    return [...indexesByKey(local, open, keyOf)].flatMap(([key, mine]) => {
      const theirs = theirsByKey.get(key);
      return theirs === undefined ? [] : [{ mine, theirs }];
    });
  };
  for (const { mine, theirs } of groups((row) => canonicalJson([row.kind, row.values]))) {
    for (const [position, index] of theirs.entries()) {
      const own = mine[position];
      if (own !== undefined) take(own, index);
    }
  }
  for (const { mine, theirs } of groups((row) => keyBy(row, IDENTITY[row.kind].exact))) {
    for (const { own, other } of nearest(mine, theirs, { local, known })) take(own, other);
  }
  const mostNear = Math.max(...Object.values(IDENTITY).map(({ near }) => near.length));
  for (let level = 0; level < mostNear; level += 1) {
    for (const { mine, theirs } of groups((row) => keyBy(row, IDENTITY[row.kind].near[level]))) {
      const [own] = mine;
      const [other] = theirs;
      if (mine.length === 1 && theirs.length === 1 && own !== undefined && other !== undefined) take(own, other);
    }
  }
  return ids;
}

/** Indexes of rows by their key, in order; rows without a key are left out. */
function indexesByKey(
  rows: readonly Matchable[],
  indexes: readonly number[],
  keyOf: (row: Matchable) => string | null,
): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  for (const index of indexes) {
    const row = rows[index];
    const key = row === undefined ? null : keyOf(row);
    if (key === null) continue;
    const group = byKey.get(key);
    if (group) group.push(index);
    else byKey.set(key, [index]);
  }
  return byKey;
}

/** Null when the row has none of the identifying fields filled: then it is known by its content only. */
function keyBy(row: Matchable, fields: readonly string[] | undefined): string | null {
  if (fields === undefined) return null;
  const values = fields.map((field) => row.values[field] ?? null);
  return values.every((value) => value === null) ? null : canonicalJson([row.kind, values]);
}

interface Sides {
  readonly local: readonly Matchable[];
  readonly known: readonly Matchable[];
}

/** Pairs rows of equal identity: in sheet order, each with the free row that has most values in common [ID3]. */
function nearest(
  mine: readonly number[],
  theirs: readonly number[],
  sides: Sides,
): readonly { own: number; other: number }[] {
  const free = new Set(theirs);
  const pairs: { own: number; other: number }[] = [];
  for (const own of mine) {
    let best: number | null = null;
    let bestScore = -1;
    for (const other of free) {
      const score = likeness(sides.local[own], sides.known[other]);
      if (score > bestScore) [best, bestScore] = [other, score];
    }
    if (best === null) break;
    free.delete(best);
    pairs.push({ own, other: best });
  }
  return pairs;
}

function likeness(a: Matchable | undefined, b: Matchable | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return Object.keys(a.values).filter((field) => isSameValue(a.values[field], b.values[field])).length;
}
