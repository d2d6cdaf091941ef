/** Columns that hold several fields: into which fields they are split, and how. */
import { isKnown } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { findDates } from './decode-date.ts';
import { decodeDate } from './date-cell.ts';
import { isDash } from './decode-number.ts';
import { ownName, parsePeople } from './decode-people.ts';
import { PAIRS } from './fact-pairs.ts';
import { levelsInWords, withPlainDigits } from './legend-book.ts';
import type { CodeOfLegend } from './legend-text.ts';
import { cellText } from './sheet-grid.ts';
import { splitLevel } from './split-level.ts';
import type { LevelParts } from './split-level.ts';
import { splitNumberAndDate } from './split-number-and-date.ts';

/** What one cell gives: values by field; `levelBefore` is kept beside the fields. */
export type Parts = Readonly<Record<string, unknown>>;

/** What cells of a column are split with. */
export interface SplitContext {
  readonly book: CodeBook;
  readonly asOf: Day;
  /** What the codes of the column stand for, where it has a legend. */
  readonly codes?: readonly CodeOfLegend[] | undefined;
}

export interface Composite {
  /** The fields, the one that stands for the whole cell first. */
  readonly fields: readonly string[];
  readonly split: (cell: CellValue, context: SplitContext) => Parts;
}

const document = (no: string, date: string): Composite => ({
  fields: [no, date],
  split: (cell) => {
    if (typeof cell !== 'string')
      return isCellDate(cell) ? { [no]: null, [date]: decodeDate(cell).value } : { [no]: cellText(cell), [date]: null };
    if (isDash(cell)) return { [no]: null, [date]: null };
    const parts = splitNumberAndDate(cell);
    return { [no]: parts.number, [date]: parts.date };
  },
});

/** Fields whose date may stand among other words in every cell: «12.01.2026, сообщение школы», «12.01.2026, вх. 158». */
const DATED = ['applicationDate', 'surveyDate', 'startDate', 'registeredOn', 'lastReview', 'lastVisit'];
const AMONG_WORDS = '.amongWords';

/** The composite of a column of such dates; null for a field that has none. */
export function amongWords(field: string): string | null {
  return DATED.includes(field) ? `${field}${AMONG_WORDS}` : null;
}

/** The applicant's name stands in such a column: alone, with more of the person («applicant.birthDate»), or in part. */
export function namesApplicant(field: string | null): boolean {
  return field !== null && /^applicant(?:$|\.)/u.test(field);
}

/** The field that a column is about: «applicationDate» for the composite of its dates. */
export function withoutWords(field: string): string {
  return field.endsWith(AMONG_WORDS) ? field.slice(0, -AMONG_WORDS.length) : field;
}

const dateAmongWords = (field: string): Composite => ({
  fields: [field],
  split: (cell) => {
    const [only, second] = typeof cell === 'string' ? findDates(cell) : [];
    return { [field]: only && !second ? only.day : decodeDate(cell).value };
  },
});

const NOT_CLOSED: Parts = { closeDecision: null, closedOn: null };

