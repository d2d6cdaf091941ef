/** Terms in months and ages in years, over day numbers. */
import { dayOf, partsOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';

const MONTHS_PER_YEAR = 12;

/**
 * The end of a term of `months` whole months: the same number of the last month, or its last day where it has no such
 * number (Civil Code, article 192). Negative months count back.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const monthIndex = year * MONTHS_PER_YEAR + (month - 1) + months;
  const first = firstOfMonth(monthIndex);
  const lastNumber = firstOfMonth(monthIndex + 1) - first;
  return first + Math.min(dayOfMonth, lastNumber) - 1;
}

/** The day on which a person born on `birthDate` is `years` old; 28 February for the 29th in a common year. */
export function birthday(birthDate: Day, years: number): Day {
  return addMonths(birthDate, years * MONTHS_PER_YEAR);
}

/** Whole years of age on a day; -1 before birth. */
export function ageOn(birthDate: Day, day: Day): number {
  if (day < birthDate) return -1;
  const years = partsOf(day).year - partsOf(birthDate).year;
  return birthday(birthDate, years) <= day ? years : years - 1;
}

function firstOfMonth(monthIndex: number): Day {
  const year = Math.floor(monthIndex / MONTHS_PER_YEAR);
  return dayOf(year, monthIndex - year * MONTHS_PER_YEAR + 1, 1) ?? Number.NaN;
}
