/** Reviews of a case, from the column of the last one or from the list of all. */
import { isKnown } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';

/** The latest review on or before a day; null when there is none, NaN when one of them cannot be read. */
export function latestReview({ values }: FamilyRow, asOf: Day): Day | null {
  let latest: Day | null = null;
  for (const day of [values.lastReview ?? null, ...(values.reviewDates ?? [])]) {
    if (Number.isNaN(day)) return Number.NaN;
    if (isKnown(day) && day <= asOf && (latest === null || day > latest)) latest = day;
  }
  return latest;
}
