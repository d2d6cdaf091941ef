/** When a term ends: working days, calendar days or months from an event. */
import type { Day } from '../domain/day.ts';
import { addMonths } from './month-arithmetic.ts';
import { addWorkingDays, workingDayFrom, type Counted, type WorkCalendar } from './working-days.ts';

/** The shape of a deadline of the pack. */
export interface Term {
  readonly n: number;
  readonly unit: 'wd' | 'cd' | 'month';
  /** A term that ends on a day off moves to the next working day. */
  readonly shiftIfOff: boolean;
}

/** The last day of the term. The day of the event is day 0. Says so when a year that is needed has no calendar. */
export function termEnd(calendar: WorkCalendar, from: Day, { n, unit, shiftIfOff }: Term): Counted<Day> {
  if (unit === 'wd') return addWorkingDays(calendar, from, n);
  const end = unit === 'cd' ? from + n : addMonths(from, n);
  return shiftIfOff ? workingDayFrom(calendar, end) : { kind: 'counted', value: end, provisional: false };
}
