/**
 * Dates as people write them in cells. A date that is written but does not exist (31.02.2025) is UNREADABLE, never
 * silently another day.
 */
import { dayOf, fullYear, UNREADABLE } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';

const MONTH_STEMS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const;
/** The names of months in lower case, as a part of a pattern. */
export const MONTH_PATTERN =
  'январ[ьяе]|янв|феврал[ьяе]|февр|фев|марта?|марте|мар|апрел[ьяе]|апр|ма[йяе]|июн[ьяе]|июн|июл[ьяе]|июл|августа?|августе|авг|сентябр[ьяе]|сент|сен|октябр[ьяе]|окт|ноябр[ьяе]|нояб|ноя|декабр[ьяе]|дек';
const WHOLE_MONTH = new RegExp(`^(?:${MONTH_PATTERN})$`, 'u');
const YEAR_MARK = '(?:\\s*(?:года?|г\\.?)(?:\\s?р(?:ожд(?:ения)?)?\\.?)?(?![а-яё]))?';

/** 1 for «январь», «янв.», «января»; null for anything that is no month's name. */
export function monthOfName(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, '');
  if (!WHOLE_MONTH.test(name)) return null;
  const index = MONTH_STEMS.findIndex((stem) => name.startsWith(stem) && !(stem === 'ма' && name.startsWith('мар')));
  return index < 0 ? null : index + 1;
}

/** A date found inside a longer text. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** UNREADABLE when the day does not exist. */
  readonly day: Day;
  /** A date written without its year, when the caller gave one. */
  readonly isYearGiven?: true;
}

// «1/12.03.2026» is number 1 of 12 March: signs of two kinds stand in a date only before a year of four digits.
const DAY_FIRST = `(\\d{1,2})\\s?(?:(?<sign>[./-])\\s?(\\d{1,2})\\s?\\k<sign>\\s?(\\d{4}|\\d{2})|[./-]\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{4}))(?!\\d)${YEAR_MARK}`;
const YEAR_FIRST = `(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)(?:T[\\d:.]+Z?)?${YEAR_MARK}`;
const IN_WORDS = `["«]?(\\d{1,2})["»]?[\\s.-]*(${MONTH_PATTERN})\\.?[\\s,-]*(\\d{4}|\\d{2})(?!\\d)${YEAR_MARK}`;
/** «12.III.2026», as dates are written by hand. */
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const IN_ROMAN = `(\\d{1,2})[\\s./-]{1,2}([ivxх]{1,4})[\\s./-]{1,2}(\\d{4})(?!\\d)${YEAR_MARK}`;
const ANY_DATE = new RegExp(`(?<![\\d.])(?:${YEAR_FIRST}|${DAY_FIRST}|${IN_WORDS}|${IN_ROMAN})`, 'giu');
const NO_YEAR = new RegExp(
  `(?<![\\d.])(?:(\\d{1,2})\\.(\\d{1,2})(?![\\d.]*\\d)\\.?|(\\d{1,2})\\s*(${MONTH_PATTERN})(?![а-яё]))`,
  'giu',
);

