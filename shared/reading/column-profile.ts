/** What the values of a column look like: the second witness beside its heading. */
import { isCellDate, isCellError } from '../domain/sheet-cells.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { CodeListName } from '../domain/fields.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { dayOfSerial, isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { firstDate } from './composite-fields.ts';
import { takePhones, takeSnils } from './contacts-in-text.ts';
import { birthYear, findDates, parseDate } from './decode-date.ts';
import { bareDay } from './decode-days.ts';
import { markIn } from './decode-mark.ts';
import { isDash, isZeroWord, parseNumber, parseTermMonths } from './decode-number.ts';
import { afterName, ownName, parsePeople, relationOf } from './decode-people.ts';
import { saysHowMany } from './fact-pairs.ts';
import { cellText } from './sheet-grid.ts';
import { hasNumberAndDate } from './split-number-and-date.ts';

/** Shares of the sampled cells, 0–1; `size` is their number. A cell may count under several. */
export interface ColumnProfile {
  readonly size: number;
  readonly date: number;
  readonly hasDate: number;
  /** 1985, «1985 г.р.»: years in which people are born. */
  readonly years: number;
  readonly number: number;
  readonly whole: number;
  readonly term: number;
  readonly person: number;
  readonly people: number;
  readonly snils: number;
  readonly phone: number;
  readonly address: number;
  readonly numberAndDate: number;
  readonly documentNumber: number;
  readonly levelAndMore: number;
  readonly dateAndMore: number;
  readonly severalDates: number;
  /** Two days and nothing else: «12.01.2026 – 11.07.2026», «с 12.01.2026 по 11.07.2026». */
  readonly twoDays: () => number;
  /** Names of people, and how many they are. */
  readonly countedPeople: () => number;
  readonly severalLines: number;
  /** 5, «5», «5 числа»: the day of a month named elsewhere. */
  readonly days: number;
  /** «5, 12, 26»: days of a month named elsewhere. */
  readonly dayLists: number;
  /** «+», «да», 1: ticks, and what says that there is none. */
  readonly marks: number;
  readonly text: number;
  readonly codes: (list: CodeListName) => number;
  /** The same by words only: a letter or a figure alone («А», «2») may mean anything. */
  readonly wordings: (list: CodeListName) => number;
  /** Telephones of ten digits or more. */
  readonly fullPhone: () => number;
  /** Dates after today. */
  readonly future: () => number;
  /** Names with birth dates of people under 18 today. */
  readonly minors: () => number;
  /** Names with birth dates of people over 18 today. */
  readonly adults: () => number;
  /** «мать», «сын», «опекун». */
  readonly relation: () => number;
  /** Names of people, whatever is said behind them. */
  readonly named: () => number;
  /** How many of the cells differ from all others before them. */
  readonly distinct: () => number;
  /** Texts that pass a test. */
  readonly telling: (test: (text: string) => boolean) => number;
  /** Texts with a date after today. */
  readonly ahead: () => number;
  /** Numbers above nothing, and no greater than this. */
  readonly upTo: (most: number) => number;
  /** A telephone, an insurance number, or an address behind a name, among other words. */
  readonly holding: (fact: 'snils' | 'phone' | 'address') => number;
}

const PERSON =
  /^\p{Lu}[\p{L}-]+(?:\s+\(?\p{Lu}[\p{L}-]+\)?){1,2}$|^\p{Lu}[\p{L}-]+\s+\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.?)?$/u;
const PHONE = /^[+\d][\d\s()+.-]{3,}(?:[,;]\s*[+\d][\d\s()+.-]{3,})*$/;
const SNILS = /^\d{3}[-\s]?\d{3}[-\s]?\d{3}[-\s]?\d{2}$/;
const ADDRESS =
  /(?:^|[\s,])(?:ул|пер|пр|просп|пос|д|кв|мкр|с|г|дом|улица|ш|б-р|пл|село|город|обл|район)\.?\s|(?<!\d)\d{1,6}\s{0,2}[а-я]?\s{0,2}[-–/]\s{0,2}\d{1,6}$/iu;

const LONGEST = 400;
const HOLDS: Readonly<Record<'snils' | 'phone' | 'address', (text: string) => boolean>> = {
  snils: (text) => takeSnils(text).found !== null,
  phone: (text) => takePhones(text).found !== null,
  // «12.03.1985 г.» is no town.
  address: (text) => ADDRESS.test(firstDate(afterName(text.replace(/\n/gu, ', '))?.rest ?? takePhones(text).rest).rest),
};