/** Composite columns by the names that heading-aliases.ts uses. */
export const COMPOSITES: Readonly<Record<string, Composite>> = {
  ...Object.fromEntries(DATED.map((field) => [`${field}${AMONG_WORDS}`, dateAmongWords(field)])),
  'contract.document': document('contractNo', 'contractDate'),
  'program.document': document('programNo', 'programDate'),
  'decision.document': {
    fields: ['decisionNo', 'decisionDate', 'decision'],
    split: (cell, { book }) => {
      const text = cellText(cell);
      const decision = book.mentions('decisions', text)[0] ?? null;
      const rest =
        decision === null ? cell : text.replace(/(?:^|[\s,;])(?:одобр|утвержд|отказ|отклон|призна)\p{L}*[,;]?/iu, ' ');
      return { ...document('decisionNo', 'decisionDate').split(rest, { book, asOf: 0 }), decision };
    },
  },
  'case.registered': document('caseNo', 'registeredOn'),
  ...PAIRS,
  'closing.composite': {
    fields: ['closedOn', 'closeReason'],
    split: (cell, { book }) => {
      if (typeof cell !== 'string') return { closedOn: decodeDate(cell).value, closeReason: null };
      const { date, rest: text } = firstDate(cell);
      const rest = text.replace(CLOSED, '');
      return { closedOn: date, closeReason: rest === '' || DOCUMENT.test(rest) ? null : book.decode('results', rest) };
    },
  },
  // Where nothing else tells the day, the family is removed by the decision.
  'closing.document': {
    fields: ['closeDecision', 'closedOn'],
    split: (cell) => {
      const { date } = typeof cell === 'string' ? firstDate(cell) : { date: decodeDate(cell).value };
      return isDash(cellText(cell)) ? NOT_CLOSED : { closeDecision: cellText(cell), closedOn: date };
    },
  },
  levelComposite: {
    fields: ['levelComposite', 'level', 'termMonths', 'transfers'],
    split: (cell, { book, asOf, codes = [] }) => {
      const text = cellText(cell);
      if (isDash(text)) return { levelComposite: null, level: null, termMonths: null, transfers: null };
      const parts = splitLevel(levelsInWords(text, codes), asOf, book);
      return { levelComposite: text, ...(codes.length > 0 ? withPlainLevels(parts) : parts) };
    },
  },
  'applicant.birthDate': {
    fields: ['applicant', 'applicantBirthDate'],
    split: (cell) => {
      const text = cellText(cell);
      const { date, rest } = firstDate(text);
      const [only, second] = date === null ? parsePeople(text) : [];
      // «Белова Анна, 1980 г.р.»: only the year is known.
      if (only && !second && isKnown(only.birthDate))
        return { applicant: ownName(only.name), applicantBirthDate: only.birthDate };
      const name = ownName(text);
      const applicant = name === text ? ownName(rest) : name;
      return { applicant: applicant === '' ? null : applicant, applicantBirthDate: date };
    },
  },
  'applicant.household': {
    fields: ['applicant', 'household'],
    split: (cell) => {
      const people = parsePeople(cellText(cell));
      return { applicant: people[0]?.name ?? cellText(cell), household: people };
    },
  },
};

function withPlainLevels(parts: LevelParts): LevelParts {
  return {
    ...parts,
    level: plainLevel(parts.level),
    levelBefore: plainLevel(parts.levelBefore),
    transfers: parts.transfers.map(({ day, level }) => ({ day, level: plainLevel(level) })),
  };
}

function plainLevel(level: CodeValue | null): CodeValue | null {
  return level && { code: level.code, text: withPlainDigits(level.text) };
}

/** «Снята с учёта …», «закрыта: …»: says no more than the date. */
const CLOSED =
  /^(?:снят|закрыт|прекращен|завершен)[аоы]?(?!\p{L})(?:\s+со?\s+(?:уч[её]та|сопровождения))?[\s,:.–—-]*/iu;

/** «пост. № 40»: the document of a closing is no reason for it. */
const DOCUMENT = /^(?:\p{L}{2,14}\.?\s*){0,2}№\s*\S{1,20}$/u;

/** The first date of a text, a known one before others, and the words without it. */
export function firstDate(text: string): { readonly date: Day | null; readonly rest: string } {
  const dates = findDates(text);
  const found = dates.find((date) => isKnown(date.day)) ?? dates[0];
  const rest = found ? `${text.slice(0, found.start)} ${text.slice(found.end)}` : text;
  const plain = rest
    .replace(/(?:г\.?\s?р\.?|года рождения)(?![а-яё])/giu, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/gu, ' ');
  return { date: found ? found.day : null, rest: plain.replace(/^[\s,;:./–—-]+|(?<![\s,;:/–—-])[\s,;:/–—-]+$/gu, '') };
}
