/**
 * The periods that districts report on, and by when. Quarters are due by 10 January, 5 April, 5 July and 5 October
 * (reports on the data bank of families, domain facts 4.1, D19); a month is held to the same days. A day off moves to
 * the next working day (D10). A region that has set a day of its own for a period is held to that.
 */
import { dayOf, isoOf, partsOf, type Day } from '../domain/day.ts';
import { periodOf, periodOfKey } from '../calendar/periods.ts';
import { workCalendar, workingDayFrom, type CalendarOverlay } from '../calendar/working-days.ts';

export interface ReportPeriod {
  /** "2026-Q3" or "2026-07". */
  readonly key: string;
  readonly kind: 'month' | 'quarter';
  readonly from: Day;
  readonly to: Day;
  /** The last day on which a report is in time. */
  readonly deadline: Day;
}

const USUAL_DAY = 5;
const JANUARY_DAY = 10;

export interface DueWish {
  /** The day that the region has set, or null. */
  readonly setDay?: Day | null;
  /** Days off move the usual day; without a calendar it stays, as it does for a year without one. */
  readonly calendar?: CalendarOverlay;
}

/** The period of a key; null for a text that is none. */
export function reportPeriod(key: string, { setDay = null, calendar }: DueWish = {}): ReportPeriod | null {
  const period = periodOfKey(key);
  if (period === null) return null;
  const { kind, from, to } = period;
  return { key, kind, from, to, deadline: setDay ?? usualDeadline(to, calendar) };
}

function usualDeadline(to: Day, calendar: CalendarOverlay | undefined): Day {
  const next = partsOf(to + 1);
  const usual = dayOf(next.year, next.month, next.month === 1 ? JANUARY_DAY : USUAL_DAY) ?? to;
  if (calendar === undefined) return usual;
  const moved = workingDayFrom(workCalendar(calendar), usual);
  return moved.kind === 'counted' ? moved.value : usual;
}

/** The quarter that a day lies in and those before it, newest first. */
export function quartersUpTo(day: Day, count: number): readonly string[] {
  const keys: string[] = [];
  for (let at = day; keys.length < count;) {
    const quarter = periodOf('quarter', at);
    keys.push(quarter.key);
    at = quarter.from - 1;
  }
  return keys;
}

/** The quarter that is reported on at a day: the last one that has ended. */
export function dueQuarter(day: Day): string {
  return quartersUpTo(day, 2)[1] ?? periodOf('quarter', day).key;
}

/** How a report stands to its deadline. */
export type Punctuality = 'in-time' | 'late' | 'awaited' | 'missing';

/** @param handedIn day of the first handing in; null: none yet */
export function punctuality({ deadline }: ReportPeriod, handedIn: Day | null, today: Day): Punctuality {
  if (handedIn !== null) return handedIn <= deadline ? 'in-time' : 'late';
  return today <= deadline ? 'awaited' : 'missing';
}

/** «10.01.2027» as an ISO day. */
export function deadlineIso({ deadline }: ReportPeriod): string {
  return isoOf(deadline);
}
