/**
 * Working days of a production calendar. All counting is on day numbers over tables made once per calendar, so a
 * register of thousands of rows costs nothing. Results say when a year has no calendar, and when it is provisional.
 */
import { dayOf, partsOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { RUSSIA } from './russia.ts';
import type { CalendarYear } from './russia.ts';

/** A region's own days, by year: days off and worked days as "MM-DD". The shape of `pack.calendar`. */
export type CalendarOverlay = Readonly<
  Record<string, { readonly off: readonly string[]; readonly work: readonly string[] }>
>;

/** A counted result, or the year whose calendar is missing. */
export type Counted<T> =
  | {
      readonly kind: 'counted';
      readonly value: T;
      /** A provisional year was touched. */ readonly provisional: boolean;
    }
  | { readonly kind: 'calendar-missing'; readonly year: number };

/** Working days of the years a calendar knows. Make one with `workCalendar`. */
export interface WorkCalendar {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly provisionalYears: ReadonlySet<number>;
  /** All working days, ascending. */
  readonly workingDays: readonly Day[];
  /** How many working days lie before `firstDay + index`; one entry more than there are days. */
  readonly before: Int32Array;
}

const DAYS_PER_WEEK = 7;
/** 1 January 1970 was a Thursday; Monday is 0 here. */
const THURSDAY = 3;

/** Day of the week, Monday 0 to Sunday 6. */
export function weekday(day: Day): number {
  return (((day + THURSDAY) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

/**
 * The calendar of Russia with a region's overlay on it. An overlay for a year that Russia's calendar does not know
 * changes nothing: the year stays unknown. Throws when the years have a gap or a day does not exist.
 */
export function workCalendar(
  overlay: CalendarOverlay = {},
  years: Readonly<Record<number, CalendarYear>> = RUSSIA,
): WorkCalendar {
  // The language gives keys that are whole numbers in ascending order.
  const known = Object.keys(years).map(Number);
  const first = known[0] ?? 0;
  if (known.some((year, index) => year !== first + index)) throw new Error('The years of a calendar must have no gap');
  const firstDay = dayIn(first, '01-01');
  const lastDay = dayIn(first + known.length - 1, '12-31');
  const workingDays: Day[] = [];
  const before = new Int32Array(lastDay - firstDay + 2);
  const exceptions = exceptionsOf(years, overlay);
  for (let day = firstDay; day <= lastDay; day += 1) {
    before[day - firstDay] = workingDays.length;
    if (exceptions.get(day) ?? weekday(day) < 5) workingDays.push(day);
  }
  before[lastDay - firstDay + 1] = workingDays.length;
  const provisionalYears = new Set(known.filter((year) => years[year]?.provisional));
  return { firstDay, lastDay, provisionalYears, workingDays, before };
}

/** Days that differ from the plain week: true for worked, false for off. The region's word comes last. */
function exceptionsOf(
  years: Readonly<Record<number, CalendarYear>>,
  overlay: CalendarOverlay,
): ReadonlyMap<Day, boolean> {
  const exceptions = new Map<Day, boolean>();
  for (const source of [years, overlay]) {
    for (const [year, { off, work }] of Object.entries(source)) {
      for (const monthDay of off) exceptions.set(dayIn(Number(year), monthDay), false);
      for (const monthDay of work) exceptions.set(dayIn(Number(year), monthDay), true);
    }
  }
  return exceptions;
}

function dayIn(year: number, monthDay: string): Day {
  const [month, dayOfMonth] = monthDay.split('-').map(Number);
  const day = dayOf(year, month ?? 0, dayOfMonth ?? 0);
  if (day === null) throw new Error(`No such day in a calendar: ${year}-${monthDay}`);
  return day;
}

/** Whether a day is worked. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): Counted<boolean> {
  if (day < calendar.firstDay || day > calendar.lastDay) return missing(day);
  return counted(calendar, day, day, workedBefore(calendar, day + 1) > workedBefore(calendar, day));
}

/**
 * The last day of a term of `n` working days (whole, not negative). The day of the event is day 0 and does not count;
 * a term of 0 ends on the day itself.
 */
export function addWorkingDays(calendar: WorkCalendar, from: Day, n: number): Counted<Day> {
  if (n === 0) return counted(calendar, from, from, from);
  if (from + 1 < calendar.firstDay || from > calendar.lastDay) return missing(from + 1);
  const last = calendar.workingDays[workedBefore(calendar, from + 1) + n - 1];
  return last === undefined ? missing(calendar.lastDay + 1) : counted(calendar, from + 1, last, last);
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): Counted<number> {
  if (to <= from) return { kind: 'counted', value: 0, provisional: false };
  if (from + 1 < calendar.firstDay) return missing(from + 1);
  if (to > calendar.lastDay) return missing(to);
  return counted(calendar, from + 1, to, workedBefore(calendar, to + 1) - workedBefore(calendar, from + 1));
}

/** The day itself when it is worked, or else the next working day. */
export function workingDayFrom(calendar: WorkCalendar, day: Day): Counted<Day> {
  if (day < calendar.firstDay || day > calendar.lastDay) return missing(day);
  const next = calendar.workingDays[workedBefore(calendar, day)];
  return next === undefined ? missing(calendar.lastDay + 1) : counted(calendar, day, next, next);
}

function workedBefore(calendar: WorkCalendar, day: Day): number {
  return calendar.before[day - calendar.firstDay] ?? 0;
}

function missing(day: Day): Counted<never> {
  return { kind: 'calendar-missing', year: partsOf(day).year };
}

function counted<T>(calendar: WorkCalendar, from: Day, to: Day, value: T): Counted<T> {
  const lastYear = partsOf(to).year;
  let provisional = false;
  for (let year = partsOf(from).year; year <= lastYear; year += 1) provisional ||= calendar.provisionalYears.has(year);
  return { kind: 'counted', value, provisional };
}
