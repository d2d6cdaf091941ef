/** The edge between day numbers and Temporal, for code that shows, asks for or computes with dates in Temporal. */
import { Temporal } from 'temporal-polyfill';
import { dayOfIso, isoOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';

/** The date of a day number. */
export function plainDateOf(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(isoOf(day));
}

/** The day number of a date in years 0000–9999. Throws for dates outside. */
export function dayOfPlainDate(date: Temporal.PlainDate): Day {
  const day = dayOfIso(date.toString({ calendarName: 'never' }));
  if (day === null) throw new RangeError(`Not a date of the years 0000 to 9999: ${date.toString()}`);
  return day;
}
