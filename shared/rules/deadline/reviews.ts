/** Reviews of a case, from the column of the last one or from the list of all. */
import { UNREADABLE, type Day } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';

/** A review that took place on another day than the cell says, or on one that nobody can read. */
const isUnclear = (day: Day, asOf: Day): boolean => Number.isNaN(day) || day > asOf;

/**
 * The latest review; null when there is none. NaN when one of them cannot be read or lies after `asOf`: it has taken
 * place, but on another day than the cell says (cell/date-future), so nothing can be counted from it.
 */
export function latestReview({ values }: FamilyRow, asOf: Day): Day | null {
  let latest: Day | null = null;
  for (const day of [values.lastReview ?? null, ...(values.reviewDates ?? [])]) {
    if (day === null) continue;
    if (isUnclear(day, asOf)) return UNREADABLE;
    if (latest === null || day > latest) latest = day;
  }
  return latest;
}

/** The field because of which `latestReview` gives NaN. */
export function unclearReviewField({ values }: FamilyRow, asOf: Day): 'lastReview' | 'reviewDates' {
  return isUnclear(values.lastReview ?? asOf, asOf) ? 'lastReview' : 'reviewDates';
}
