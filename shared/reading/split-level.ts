/**
 * «базовый, 1 год / 15.09.2019 кризисный»: level, term and transfers in one cell. The level kept is TODAY's: the one
 * after the latest transfer on or before the as-of date, or else the one the cell begins with.
 */
import { isKnown, UNREADABLE } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { CodeValue, Transfer } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { findDates } from './decode-date.ts';
import type { FoundDate } from './decode-date.ts';
import { findDurationMonths, isDash } from './decode-number.ts';

export interface LevelParts {
  /** Today's level; null when the cell names none. */
  readonly level: CodeValue | null;
  /** The level that the cell names before the first transfer; null when it names none. */
  readonly levelBefore: CodeValue | null;
  readonly termMonths: number | null;
  readonly transfers: readonly Transfer[];
}

/** Splits a cell of level, duration and transfers. */
export function splitLevel(text: string, asOf: Day, book: CodeBook): LevelParts {
  const [first = '', ...rest] = segments(text);
  const opensWithTransfer = startsWithDate(first) || /^\s*перев/iu.test(first);
  const levelBefore = opensWithTransfer ? null : levelIn(first, book);
  const transfers = (opensWithTransfer ? [first, ...rest] : rest).flatMap((part) => transfersOf(part, book));
  return {
    level: levelOn(asOf, levelBefore, transfers),
    levelBefore,
    termMonths: findDurationMonths(withoutDates(opensWithTransfer ? text : first)),
    transfers,
  };
}

/** The level after the latest transfer on or before the day, or else the one before all transfers. */
export function levelOn(asOf: Day, before: CodeValue | null, transfers: readonly Transfer[]): CodeValue | null {
  let latest: Transfer | null = null;
  for (const transfer of transfers) {
    if (!isKnown(transfer.day) || transfer.day > asOf || transfer.level === null) continue;
    if (latest === null || transfer.day >= latest.day) latest = transfer;
  }
  return latest?.level ?? before;
}

/** The transfers of a cell: «15.09.2019 кризисный; 01.02.2020 базовый», «перевод на К 15.09.19», or a bare date. */
export function parseTransfers(text: string, book: CodeBook): readonly Transfer[] {
  if (isDash(text) || /^\s*(?:нет|не было|не переводил[а-я]*)\s*$/iu.test(text)) return [];
  const parts = segments(text);
  const found = parts.flatMap((part) => transfersOf(part, book));
  return found.length > 0 ? found : [{ day: UNREADABLE, level: levelIn(text, book) }];
}

/** Cuts at «;», line breaks, slashes outside dates, arrows, and before «перевод». */
function segments(text: string): readonly string[] {
  const dates = findDates(text);
  const inDate = (at: number): boolean => dates.some((date) => at >= date.start && at < date.end);
  const cuts = [...text.matchAll(/[;\n\r]+|\s{0,9}(?:\/|→|=>|->)\s{0,9}|(?<=[\s,.(])(?=перев)/giu)].filter(
    (match) => !inDate(match.index),
  );
  const parts: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    parts.push(text.slice(from, cut.index));
    from = cut.index + cut[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function startsWithDate(part: string): boolean {
  const date = findDates(part)[0];
  return date !== undefined && !/\p{L}{3,}/u.test(part.slice(0, date.start));
}

/** One transfer per date of the part; the wording beside the date (after it, or else before it) is the level. */
function transfersOf(part: string, book: CodeBook): readonly Transfer[] {
  const dates = findDates(part);
  if (dates.length === 0) return /перев|\d{2,}/iu.test(part) ? [{ day: UNREADABLE, level: levelIn(part, book) }] : [];
  const isDateFirst = startsWithDate(part);
  return dates.map((date, at) => ({ day: date.day, level: levelIn(besideDate(part, dates, at, isDateFirst), book) }));
}

function besideDate(part: string, dates: readonly FoundDate[], at: number, isDateFirst: boolean): string {
  const date = dates[at];
  if (!date) return '';
  return isDateFirst
    ? part.slice(date.end, dates[at + 1]?.start ?? part.length)
    : part
        .slice(dates[at - 1]?.end ?? 0, at === dates.length - 1 ? part.length : date.start)
        .replace(part.slice(date.start, date.end), ' ');
}

const AROUND_LEVEL =
  /(?:^|\s)(?:перевод[а-я]*|перевед[а-яё]*|на|с|до|от|в|год[а-я]*|лет|мес[а-я]*|срок[а-я]*|г|бессрочно)(?=[\s.,:]|$)\.?|\d+(?:[.,]\d+)?/giu;

/** The level a piece of text names: the rest without dates, terms and «перевод на». Null when nothing is left. */
function levelIn(part: string, book: CodeBook): CodeValue | null {
  const plain = withoutDates(part);
  const from = /с\s+\p{L}\S*\s+(?:уровня\s+)?на\s+(.+)$/iu.exec(plain);
  const wording = (from?.[1] ?? plain)
    .replace(AROUND_LEVEL, ' ')
    .replace(AROUND_LEVEL, ' ')
    .replace(/[()[\],;:–—-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/\p{L}/u.test(wording)) return null;
  const whole = book.decode('levels', wording.replace(/^[.\s]+/u, ''));
  if (whole.code !== null) return { code: whole.code, text: wording };
  const mentioned = book.mentions('levels', wording);
  return mentioned.length === 1 && mentioned[0]
    ? { code: mentioned[0].code, text: wording }
    : { code: null, text: wording };
}

function withoutDates(text: string): string {
  let rest = '';
  let from = 0;
  for (const date of findDates(text)) {
    rest += `${text.slice(from, date.start)} `;
    from = date.end;
  }
  return rest + text.slice(from);
}
