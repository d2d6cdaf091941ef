/** Columns that are one field spread over months or quarters: counts of visits, or the dates themselves. */
import type { RecordKind } from '../domain/fields.ts';
import { matchHeading } from './heading-match.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { ColumnInput, MapOptions, MappedColumn } from './map-columns.ts';
import { periodKey, periodOfHeading, withoutYear, yearIn, yearsOfPeriods } from './periods-in-headings.ts';
import type { HeadingPeriod } from './periods-in-headings.ts';

/** The period columns of a table of families, by column; of dates in one of visits. Other kinds have none. */
export function periodColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families' && kind !== 'visits') return found;
  const groups = groupsOf(columns, options);
  if (groups.some((group) => group[0]?.field === 'visitsByMonth'))
    for (const column of columns.filter(isPlanned)) found.set(column.column, leftAlone(column));
  for (const group of groups) {
    if (kind === 'visits' && group[0]?.field !== 'visitDates') continue;
    const years = yearsOfPeriods(
      group.map(({ period }) => period),
      options.year,
    );
    const counted = new Set<string>();
    for (const [at, { column, period, field }] of group.entries()) {
      const key = periodKey(years[at] ?? options.year, period);
      // Days of one month may stand in several columns; its number cannot.
      const isAgain = field === 'visitsByMonth' && counted.has(key);
      counted.add(key);
      found.set(column.column, {
        column: column.column,
        path: column.path,
        field: isAgain ? null : kind === 'visits' ? 'date' : field,
        ...(isAgain ? { duplicateOf: field } : {}),
        period: key,
        confidence: period.rest === '' ? 0.8 : 0.95,
        candidates: [],
        corrected: false,
      });
    }
  }
  return found;
}

/** «август > план» beside «август > факт»: no visit has been made by that. */
function isPlanned({ path }: ColumnInput): boolean {
  return PLANNED.test(normaliseHeading(periodOfHeading(path)?.rest ?? ''));
}

const PLANNED = /(?:^|\s)(?:план|по плану|плановых|запланировано|норма|положено|по графику)\.?$/u;
const MADE = /(?:^|\s)(?:факт|фактически|проведено|выполнено|исполнено|осуществлено|сделано)\.?$/u;

function leftAlone({ column, path }: ColumnInput): MappedColumn {
  return { column, path, field: null, confidence: 1, candidates: [], corrected: false };
}

interface PeriodColumn {
  readonly column: ColumnInput;
  readonly period: HeadingPeriod;
  readonly field: string;
}