const DAY_LIST = /^(?:[12]?\d|3[01])(?:\s?(?:[,;\n]|\sи)\s?(?:[12]?\d|3[01])){1,14}$/u;

/** As many cells show which list their wordings are from. */
const FEW = 24;

/** Looks at a sample of a column's filled cells. */
export function columnProfile(sample: readonly CellValue[], book: CodeBook, asOf: Day): ColumnProfile {
  const cells = sample.filter((cell) => !isCellError(cell) && !(typeof cell === 'string' && isDash(cell)));
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : null));
  const share = (test: (cell: CellValue, text: string | null) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter((cell, at) => test(cell, texts[at] ?? null)).length / cells.length;
  return {
    size: cells.length,
    date: share((cell, text) => isDateLike(cell, text)),
    hasDate: share((cell, text) => isDateLike(cell, text) || (isText(text) && findDates(text, 2000).length > 0)),
    years: share((cell, text) => birthYear(text ?? (typeof cell === 'number' ? String(cell) : '')) !== null),
    number: share(
      (cell, text) =>
        typeof cell === 'number' || (isText(text) && (isZeroWord(text) || !Number.isNaN(parseNumber(text)))),
    ),
    whole: share((cell, text) =>
      typeof cell === 'number' ? Number.isInteger(cell) : isText(text) && /^\d{1,3}$/.test(text),
    ),
    term: share((cell, text) => typeof cell === 'number' || (isText(text) && !Number.isNaN(parseTermMonths(text)))),
    person: share((_, text) => isText(text) && PERSON.test(text)),
    people: share(
      (_, text) =>
        isText(text) &&
        /\p{Lu}\p{Ll}+/u.test(text) &&
        (text.split(/[,;]\s+/u).every((part) => PERSON.test(part)) || /\d|\n|\(/.test(text)),
    ),
    snils: share((cell, text) => SNILS.test(text ?? (typeof cell === 'number' ? String(cell) : ''))),
    phone: share((cell, text) =>
      isText(text)
        ? PHONE.test(text) && text.replace(/\D/g, '').length >= 5 && isNoDate(text)
        : typeof cell === 'number' && cell >= 10_000,
    ),
    // «с 26.05.2024» is no village.
    address: share((_, text) => isText(text) && ADDRESS.test(text) && findDates(text).length === 0),
    numberAndDate: share((_, text) => isText(text) && hasNumberAndDate(text)),
    documentNumber: share(
      (cell, text) =>
        typeof cell === 'number' ||
        (isText(text) && /\d/.test(text) && text.length <= 30 && isNoDate(text) && !/\n/.test(text)),
    ),
    levelAndMore: share((_, text) => isText(text) && isLevelAndMore(text, book)),
    dateAndMore: share((_, text) => isText(text) && isDateAndMore(text)),
    severalDates: share((_, text) => isText(text) && findDates(text).length > 1),
    days: share((cell) => bareDay(cell) !== null),
    dayLists: share((_, text) => isText(text) && DAY_LIST.test(text)),
    countedPeople: () => share((_, text) => isText(text) && saysHowMany(text)),
    twoDays: () => share((_, text) => isText(text) && areTwoDays(text)),
    severalLines: share((_, text) => isText(text) && /[\n;]/.test(text)),
    marks: share((cell) => markIn(cellText(cell)) !== null),
    text: share((_, text) => isText(text) && /\p{L}/u.test(text) && Number.isNaN(parseDate(text))),
    codes: onceEach((list) => share((_, text) => isText(text) && isCoded(text, list, book))),
    wordings: onceEach((list) => {
      const few = texts.slice(0, FEW);
      const known = few.filter((text) => isText(text) && /\p{L}{3}/u.test(text) && isAllCoded(text, list, book));
      return few.length === 0 ? 0 : known.length / few.length;
    }),
    // «01.02.2025, 17.02.2025» has as many digits, and is a list of days.
    fullPhone: () =>
      share(
        (_, text) =>
          isText(text) &&
          PHONE.test(text) &&
          text.replace(/\D/g, '').length >= 10 &&
          findDates(text, LONGEST).length === 0,
      ),
    future: () => share((cell, text) => isAfter(cell, text, asOf)),
    minors: () => share((_, text) => isText(text) && areMinors(text, asOf)),
    adults: () => share((_, text) => isText(text) && areAdults(text, asOf)),
    relation: () => share((_, text) => isText(text) && text.length <= 25 && relationOf(text) !== null),
    named: () => share((_, text) => isText(text) && PERSON.test(ownName(text))),
    distinct: () => (cells.length === 0 ? 0 : new Set(texts).size / cells.length),
    telling: (test) => share((_, text) => isText(text) && text.length <= LONGEST && test(text)),
    ahead: () => share((_, text) => isText(text) && findDates(text.slice(0, LONGEST)).some(({ day }) => day > asOf)),
    upTo: (most) =>
      share((cell, text) => {
        const number = typeof cell === 'number' ? cell : parseNumber(text ?? '');
        return number > 0 && number <= most;
      }),
    holding: (fact) => share((_, text) => isText(text) && text.length <= LONGEST && HOLDS[fact](text)),
  };
}

/** «12 марта 2026 г.» is a date, «12 марта 2026 г., переезд» is more. */
function isDateAndMore(text: string): boolean {
  const [only, second] = findDates(text);
  return only !== undefined && !second && /\p{L}{4,}/u.test(`${text.slice(0, only.start)} ${text.slice(only.end)}`);
}

function areTwoDays(text: string): boolean {
  const [first, second, third] = text.length > LONGEST ? [] : findDates(text);
  if (!first || !second || third) return false;
  const around = [text.slice(0, first.start), text.slice(first.end, second.start), text.slice(second.end)];
  return around.every((words) => /^[\s\p{P}]*(?:(?:с|по|до|и|г|был|будет)[\s\p{P}]*){0,3}$/iu.test(words));
}

/** A share by list, counted when it is first asked for: a column is weighed against many fields. */
function onceEach(count: (list: CodeListName) => number): (list: CodeListName) => number {
  const known = new Map<CodeListName, number>();
  return (list) => {
    const share = known.get(list) ?? count(list);
    known.set(list, share);
    return share;
  };
}

function isText(text: string | null): text is string {
  return text !== null;
}

function isNoDate(text: string): boolean {
  return Number.isNaN(parseDate(text));
}

function isDateLike(cell: CellValue, text: string | null): boolean {
  if (isCellDate(cell)) return true;
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 30_000 && cell <= 60_000;
  return text !== null && !Number.isNaN(parseDate(text));
}

function isAfter(cell: CellValue, text: string | null, today: Day): boolean {
  return (isCellDate(cell) ? dayOfSerial(cell.serial) : text === null ? Number.NaN : parseDate(text)) > today;
}

function isCoded(text: string, list: CodeListName, book: CodeBook): boolean {
  return book.decodeList(list, text).some((value) => value.code !== null);
}

function isAllCoded(text: string, list: CodeListName, book: CodeBook): boolean {
  const values = text.length > 200 ? [] : book.decodeList(list, text);
  if (values.length > 1 && !LISTED.has(list)) return false;
  return values.length > 0 && values.every((value) => value.code !== null);
}

/** Of these lists a cell may hold several entries. */
const LISTED: ReadonlySet<CodeListName> = new Set(['categories', 'signs', 'helpKinds', 'organisations']);

const MAJORITY_AGE = 18 * 365.25;

/** Everybody whose birth is told is over 18 today. */
function areAdults(text: string, asOf: Day): boolean {
  return areAll(text, (birthDate) => asOf - birthDate >= MAJORITY_AGE);
}

function areMinors(text: string, asOf: Day): boolean {
  return areAll(text, (birthDate) => asOf - birthDate < MAJORITY_AGE);
}

function areAll(text: string, fits: (birthDate: Day) => boolean): boolean {
  if (text.length > 400 || !/\d/.test(text) || !/\p{Lu}\p{Ll}/u.test(text)) return false;
  const people = parsePeople(text);
  return (
    people.length > 0 && people.every(({ name, birthDate }) => name !== '' && isKnown(birthDate) && fits(birthDate))
  );
}

function isLevelAndMore(text: string, book: CodeBook): boolean {
  if (book.decode('levels', text).code !== null || !/\d/.test(text) || !/\p{L}/u.test(text)) return false;
  const first = text.split(/[\s,;(/]+/u)[0] ?? '';
  return book.mentions('levels', text).length > 0 || book.decode('levels', first).code !== null;
}

/** Up to `size` filled cells, spread evenly over the column. */
export function spreadSample(cells: readonly CellValue[], size: number): readonly CellValue[] {
  if (cells.length <= size) return cells;
  const step = cells.length / size;
  return Array.from({ length: size }, (_, at) => cells[Math.floor(at * step)] ?? null);
}
