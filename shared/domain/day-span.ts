/** Spans of days. */
import type { Day } from './day.ts';

/** First and last day, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** True for a day of the span; false for no day, and for one that cannot be read. */
export function isWithin(day: Day | null | undefined, { from, to }: DaySpan): boolean {
  return day !== null && day !== undefined && day >= from && day <= to;
}
