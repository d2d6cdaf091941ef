/** Counts, rates and terms as people write them in cells. */
import { UNREADABLE } from '../domain/day.ts';

/** Words and signs that mean zero in a count («нет», a dash, a closed cell). */
const ZERO = /^(?:нет|не было|отсутству[а-я]+|[-–—−]+|[xх]|0)\.?$/iu;
/** Dashes and the like, with which people fill a cell that has no value. */
const NOTHING = /^(?:[-–—−_]+|\/)$/u;
const UNIT =
  /(?:чел(?:овека?|\.)?|дет(?:ей|и)|реб(?:енка|енок|\.)?|раза?|выход(?:а|ов)?|посещени[яей]|семь?[яией]*|ставк[аи]|ст\.|шт\.?|мес(?:яц[аев]*|\.)?)$/iu;

/** True for «нет», «-», «X», «Х» and blank, which count as zero. */
export function isZeroWord(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || ZERO.test(trimmed);
}

/** True for a dash or line that only fills the cell. */
export function isDash(text: string): boolean {
  return NOTHING.test(text.trim());
}

const HALF = /^\s*(?:½|пол(?:овина)?[\s-]?ст(?:авки|\.))\s*$/iu;

/** «12», «1 250», «0,5», «50 %», «полставки», «2 чел.», «нет»; UNREADABLE for anything else. */
export function parseNumber(text: string): number {
  if (isZeroWord(text)) return 0;
  if (HALF.test(text)) return 0.5;
  const percent = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent.replace(',', '.')) / 100;
  const plain = text
    .trim()
    .replace(UNIT, '')
    .trimEnd()
    .replace(/(\d)[\s\u00A0](?=\d{3}(?!\d))/gu, '$1');
  if (!/^[+-]?\d{1,12}(?:[.,]\d{1,6})?$/.test(plain)) return UNREADABLE;
  return Number(plain.replace(',', '.'));
}

/** «1 (один) год»: the number said again in words. */
const SAID_AGAIN = /(?<=\d)\s{0,9}\([^()\d]{0,40}\)/gu;
const DURATION =
  /(?<!\d)(\d{1,4}(?:[.,]\d{1,2})?)\s{0,9}(год[а-я]*|лет|г\.|г(?![а-яё])|мес[а-я]*\.?|м\.|м(?![а-яё])|кварт[а-я]*|нед[а-я]*)/giu;
const IN_WORDS: readonly (readonly [RegExp, number])[] = [
  [/полтора\s+года/iu, 18],
  [/полгода|полугоди[ея]/iu, 6],
  [/(?:^|[^а-яё])(?:один\s+)?год(?:[^а-яё]|$)/iu, 12],
  [/(?:^|[^а-яё])(?:один\s+)?месяц(?:[^а-яё]|$)/iu, 1],
  [/(?:один\s+)?квартал(?:[^а-яё]|$)/iu, 3],
];

/** Months of «1 год», «12 мес.», «1 год 6 месяцев», «полгода» inside a text; null when it names no duration. */
export function findDurationMonths(text: string): number | null {
  let months = 0;
  let found = false;
  for (const [, amount = '', unit = ''] of text.replace(SAID_AGAIN, '').matchAll(DURATION)) {
    if (unit.toLowerCase().startsWith('г') && Number(amount.replace(',', '.')) > 30) continue;
    found = true;
    months += Number(amount.replace(',', '.')) * monthsOfUnit(unit.toLowerCase());
  }
  if (found) return Math.round(months);
  for (const [pattern, length] of IN_WORDS) if (pattern.test(text)) return length;
  return null;
}

function monthsOfUnit(unit: string): number {
  if (unit.startsWith('г') || unit.startsWith('л')) return 12;
  if (unit.startsWith('кв')) return 3;
  return unit.startsWith('н') ? 0.25 : 1;
}

/** A term in months: a bare number, or a duration in words. UNREADABLE for anything else. */
export function parseTermMonths(text: string): number {
  const number = parseNumber(text);
  if (!Number.isNaN(number)) return number;
  const rest = text
    .replace(SAID_AGAIN, '')
    .replace(DURATION, '')
    .replace(/[\s.,;()]|лет|год[а-я]*|месяц[а-я]*|полгода|полтора|один|квартал/giu, '');
  return rest === '' ? (findDurationMonths(text) ?? UNREADABLE) : UNREADABLE;
}
