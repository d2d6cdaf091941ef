/** Composite columns of two facts that a heading names together: two days, a number with a day, a list with its number. */
import { isKnown, UNREADABLE } from '../domain/day.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Composite } from './composite-fields.ts';
import { decodeDate } from './date-cell.ts';
import { findDates } from './decode-date.ts';
import { isDash, parseNumber } from './decode-number.ts';
import { parsePeople } from './decode-people.ts';
import { decodeSource } from './decode-source.ts';
import { cellText } from './sheet-grid.ts';
import { splitNumberAndDate } from './split-number-and-date.ts';

/** «12.01.2026 – 11.07.2026», «12.01.2026 –», «по 11.07.2026»: a day alone is the first, unless it says that it is the end. */
const twoDays = (first: string, second: string): Composite => ({
  fields: [first, second],
  split: (cell) => {
    const [one, two, third] = typeof cell === 'string' ? findDates(cell) : [];
    if (typeof cell !== 'string' || !one) return { [first]: decodeDate(cell).value, [second]: null };
    if (third) return { [first]: UNREADABLE, [second]: UNREADABLE };
    if (two) return { [first]: one.day, [second]: two.day };
    return AT_END.test(cell.slice(0, one.start))
      ? { [first]: null, [second]: one.day }
      : { [first]: one.day, [second]: null };
  },
});

const AT_END = /(?:^|[^\p{L}])(?:по|до|[-–—])\s*$/iu;

/** «2: Белова Мира, 12.03.2015», «Белова Мира, 12.03.2015 (1 ребёнок)»: how many stands before the names or behind them. */
const COUNT_BEFORE = /^\s{0,9}(\d{1,2})(?:\s?(?:чел|реб|дет)\p{L}{0,9}\.?)?\s{0,9}[,;:\n–—-]\s{0,9}(?=\p{L})/u;
const COUNT_BEHIND =
  /(?<=[\p{L}\d.)])\s{0,9}[,;:\n(]\s{0,9}(?:всего:?\s)?(\d{1,2})(?:\s?(?:чел|реб|дет)\p{L}{0,9}\.?)?\)?\s{0,9}$/u;

function countIn(text: string): RegExpExecArray | null {
  return COUNT_BEFORE.exec(text) ?? COUNT_BEHIND.exec(text);
}

/** True for a text that says how many people it names. */
export function saysHowMany(text: string): boolean {
  return text.length <= LONGEST && countIn(text) !== null && /\p{Lu}\p{Ll}/u.test(text);
}

const LONGEST = 400;

/** The composites by their names. */
export const PAIRS: Readonly<Record<string, Composite>> = {
  'program.term': twoDays('programDate', 'programUntil'),
  'contract.term': twoDays('startDate', 'programUntil'),
  'support.term': twoDays('startDate', 'closedOn'),
  'account.term': twoDays('registeredOn', 'closedOn'),
  'reviews.around': twoDays('lastReview', 'nextReview'),
  'visits.around': twoDays('lastVisit', 'nextVisit'),
  'children.counted': {
    fields: ['children', 'childrenCount'],
    split: (cell) => {
      const text = cellText(cell);
      const count = text.length > LONGEST ? null : countIn(text);
      if (!count) return { children: parsePeople(text), childrenCount: null };
      const rest = `${text.slice(0, count.index)} ${text.slice(count.index + count[0].length)}`;
      return { children: parsePeople(rest), childrenCount: Number(count[1]) };
    },
  },
  'visits.counted': {
    fields: ['visitCount', 'lastVisit'],
    split: (cell) => {
      const text = cellText(cell);
      if (isDash(text)) return { visitCount: null, lastVisit: null };
      if (typeof cell === 'number') return { visitCount: cell, lastVisit: null };
      const { number, date } = splitNumberAndDate(text);
      return { visitCount: number === null ? null : parseNumber(number), lastVisit: date };
    },
  },
  'application.source': {
    fields: ['applicationDate', 'source'],
    split: (cell, { book }) => {
      const text = cellText(cell);
      if (isDash(text)) return { applicationDate: null, source: null };
      const [only, second] = findDates(text);
      const isOne = only !== undefined && !second && isKnown(only.day);
      const rest = isOne ? `${text.slice(0, only.start)} ${text.slice(only.end)}` : text;
      const source = rest
        .replace(/(?<!\p{L})от\s*$|^[\s,;:./–—-]+|(?<![\s,;:/–—-])[\s,;:/–—-]+$/giu, '')
        .replace(/\s+/gu, ' ');
      return {
        applicationDate: isOne ? only.day : only ? UNREADABLE : null,
        source: source === '' ? null : decodeSource(source, book),
      };
    },
  },
};

interface Together {
  readonly both: string;
  /** As which fields such a column may have been read. */
  readonly readAs: readonly string[];
  /** What the heading names. */
  readonly terms: readonly string[];
  readonly share: (profile: ColumnProfile) => number;
}

const MOST = 0.6;
const TOGETHER: readonly Together[] = [
  {
    both: 'children.counted',
    readAs: ['children', 'childrenCount'],
    terms: ['child', 'count'],
    share: (p) => p.countedPeople(),
  },
  {
    both: 'visits.counted',
    readAs: ['lastVisit', 'visitCount', 'visitDates'],
    terms: ['visit', 'count', 'last'],
    share: (p) => p.numberAndDate,
  },
  {
    both: 'application.source',
    readAs: ['source', 'applicationDate'],
    terms: ['source', 'date', 'application'],
    share: (p) => p.dateAndMore,
  },
];

/** The composite of a column whose heading names both facts and whose cells hold them; null for any other. */
export function pairOf(field: string, terms: ReadonlyMap<string, number>, profile: ColumnProfile): string | null {
  const found = TOGETHER.find(
    (one) => one.readAs.includes(field) && one.terms.every((term) => terms.has(term)) && one.share(profile) >= MOST,
  );
  return found?.both ?? null;
}
