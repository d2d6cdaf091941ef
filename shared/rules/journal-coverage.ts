/** From which day on a journal of visits can be taken to hold all of them. */
import { dayOf, isKnown, partsOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { VisitRow } from '../domain/register.ts';

/** In a journal of this size a year with a single entry is a slip of the pen, not the beginning. */
const LARGE = 100;

/**
 * Journals are kept by the year: 1 January of the year of the first entry. What happened before it is not missing, it
 * stands in another journal. Null when no entry has a date.
 */
export function journalFrom(visits: readonly VisitRow[]): Day | null {
  const entries = new Map<number, number>();
  for (const { values } of visits) {
    if (!isKnown(values.date)) continue;
    const { year } = partsOf(values.date);
    entries.set(year, (entries.get(year) ?? 0) + 1);
  }
  const least = visits.length < LARGE ? 1 : 2;
  const years = [...entries].flatMap(([year, count]) => (count >= least ? [year] : []));
  return years.length === 0 ? null : dayOf(Math.min(...years), 1, 1);
}
