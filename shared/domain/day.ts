/**
 * A calendar day as a whole number: days since 1 January 1970. Arithmetic and comparison are those of numbers,
 * and no time zone can touch it. Months and working days are counted in the calendar folder.
 */
export type Day = number;

/**
 * The value of a cell that is filled but cannot be read as what its field needs (a date, a number).
 * It is NaN on purpose: every comparison with it is false, so a rule that forgets to ask finds nothing
 * instead of something wrong.
 */
export const UNREADABLE: number = Number.NaN;

/** True for a value that is filled but could not be read. */
export function isUnreadable(value: unknown): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

/** True for a day (or number) that is there and was read. */
export function isKnown(value: Day | null | undefined): value is Day {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

export const MS_PER_DAY = 86_400_000;

/** The day of year, month (1–12) and day of month, or null when there is no such day (31 February). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return null;
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31 || Math.abs(year) > LAST_YEAR) return null;
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  // All months have 28 days; of a later day that does not exist the reckoning has gone on into the next month.
  const day = era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
  return dayOfMonth <= 28 || partsOf(day).month === month ? day : null;
}

/** The year that its digits say. Two-digit years: 00–39 are of this century, the rest of the last one. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

/** Where the dates of the language end. */
const LAST_YEAR = 271_820;

/** Year, month (1–12) and day of month of a day. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const sinceMarch0 = day + DAYS_TO_1970;
  const era = Math.floor(sinceMarch0 / DAYS_PER_ERA);
  const dayOfEra = sinceMarch0 - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The Gregorian calendar repeats every 400 years; days are counted from 1 March of year 0, so that 29 February ends a year. */
const DAYS_PER_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

/** "2026-10-31" for a day. */
export function isoOf(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  if (year < 1000 || year > 9999) return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** The day of "2026-10-31", or null when the text is no such date. */
export function dayOfIso(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Days between Excel's serial 0 in the 1900 system (30 December 1899, for serials from 61 on) and 1 January 1970. */
const SERIAL_OF_1970 = 25_569;

/** The day of an Excel serial number in the 1900 date system; a time of day is cut off. */
export function dayOfSerial(serial: number): Day {
  return Math.floor(serial) - SERIAL_OF_1970;
}

/** The Excel serial number (1900 date system) of a day. */
export function serialOf(day: Day): number {
  return day + SERIAL_OF_1970;
}
