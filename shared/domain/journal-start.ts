/** From which day on a journal of visits can be taken to hold all of them. */
import { dayOf, type Day } from './day.ts';

/** In a journal of this size a year with a single entry is a slip of the pen, not the beginning. */
const LARGE = 100;

/**
 * Journals are kept by the year: 1 January of the year of the first entry. What happened before it is not missing, it
 * stands in another journal. Null when no entry has a date.
 *
 * @param entries dated entries by year
 * @param total all entries, also those without a date
 */
export function journalStart(entries: ReadonlyMap<number, number>, total: number): Day | null {
  const least = total < LARGE ? 1 : 2;
  const years = [...entries].flatMap(([year, times]) => (times >= least ? [year] : []));
  return years.length === 0 ? null : dayOf(Math.min(...years), 1, 1);
}
