/** Months and quarters in headings: «янв.26», «Январь 2026», «I квартал», a month under a year, a real date. */
import { unifyLookAlikes } from '../packs/wording.ts';
import { MONTH_PATTERN, monthOfName } from './decode-date.ts';

/** A period read from a heading. */
export interface HeadingPeriod {
  /** Null when the heading does not say the year. */
  readonly year: number | null;
  readonly month: number | null;
  readonly quarter: number | null;
  /** What is left of the heading without the period. */
  readonly rest: string;
}

const MONTH_NAME = new RegExp(
  `(?<![а-яё])(${MONTH_PATTERN})(?![а-яё])\\.?(?:[\\s'’,.-]*(20\\d{2}|\\d{2})(?!\\d)(?:\\s*г(?:ода?|\\.)?(?![а-яё]))?)?`,
  'iu',
);
const MONTH_NUMBER =
  /(?<![\d.])(0?[1-9]|1[0-2])[./](20\d{2})(?![\d.])(?:\s{0,3}г(?:ода?|\.)?)?|(?<![\d-])(20\d{2})-(0[1-9]|1[0-2])(?![\d-])/u;
const QUARTER =
  /(?<![а-яё\d])(?:(iv|iii|ii|i|[1-4])(?:\s*-?\s*(?:й|ый|ой))?\s*кв(?:артал[а-я]*|\.|(?![а-яё]))|кв(?:артал)?\.?\s*(iv|iii|ii|i|[1-4])(?!\d))/iu;
const YEAR = /(?<!\d)(20\d{2})(?!\d)(?:\s{0,3}г(?:ода?|оду|\.)?(?![а-яё]))?/iu;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The period of a heading path, outermost part first; null when it names none. */
export function periodOfHeading(path: readonly string[]): HeadingPeriod | null {
  const text = inOneAlphabet(path.join(' > '));
  const named = MONTH_NAME.exec(text);
  const numbered = MONTH_NUMBER.exec(text);
  const quarter = QUARTER.exec(text);
  if (named && (!quarter || isDeeper(named, quarter, text))) {
    const rest = cut(text, named).replace(quarter?.[0] ?? '', ' ');
    const year = named[2] === undefined ? yearIn(rest) : yearOfPeriod(named[2]);
    return { year, month: monthOfName(shortMonth(named[1] ?? '')), quarter: null, rest: withoutYear(rest) };
  }
  if (numbered && !quarter) {
    const year = Number(numbered[2] ?? numbered[3]);
    return { year, month: Number(numbered[1] ?? numbered[4]), quarter: null, rest: withoutYear(cut(text, numbered)) };
  }
  if (!quarter) return null;
  const digit = (quarter[1] ?? quarter[2] ?? '').toLowerCase();
  const rest = cut(text, quarter);
  return { year: yearIn(rest), month: null, quarter: ROMAN[digit] ?? Number(digit), rest: withoutYear(rest) };
}

/** «Mapт» typed with Latin letters is March all the same; words of Latin letters alone («IV») stay. */
function inOneAlphabet(text: string): string {
  return /[a-z]/iu.test(text) ? text.toLowerCase().replace(/[а-яёa-z]+/gu, unifyLookAlikes) : text;
}

/** A month under its quarter: the innermost heading says what the column holds. */
function isDeeper(inner: RegExpExecArray, outer: RegExpExecArray, text: string): boolean {
  return inner.index > outer.index && text.slice(outer.index, inner.index).includes(' > ');
}

function shortMonth(word: string): string {
  return /^(?:февр|нояб)$/iu.test(word) ? word.slice(0, 3) : word;
}

/** A period of a register is of this century, unlike the two digits of a date, which may be those of a birth. */
function yearOfPeriod(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** A year named in a text («в 2026 году», «2026»); null when there is none. */
export function yearIn(text: string): number | null {
  const match = YEAR.exec(text);
  return match ? Number(match[1]) : null;
}

function cut(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}

/** A heading without the year it names, and without the signs around it. */
export function withoutYear(text: string): string {
  return text
    .replace(YEAR, ' ')
    .replace(/[>,:;.()\s-]+$/u, '')
    .replace(/^[>,:;.\s-]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** "2026-03" or "2026-Q1". */
export function periodKey(year: number, period: HeadingPeriod): string {
  return period.quarter === null
    ? `${year}-${String(period.month ?? 0).padStart(2, '0')}`
    : `${year}-Q${period.quarter}`;
}

/**
 * The years of a row of periods, left to right. A period without a year takes the one before it, and the next year
 * when the months start again; before the first named one it counts back. With no year at all, `fallback` is that of
 * the last period.
 */
export function yearsOfPeriods(periods: readonly HeadingPeriod[], fallback: number): readonly number[] {
  const steps: number[] = [0];
  for (let at = 1; at < periods.length; at += 1) {
    const before = periods[at - 1];
    const now = periods[at];
    steps.push((steps[at - 1] ?? 0) + (before && now && order(now) <= order(before) ? 1 : 0));
  }
  const named = periods.findIndex((period) => period.year !== null);
  const last = steps.at(-1) ?? 0;
  const base = named < 0 ? fallback - last : (periods[named]?.year ?? fallback) - (steps[named] ?? 0);
  let shift = 0;
  return periods.map((period, at) => {
    const expected = base + (steps[at] ?? 0) + shift;
    if (period.year === null) return expected;
    shift += period.year - expected;
    return period.year;
  });
}

function order(period: HeadingPeriod): number {
  return period.quarter === null ? (period.month ?? 0) : period.quarter * 3;
}
