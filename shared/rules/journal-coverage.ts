/** The entries of a journal by year, from which follows where it begins (journal-start.ts), also while rows change. */
import { isKnown, partsOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { journalStart } from '../domain/journal-start.ts';
import type { RegisterRow, VisitRow } from '../domain/register.ts';
import { isOneOf } from './engine/row-kinds.ts';

/** The day that the journal begins with; null when no entry has a date. */
export function journalFrom(visits: readonly VisitRow[]): Day | null {
  return entriesByYear(visits).from();
}

/** Entries counted by year, kept up to date while rows change. */
export interface EntriesByYear {
  /** Counts a row in (1) or out (-1). Rows that are no visits do not count. */
  readonly count: (row: RegisterRow | null, by: 1 | -1) => void;
  readonly from: () => Day | null;
}

/** Starts with the entries of a journal. */
export function entriesByYear(visits: readonly VisitRow[]): EntriesByYear {
  const entries = new Map<number, number>();
  let total = 0;
  const count = (row: RegisterRow | null, by: 1 | -1): void => {
    if (row === null || !isOneOf(row, 'visits')) return;
    total += by;
    const { date } = row.values;
    if (!isKnown(date)) return;
    const { year } = partsOf(date);
    entries.set(year, (entries.get(year) ?? 0) + by);
  };
  for (const visit of visits) count(visit, 1);
  return { count, from: () => journalStart(entries, total) };
}