/** Period columns of one field, left to right. A single one is taken only when its heading names the field. */
function groupsOf(columns: readonly ColumnInput[], options: MapOptions): readonly (readonly PeriodColumn[])[] {
  const groups = new Map<string, PeriodColumn[]>();
  const numbered = monthNumbers(columns);
  for (const column of columns) {
    if (Object.hasOwn(options.forced, column.path.join(' > '))) continue;
    const period = numbered.get(column) ?? monthUnderVisits(column, columns) ?? periodOfHeading(column.path);
    const field = period && fieldOf(period.rest);
    if (!period || field === null) continue;
    const key = `${field}${period.quarter === null ? 'm' : 'q'}`;
    groups.set(key, [...(groups.get(key) ?? []), { column, period, field }]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 || group.some(({ period }) => period.rest !== ''))
    .map((group) =>
      group[0]?.field === 'visitsByMonth' && holdDates(group)
        ? group.map((one) => ({ ...one, field: 'visitDates' }))
        : group,
    );
}

/** 1 … 12, or 01 … 12, over twelve columns beside each other: the months of a year. */
function monthNumbers(columns: readonly ColumnInput[]): ReadonlyMap<ColumnInput, HeadingPeriod> {
  const found = new Map<ColumnInput, HeadingPeriod>();
  const first = columns.findIndex((_, at) => MONTHS.every((month) => isMonth(columns[at + month - 1], month)));
  if (first < 0 || isMonth(columns[first + MONTHS.length], MONTHS.length + 1)) return found;
  for (const month of MONTHS) {
    const column = columns[first + month - 1];
    if (!column) continue;
    const above = column.path.slice(0, -1).join(' > ');
    found.set(column, {
      year: yearIn(above),
      month,
      quarter: null,
      rest: above.replace(/(?<!\d)20\d{2}(?!\d)\s*(?:г\p{L}*\.?)?/u, ' ').trim(),
    });
  }
  return found;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

function isMonth(column: ColumnInput | undefined, month: number): boolean {
  const leaf = column?.path.at(-1) ?? '';
  return /^\d{1,2}$/.test(leaf) && Number(leaf) === month;
}

/**
 * «Посещения по месяцам» over «06», «XI», «6 мес.», «07.26»: a month, where the heading above says so, or the figure
 * can be nothing else, alone or beside its neighbours: II may be a quarter.
 */
function monthUnderVisits(column: ColumnInput, columns: readonly ColumnInput[]): HeadingPeriod | null {
  const leaf = column.path.length > 1 ? monthFigure(column) : null;
  if (leaf === null) return null;
  const above = column.path.slice(0, -1).join(' > ');
  if (!termsOf(normaliseHeading(above)).has('visit')) return null;
  const { profile } = column;
  if (profile.size > 0 && profile.whole < 0.8) return null;
  const isSaid = /месяц|помесячн|(?<!\p{L})мес\./iu.test(above);
  const beside = columns.filter((one) => one.path.slice(0, -1).join(' > ') === above).map(monthFigure);
  const isClear = leaf.isClear || beside.some((one) => one !== null && one.month > QUARTERS && !one.isPlain);
  if (!isSaid && !isClear) return null;
  return { year: leaf.year ?? yearIn(above), month: leaf.month, quarter: null, rest: withoutYear(above) };
}

const QUARTERS = 4;

interface MonthFigure {
  readonly month: number;
  readonly year: number | null;
  /** No quarter, and no place in a list of visits. */
  readonly isClear: boolean;
  /** «6»: may be the sixth visit. */
  readonly isPlain: boolean;
}

function monthFigure({ path }: ColumnInput): MonthFigure | null {
  const leaf = unifyFigures(path.at(-1) ?? '');
  const roman = ROMANS.indexOf(leaf) + 1;
  if (roman > 0) return { month: roman, year: null, isClear: roman > QUARTERS, isPlain: false };
  const [, figure = '', year] = /^(0?[1-9]|1[0-2])(?:[./](\d{2})|\s?(?:мес\.?|месяц))?$/u.exec(leaf) ?? [];
  if (figure === '') return null;
  const isPlain = leaf === figure && !figure.startsWith('0');
  return { month: Number(figure), year: year === undefined ? null : 2000 + Number(year), isClear: !isPlain, isPlain };
}

const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function unifyFigures(leaf: string): string {
  return leaf.trim().toLowerCase().replaceAll('х', 'x');
}

/** Which field the periods spread, by the heading: visits where it says nothing else. */
function fieldOf(rest: string): string | null {
  const terms = termsOf(normaliseHeading(rest).replace(MADE, ''));
  if (terms.has('review')) return 'reviewDates';
  const strong = [...terms].filter(
    ([term, weight]) => weight >= 0.5 && !['month', 'term', 'count', 'date'].includes(term),
  );
  if (terms.has('visit') || strong.length === 0) return 'visitsByMonth';
  const best = matchHeading([rest], 'families')[0];
  return best && ['visitDates', 'visitCount', 'lastVisit'].includes(best.field) && best.score >= 0.6
    ? 'visitsByMonth'
    : null;
}

/** The columns together hold dates rather than counts. */
function holdDates(group: readonly PeriodColumn[]): boolean {
  const filled = group.filter(({ column }) => column.profile.size > 0);
  const mean = (share: (column: ColumnInput) => number): number =>
    filled.reduce((sum, { column }) => sum + share(column), 0) / filled.length;
  if (filled.length === 0) return false;
  const [dates, lists, numbers] = [
    mean(({ profile }) => profile.hasDate),
    mean(({ profile }) => profile.dayLists),
    mean(({ profile }) => profile.whole),
  ];
  return (dates > 0.5 && numbers < 0.5) || (lists >= 0.2 && dates + lists + numbers > 0.8);
}
