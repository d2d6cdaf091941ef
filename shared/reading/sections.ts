/** Values that hold for many rows: section rows, the sheet's name, lines above the table. */
import type { TableKind } from '../domain/fields.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { familyIn } from './family-sections.ts';

/** A value given to rows, with the text and row it comes from (null: the sheet's name). */
export interface GivenValue {
  readonly field:
    'level' | 'curator' | 'district' | 'categories' | 'specialist' | 'responsible' | 'applicant' | 'caseNo';
  readonly value: unknown;
  readonly text: string;
  readonly row: number | null;
  /** The column of the section's cell, where findings about the value are to stand on it. */
  readonly column?: number;
}

const CURATOR =
  /^(?:куратор(?:\s+семь[еия]\p{L}*)?|(?:ответственный\s+)?специалист(?:\s+по\s+\p{L}+\s+\p{L}+)?|ответственный|фио\s+специалиста)\s*[:–—-]?\s*(?=\p{Lu})/iu;
const FOR_WHAT = /^(?:за|по|от|на|при|в|во)\s/iu;
/** «(12 семей)», «– 12 семей», «: 12» after the name of a section. */
const COUNTED = /(?:\( ?\d+[^()]*\)|[:–—-] ?\d+(?: ?сем\p{L}*)?)$/u;
const PERSON = /^\p{Lu}[\p{L}-]+\s+(?:\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.?)?|\p{Lu}[\p{Ll}-]+(?:\s+\p{Lu}[\p{Ll}-]+)?)$/u;
const PATRONYMIC = /(?:вич|вна|ична|оглы|кызы)$/iu;
const DISTRICT_LABEL =
  /^(?:район|муниципальн\p{L}+\s+(?:образовани\p{L}+|район|округ)|территория|участок|округ|населенный\s+пункт|город|поселение|отделение)\s*[:№–—-]\s*(.+)$/iu;
const DISTRICT =
  /(?:^|\s)(?:район|р-н|округ|г\.\s?о\.|городской\s+округ|поселени[ея]|сельсовет|муниципальное\s+образование|участок\s*№?\s*\d+)(?:\s|$|[.,])|^(?:г\.|пос\.|п\.|с\.|д\.|село|город|поселок)\s*\p{Lu}/iu;

/** What a section row says: levels, a curator, a district, a category. Empty when it says nothing of the kind. */
export function givenBySection(text: string, row: number | null, book: CodeBook): readonly GivenValue[] {
  const plain = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(COUNTED, '')
    .trim()
    .replace(/^(?:[IVX]+|\d+)[.)]\s*/u, '');
  const given: GivenValue[] = [];
  const add = (field: GivenValue['field'], value: unknown): void => {
    given.push({ field, value, text: plain, row });
  };
  const level = onlyLevel(plain, book);
  if (level) add('level', { code: level.code, text: plain });
  const curator = curatorIn(plain);
  if (curator !== null) add('curator', curator);
  const district = districtIn(plain);
  if (district !== null && curator === null) add('district', district);
  if (given.length === 0) {
    const categories = categoriesIn(plain, book);
    if (categories.length > 0) add('categories', categories);
  }
  return given;
}

/** A list of categories, or the only one that «Семьи, …» mentions. */
function categoriesIn(text: string, book: CodeBook): readonly CodeValue[] {
  const list = book.decodeList('categories', text);
  if (list.every((value) => value.code !== null)) return list;
  const mentioned = /^(?:семь[ия]|дети|родители)(?!\p{L})/iu.test(text) ? book.mentions('categories', text) : [];
  return mentioned.length === 1 ? mentioned : [];
}

/** What a section of a journal says that names its families in sections: the family, or else what other sections say. */
export function givenByFamilySection(
  text: string,
  { row, column }: { readonly row: number; readonly column: number },
  book: CodeBook,
): readonly GivenValue[] {
  const family = CURATOR.test(text.trim()) ? null : familyIn(text);
  if (family === null) return givenBySection(text, row, book);
  return (['applicant', 'caseNo'] as const).flatMap((field) =>
    family[field] === null ? [] : [{ field, value: family[field], text, row, column }],
  );
}

