/** What the lines around a table say: the period it is about. */
import { dayOf, isKnown, partsOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { findDates, monthOfName } from './decode-date.ts';
import { periodOfHeading, yearIn } from './periods-in-headings.ts';

export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

const BEGUN = /(?:^|\s)начат[аоы]?(?![а-яё])/iu;
const ENDED = /(?:^|\s)окончен[аоы]?(?![а-яё])/iu;
const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  первый: 1,
  второй: 2,
  третий: 3,
  четвертый: 4,
};
const QUARTER = /(?<![а-яё\d])(iv|iii|ii|i|[1-4]|первый|второй|третий|четвертый)\s*(?:-?(?:й|ый|ом|м))?\s*кв/iu;
const HALF = /(?<![а-яё\d])(ii|i|[12]|первое|второе)\s*(?:-?(?:е|ое|ом))?\s*полугоди/iu;
const SPAN = /(\p{L}{3,})\.?\s*[-–—]\s*(\p{L}{3,})/gu;
const MONTHS_SINCE_JANUARY = /(?<!\d)(\d{1,2})\s*мес/iu;

/**
 * The period of title lines: «Начат 15 января 2024 г.», «за III квартал 2026 года», «за январь – октябрь 2026 года»,
 * «за 10 месяцев 2026 года», «с 01.01.2026 по 31.03.2026», «за 2026 год». Null when they name none.
 */
export function periodOfTitles(lines: readonly string[]): Period | null {
  let from: Day | null = null;
  let to: Day | null = null;
  for (const line of lines) {
    const [date] = findDates(line);
    if (date && isKnown(date.day) && BEGUN.test(line)) from = date.day;
    else if (date && isKnown(date.day) && ENDED.test(line)) to = date.day;
  }
  if (from !== null || to !== null) return { from, to };
  for (const line of [...lines, lines.join(' ')]) {
    const period = periodOfLine(line.toLowerCase().replaceAll('ё', 'е'));
    if (period) return period;
  }
  return null;
}

function periodOfLine(line: string): Period | null {
  const dates = findDates(line).filter((date) => isKnown(date.day));
  const [first, second] = dates;
  if (first && second && /(?:^|\s)с\s/u.test(line) && /\sпо\s/u.test(line)) return { from: first.day, to: second.day };
  const year = yearIn(line);
  if (year === null || dates.length > 0) return null;
  const quarter = QUARTER.exec(line)?.[1];
  if (quarter !== undefined) {
    const number = ROMAN[quarter] ?? Number(quarter);
    return months(year, number * 3 - 2, number * 3);
  }
  const half = HALF.exec(line)?.[1];
  if (half !== undefined) return /^(?:i|1|первое)$/u.test(half) ? months(year, 1, 6) : months(year, 7, 12);
  const since = MONTHS_SINCE_JANUARY.exec(line)?.[1];
  if (since !== undefined && Number(since) >= 1 && Number(since) <= 12) return months(year, 1, Number(since));
  for (const [, start = '', end = ''] of line.matchAll(SPAN)) {
    const [begin, finish] = [monthOfName(start), monthOfName(end)];
    if (begin !== null && finish !== null) return months(year, begin, finish);
  }
  for (const [word] of line.matchAll(/\p{L}{3,}/gu)) {
    // Shorter words are abbreviations of anything; only «май» and «мая» are whole months of three letters.
    const month = word.length > 3 || /^ма[йя]$/u.test(word) ? monthOfName(word) : null;
    if (month !== null) return months(year, month, month);
  }
  return /(?:^|\s)за\s.*20\d{2}|отчетн\p{L}+\s+год/u.test(line) ? months(year, 1, 12) : null;
}

function months(year: number, from: number, to: number): Period {
  return { from: dayOf(year, from, 1), to: lastDayOf(year, to) };
}

function lastDayOf(year: number, month: number): Day | null {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return next === null ? null : next - 1;
}

/** What is said about other documents, not about the sheet. */
const OTHER_DOCUMENT = /приказ|постановлени|закон|приложение/iu;

/** The year that dates and months without one belong to: of the titles, or the sheet's name, or the as-of date. */
export function contextYear(titles: readonly string[], sheetName: string, asOf: Day): number {
  return namedYear(titles, sheetName) ?? partsOf(asOf).year;
}

/** The year that the titles or the sheet's name say; null when they say none. */
export function namedYear(titles: readonly string[], sheetName: string): number | null {
  for (const text of [...titles.toReversed(), sheetName]) {
    const year = OTHER_DOCUMENT.test(text) ? null : yearIn(text);
    if (year !== null) return year;
  }
  return null;
}

export interface MonthOfYear {
  readonly year: number;
  readonly month: number;
}

/**
 * The one month a sheet is about: «Январь 2026», «03.2026», «за март». A month without a year is the latest that is
 * not after the as-of date. Null when titles and name say none, or several.
 */
export function contextMonth(titles: readonly string[], sheetName: string, asOf: Day): MonthOfYear | null {
  for (const text of [...titles.toReversed(), sheetName]) {
    if (OTHER_DOCUMENT.test(text) || findDates(text).length > 0) continue;
    const period = periodOfHeading([text.toLowerCase()]);
    if (!period || period.month === null) continue;
    if (periodOfHeading([period.rest])?.month) return null;
    const now = partsOf(asOf);
    const latest = period.month <= now.month ? now.year : now.year - 1;
    return { month: period.month, year: period.year ?? namedYear(titles, sheetName) ?? latest };
  }
  return null;
}
