/**
 * Columns that are one field written down one by one: «Ребенок 1 | Дата рождения | Ребенок 2 | Дата рождения»,
 * «Дата 1-го посещения | Дата 2-го посещения», «Консилиум 1 | Консилиум 2», or one merged heading over several columns.
 */
import type { RecordKind } from '../domain/fields.ts';
import { pathText } from './heading-path.ts';
import { namesOtherMatters, normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { ColumnInput, MapOptions, MappedColumn } from './map-columns.ts';

const ORDINAL =
  /(?<![\p{L}\d.,/])(\d{1,2})(?:\s?-?\s?(?:й|ый|ой|ий|я|ая|е|ое|го|ого|му|ом|м)(?![а-яё]))?(?=$|[\s:)(>.])(?!\s*(?:лет|год|г\.|мес|дн|класс|кв|раз))/iu;
const WORDS = ['перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят', 'десят'];
const ORDINAL_WORD = new RegExp(`(?<![а-яё])(${WORDS.join('|')})[а-яё]{1,4}(?![а-яё])`, 'iu');

type SeriesField = 'children' | 'children.birthDate' | 'visitDates' | 'reviewDates';

interface Entry {
  readonly column: ColumnInput;
  readonly field: SeriesField;
  /** Null: the heading has no number. */
  readonly ordinal: number | null;
}

/** The columns of series in a table of families, by column; of dates in one of visits. Other kinds have none. */
export function seriesColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families' && kind !== 'visits') return found;
  const fields = kind === 'families' ? (['children', 'visitDates', 'reviewDates'] as const) : (['visitDates'] as const);
  const entries = columns
    .filter((column) => !Object.hasOwn(options.forced, pathText(column.path)))
    .map(entryOf)
    .filter((entry) => entry !== null);
  for (const field of fields) {
    const group = numbered(entries.filter((entry) => entry.field === field));
    if (group.length < 2 || !fits(field, group)) continue;
    for (const [at, { column }] of group.entries()) {
      found.set(column.column, mapped(column, kind === 'visits' ? 'date' : field, at + 1));
      const birth = field === 'children' ? birthBeside(entries, column.column, group[at + 1]?.column.column) : null;
      if (birth) found.set(birth.column, mapped(birth, 'children.birthDate', at + 1));
    }
  }
  return found;
}

function mapped(column: ColumnInput, field: SeriesField | 'date', ordinal: number): MappedColumn {
  return {
    column: column.column,
    path: column.path,
    field,
    series: ordinal,
    confidence: 0.9,
    candidates: [],
    corrected: false,
  };
}

/** Numbered ones 1, 2, 3 …, or all of one heading; a single heading without a number is no series. */
function numbered(entries: readonly Entry[]): readonly Entry[] {
  const withNumber = entries.filter(({ ordinal }) => ordinal !== null);
  if (withNumber.length > 1) return withNumber.every(({ ordinal }, at) => ordinal === at + 1) ? withNumber : [];
  const headings = new Set(entries.map(({ column }) => pathText(column.path)));
  return headings.size === 1 ? entries : [];
}

function birthBeside(entries: readonly Entry[], from: number, to = from + 4): ColumnInput | null {
  const beside = entries.find(
    ({ field, column }) => field === 'children.birthDate' && column.column > from && column.column < to,
  );
  return beside?.column ?? null;
}

function entryOf(column: ColumnInput): Entry | null {
  const text = pathText(column.path);
  const number = ORDINAL.exec(text);
  const word = number ? null : ORDINAL_WORD.exec(text);
  const ordinal = number ? Number(number[1]) : word ? WORDS.indexOf(word[1]?.toLowerCase() ?? '') + 1 : null;
  const field = fieldOf(text.replace((number ?? word)?.[0] ?? '', ' '));
  return field === null ? null : { column, field, ordinal };
}

/** Counts and the like under such headings are no list of days or people. What the columns hold together decides. */
function fits(field: SeriesField, group: readonly Entry[]): boolean {
  let cells = 0;
  let fitting = 0;
  for (const { column } of group) {
    const { size, text, hasDate } = column.profile;
    cells += size;
    fitting += size * (field === 'children' ? text : hasDate);
  }
  return fitting >= cells * 0.5;
}

function fieldOf(text: string): SeriesField | null {
  const terms = termsOf(normaliseHeading(text));
  const has = (...names: readonly string[]): boolean => names.some((name) => terms.has(name));
  if (
    namesOtherMatters(terms) ||
    has('last', 'next', 'count', 'applicant', 'mother', 'father', 'parent', 'close', 'study', 'disability')
  )
    return null;
  if (has('visit')) return 'visitDates';
  if (has('review')) return 'reviewDates';
  const strong = [...terms].filter(([, weight]) => weight >= 0.5).map(([term]) => term);
  if (has('child') && (has('fio') || !has('date', 'birth', 'age')) && !has('address', 'snils')) return 'children';
  if (has('child') && has('fio', 'birth') && text.includes('(')) return 'children';
  return has('birth') && strong.every((term) => ['birth', 'date', 'child'].includes(term))
    ? 'children.birthDate'
    : null;
}