/** All dates of a text, in order. With `year`, dates without one («05.03», «5 марта») are found as well. */
export function findDates(text: string, year?: number): readonly FoundDate[] {
  const found: FoundDate[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(ANY_DATE)) {
    found.push({ start: match.index, end: match.index + match[0].length, day: dayOfMatch(match) });
  }
  if (year === undefined) return found;
  for (const match of text.matchAll(NO_YEAR)) {
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((other) => start < other.end && other.start < end)) continue;
    const month = match[4] === undefined ? Number(match[2]) : monthOfName(match[4]);
    const day = dayOf(year, month ?? 0, Number(match[1] ?? match[3])) ?? UNREADABLE;
    found.push({ start, end, day, isYearGiven: true });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function dayOfMatch(match: RegExpExecArray): Day {
  const [
    ,
    isoYear,
    isoMonth,
    isoDay,
    day,
    ,
    month,
    year,
    mixedMonth,
    mixedYear,
    wordDay,
    wordMonth,
    wordYear,
    ...roman
  ] = match;
  const [romanDay, romanMonth, romanYear] = roman;
  if (isoYear !== undefined) return existing(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (day !== undefined) return existing(fullYear(year ?? mixedYear ?? ''), Number(month ?? mixedMonth), Number(day));
  if (romanDay !== undefined) return existing(Number(romanYear), monthOfRoman(romanMonth ?? ''), Number(romanDay));
  return existing(fullYear(wordYear ?? ''), monthOfName(wordMonth ?? '') ?? 0, Number(wordDay));
}

function monthOfRoman(figure: string): number {
  return ROMAN.indexOf(figure.toLowerCase().replaceAll('х', 'x')) + 1;
}

function existing(year: number, month: number, day: number): Day {
  if (year < 1900 || year > 2100) return UNREADABLE;
  return dayOf(year, month, day) ?? UNREADABLE;
}

/** The year of «1985», «1985 г.р.», «1985 года рождения»; null for any other text. */
export function birthYear(text: string): number | null {
  const year = /^((?:19|20)\d{2})(?:\s*(?:г\.?\s*р?\.?|год[а-я]*(?:\s+рождения)?))?$/iu.exec(text.trim())?.[1];
  return year === undefined ? null : Number(year);
}

/** A whole text whose points were typed as commas. */
const COMMAS = /^\s*(\d{1,2}),(\d{1,2}),(\d{4})(?=\D*$)/u;
const WEEKDAY = '(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\\.?';
const AROUND = new RegExp(`^[\\s,;(«"]*(?:от|с|на|до|по|${WEEKDAY},?)?$`, 'iu');
/** «10:30», «10.30 ч.», «14 ч.», «14 часов». */
const OF_DAY =
  '(?:\\d{1,2}[:.-]\\d{2}(?::\\d{2})?(?:\\s?(?:ч|час)\\.?[а-я]{0,4})?|\\d{1,2}\\s?ч(?:ас[а-я]{0,2})?\\.?(?:\\s?\\d{2}\\s?мин\\.?)?)';
const TIME = new RegExp(
  `^[\\s,;)»".]*(?:\\(?${WEEKDAY}(?![а-яё])\\)?,?\\s?)?(?:[вс]\\s?)?(?:${OF_DAY}(?:\\s?(?:до|[-–—])\\s?${OF_DAY})?)?[.)]{0,2}$`,
  'iu',
);
/** «март 2026», «мар.26» as Excel shows it, «03.2026». A bare figure after a space may be the day of the month. */
const MONTH_AND_YEAR = new RegExp(
  `^\\s*(?:(${MONTH_PATTERN})(?:\\.?[\\s'’-]*(\\d{4})|[.'’-](\\d{2}))|(\\d{1,2})[./]\\s*(\\d{4}))${YEAR_MARK}\\s*$`,
  'iu',
);

/**
 * The day that a whole text says: «12.03.2019 г.», «12 марта 2019г», «12.03.19», «2019-03-12», with a time of day.
 * UNREADABLE for anything else.
 */
export function parseDay(text: string): Day {
  const dates = findDates(text.replace(COMMAS, '$1.$2.$3'));
  const only = dates[0];
  if (only && dates.length === 1) {
    return AROUND.test(text.slice(0, only.start).trimEnd()) && TIME.test(text.slice(only.end).trimEnd())
      ? only.day
      : UNREADABLE;
  }
  return UNREADABLE;
}

/** The same, or the first day of a month and year. */
export function parseDate(text: string): Day {
  const month = MONTH_AND_YEAR.exec(text);
  if (!month || findDates(text).length > 0) return parseDay(text);
  const [, name, year, shortYear, number, numbersYear] = month;
  return existing(
    fullYear(year ?? shortYear ?? numbersYear ?? ''),
    name === undefined ? Number(number) : (monthOfName(name) ?? 0),
    1,
  );
}

/**
 * The days of a list in one cell: «03.10.2024, 21.03.2025», one a line, «05.03; 19.03.2026». An entry without a year
 * takes `year`, or else the year of the next full date (else of the previous one). What is no date is UNREADABLE.
 */
export function parseDates(text: string, year?: number): readonly Day[] {
  const days: Day[] = [];
  for (const entry of text.split(/[;\n\r]+|,(?!\s*\d{1,2}[:.]\d{2}\s*$)/u)) {
    if (entry.trim() === '') continue;
    const full = findDates(entry);
    const found = findDates(entry, year ?? yearNear(text));
    if (found.length === 0) days.push(parseDay(entry));
    else if (full.length === 1 && found.length === 1)
      days.push(restIsPlain(entry, found) ? (full[0]?.day ?? UNREADABLE) : UNREADABLE);
    else days.push(...found.map((date) => date.day));
  }
  return days;
}

function restIsPlain(entry: string, found: readonly FoundDate[]): boolean {
  const only = found[0];
  return only !== undefined && !/\d{3,}/.test(entry.slice(0, only.start) + entry.slice(only.end));
}

function yearNear(text: string): number | undefined {
  const match = /\d{1,2}[./]\d{1,2}[./](\d{4}|\d{2})(?!\d)/.exec(text);
  return match ? fullYear(match[1] ?? '') : undefined;
}
