/** Lists of dates in cells, also as days of a month that the heading or the sheet names: «5, 12, 26». */
import { dayOf, UNREADABLE } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { decodeDate, isNoDate } from './date-cell.ts';
import type { Decoded } from './date-cell.ts';
import { findDates, parseDates, parseDay } from './decode-date.ts';
import type { MonthOfYear } from './title-lines.ts';

export interface DaysContext {
  /** The year of dates that are written without one. */
  readonly year: number;
  /** The year that the sheet itself names; null when it names none. */
  readonly namedYear: number | null;
  /** The month of days that are written as bare numbers; null where nothing names one. */
  readonly month: MonthOfYear | null;
}

/** The days of a list. */
export interface DecodedDays {
  readonly value: readonly Day[];
  /** The whole cell is one full date kept as text. */
  readonly isTextDate?: true;
}

const BARE = /^\s*(\d{1,2})(?:-?го|\s*(?:числ[ао]|ч\.))?\s*$/u;

/** The number that a cell gives instead of a date: 12, «12», «12 числа»; null for anything else. */
export function bareDay(cell: CellValue): number | null {
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(BARE.exec(cell)?.[1] ?? 0) : 0;
  return number >= 1 && number <= 31 ? number : null;
}

/** The decoder of a column of dates. */
export function daysDecoder({ year, month }: DaysContext): (cell: CellValue) => DecodedDays {
  const inMonth = (number: number): Day =>
    month === null ? UNREADABLE : (dayOf(month.year, month.month, number) ?? UNREADABLE);
  return (cell) => {
    if (typeof cell === 'number' && month !== null && cell >= 1 && cell <= 31) return { value: [inMonth(cell)] };
    if (typeof cell !== 'string' || isCellDate(cell)) return { value: [decodeDate(cell).value as Day] };
    if (isNoDate(cell)) return { value: [] };
    const entries = cell.split(/[;,\n\r]|\sи\s/u).filter((entry) => entry.trim() !== '');
    if (month !== null && entries.length > 0 && entries.every((entry) => BARE.test(entry)))
      return { value: entries.map((entry) => inMonth(Number(BARE.exec(entry)?.[1]))) };
    const value = parseDates(cell, year);
    return Number.isNaN(parseDay(cell)) ? { value } : { value, isTextDate: true };
  };
}

/**
 * The decoder of a journal's dates: the day alone («12», 12) where the sheet names its month, and day and month
 * («05.01», «5 января») where it names its year.
 */
export function journalDate({ namedYear, month }: DaysContext): (cell: CellValue) => Decoded {
  const year = month?.year ?? namedYear;
  return (cell) => {
    const number = month === null ? null : bareDay(cell);
    if (month !== null && number !== null) return { value: dayOf(month.year, month.month, number) ?? UNREADABLE };
    const decoded = decodeDate(cell);
    if (year === null || typeof cell !== 'string' || !Number.isNaN(decoded.value)) return decoded;
    const [found, further] = findDates(cell, year);
    const isWhole = found?.isYearGiven && !further && cell.trim().length <= found.end - found.start + 2;
    return isWhole ? { value: found.day, isTextDate: true } : decoded;
  };
}
