/** A cell that holds one date. */
import { addMonths } from '../calendar/month-arithmetic.ts';
import { dayOfSerial, UNREADABLE } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { findDates, parseDate, parseDay } from './decode-date.ts';
import { isDash } from './decode-number.ts';
import { splitNumberAndDate } from './split-number-and-date.ts';

/** A decoded cell; `isTextDate` when the whole cell is one date kept as text. */
export interface Decoded {
  readonly value: unknown;
  readonly isTextDate?: true;
}

const NONE: Decoded = { value: null };
const BAD: Decoded = { value: UNREADABLE };
/** 1 January 1915, 1 January 1950 and 31 December 2100 as days: outside of them a date cell holds some other number. */
const FIRST_BIRTH: Day = -20_089;
const FIRST_EVENT: Day = -7_305;
const LATEST: Day = 47_846;
const SERIAL_1950 = 18_264;
const SERIAL_2100 = 73_415;
const LONGEST_NUMBER = 20;

/** «нет», «по н.в.» and dashes in a date column say that there is none. */
export function isNoDate(text: string): boolean {
  return isDash(text) || /^(?:нет|не было|x|х|(?:по\s+)?н\.?\s?в\.?|по\s+настоящее\s+время)$/iu.test(text.trim());
}

/** The day of a cell that must be a date; UNREADABLE outside 1950–2100, and for a month without its day. */
export function decodeDate(cell: CellValue): Decoded {
  return sinceDay(FIRST_EVENT, decodeDay(cell, parseDay));
}

/** The end of a term: one that is named by its month ends with the month. */
export function decodeEndDate(cell: CellValue): Decoded {
  return sinceDay(FIRST_EVENT, decodeDay(cell, lastDayIn));
}

/** A birth date: people may be born from 1915 on. A number without a date's format still begins in 1950. */
export function decodeBirthDate(cell: CellValue): Decoded {
  const decoded = decodeDay(cell, parseDate);
  return isCellDate(cell) ? sinceDay(FIRST_BIRTH, decoded) : decoded;
}

function lastDayIn(text: string): Day {
  const day = parseDay(text);
  return Number.isNaN(day) ? addMonths(parseDate(text), 1) - 1 : day;
}

function sinceDay(first: Day, decoded: Decoded): Decoded {
  return typeof decoded.value === 'number' && decoded.value < first ? BAD : decoded;
}

function decodeDay(cell: CellValue, parse: (text: string) => Day): Decoded {
  if (isCellDate(cell)) return dayDecoded(dayOfSerial(cell.serial));
  if (typeof cell === 'number') return cell >= SERIAL_1950 && cell <= SERIAL_2100 ? { value: dayOfSerial(cell) } : BAD;
  if (typeof cell !== 'string') return BAD;
  if (isNoDate(cell)) return NONE;
  const day = parse(cell);
  return Number.isNaN(day) ? besideNumber(cell) : { value: day, isTextDate: true };
}

const DOCUMENT = /^\p{L}{2,14}\.?\s*№?\s*/u;

/** «12.01.2026 № 3», «12.01.2026 пост. № 3»: the date of a document whose number has no field of its own. */
function besideNumber(text: string): Decoded {
  if (!text.includes('№') || findDates(text).length !== 1) return BAD;
  const { number, date } = splitNumberAndDate(text);
  return number !== null && number.length <= LONGEST_NUMBER && !/\s/u.test(number.replace(DOCUMENT, ''))
    ? { value: date }
    : BAD;
}

function dayDecoded(day: Day): Decoded {
  return day <= LATEST ? { value: day } : BAD;
}