function onlyLevel(text: string, book: CodeBook): CodeValue | null {
  const whole = book.decode('levels', text.replace(/^уровень\s*[:–—-]\s*/iu, ''));
  if (whole.code !== null && text.length > 1) return whole;
  const mentioned = book.mentions('levels', text);
  return mentioned.length === 1 ? (mentioned[0] ?? null) : null;
}

function curatorIn(text: string): string | null {
  const labelled = CURATOR.exec(text);
  if (labelled) {
    const name = text.slice(labelled[0].length);
    // «Ответственный за ведение журнала: …» looks after no family.
    if (FOR_WHAT.test(name)) return null;
    return name.replace(/[\s,;.]+$/u, (end) => (end.startsWith('.') ? '.' : '')).trim();
  }
  if (!PERSON.test(text) || DISTRICT.test(text)) return null;
  const last = text.split(' ').at(-1) ?? '';
  return text.includes('.') || PATRONYMIC.test(last) ? text : null;
}

function districtIn(text: string): string | null {
  const labelled = DISTRICT_LABEL.exec(text);
  if (labelled?.[1] && !/_{3,}/.test(labelled[1])) return labelled[1].trim();
  return DISTRICT.test(text) && text.length <= 80 && !/_{3,}/.test(text) ? text : null;
}

/** What the sheet's name says. A name is short: a bare district or person counts too. */
export function givenBySheetName(name: string, book: CodeBook): readonly GivenValue[] {
  const plain = name
    .replaceAll('_', ' ')
    .replace(/\b20\d{2}\b(?:\s*г\.?)?/u, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length < 3 ? [] : givenBySection(plain, null, book).map((given) => ({ ...given, row: null }));
}

/** What a line above the table says: only a labelled curator or district, or one level. */
export function givenByTitle(text: string, row: number, book: CodeBook): readonly GivenValue[] {
  return givenBySection(text, row, book).filter(
    ({ field }) =>
      field === 'level' ||
      (field === 'curator' && CURATOR.test(text.trim())) ||
      (field === 'district' && (DISTRICT_LABEL.test(text.trim()) || text.trim().split(/\s+/u).length <= 3)),
  );
}

/** The curator of a section is the specialist of visits and the responsible person of measures. */
export function forKind(given: readonly GivenValue[], kind: TableKind): readonly GivenValue[] {
  const field = kind === 'visits' ? 'specialist' : kind === 'measures' ? 'responsible' : null;
  return field === null ? given : given.map((value) => (value.field === 'curator' ? { ...value, field } : value));
}

/** The values that hold now, after sections one below another. */
export interface SectionStack {
  readonly enter: (given: readonly GivenValue[]) => void;
  readonly current: () => readonly GivenValue[];
}

/** An empty stack. A new outer section ends the inner ones: after another district its levels begin anew. */
export function sectionStack(): SectionStack {
  let order: readonly string[] = [];
  const values = new Map<string, GivenValue>();
  const forget = (rank: string): void => {
    for (const field of values.keys()) if (rankOf(field) === rank) values.delete(field);
  };
  const enter = (given: readonly GivenValue[]): void => {
    for (const rank of new Set(given.map(({ field }) => rankOf(field)))) {
      const depth = order.indexOf(rank);
      for (const inner of depth < 0 ? [] : order.slice(depth)) forget(inner);
      order = depth < 0 ? [...order, rank] : order.slice(0, depth + 1);
      for (const value of given) if (rankOf(value.field) === rank) values.set(value.field, value);
    }
  };
  return { enter, current: () => [...values.values()] };
}

/** Name and number are one family: the next one takes both away. */
function rankOf(field: string): string {
  return field === 'applicant' || field === 'caseNo' ? 'family' : field;
}
