/** Columns that are one field spread over months or quarters: counts of visits, or the dates themselves. */
import type { RecordKind } from '../domain/fields.ts';
import { matchHeading } from './heading-match.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { ColumnInput, MapOptions, MappedColumn } from './map-columns.ts';
import { periodKey, periodOfHeading, yearsOfPeriods } from './periods-in-headings.ts';
import type { HeadingPeriod } from './periods-in-headings.ts';

/** The period columns of a table of families, by column. Other kinds have none. */
export function periodColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families') return found;
  for (const group of groupsOf(columns, options)) {
    const years = yearsOfPeriods(
      group.map(({ period }) => period),
      options.year,
    );
    for (const [at, { column, period, field }] of group.entries()) {
      const key = periodKey(years[at] ?? options.year, period);
      found.set(column.column, {
        column: column.column,
        path: column.path,
        field,
        period: key,
        confidence: period.rest === '' ? 0.8 : 0.95,
        candidates: [],
        corrected: false,
      });
    }
  }
  return found;
}

interface PeriodColumn {
  readonly column: ColumnInput;
  readonly period: HeadingPeriod;
  readonly field: string;
}

/** Period columns of one field, left to right. A single one is taken only when its heading names the field. */
function groupsOf(columns: readonly ColumnInput[], options: MapOptions): readonly (readonly PeriodColumn[])[] {
  const groups = new Map<string, PeriodColumn[]>();
  for (const column of columns) {
    if (Object.hasOwn(options.forced, column.path.join(' > '))) continue;
    const period = periodOfHeading(column.path);
    if (!period) continue;
    const field = fieldOf(column, period.rest);
    if (field === null) continue;
    const key = `${field}${period.quarter === null ? 'm' : 'q'}`;
    groups.set(key, [...(groups.get(key) ?? []), { column, period, field }]);
  }
  return [...groups.values()].filter((group) => group.length > 1 || group.some(({ period }) => period.rest !== ''));
}

/** Which field the periods spread: visits by the heading or, where it says nothing else, by the values. */
function fieldOf(column: ColumnInput, rest: string): string | null {
  const { profile } = column;
  const terms = termsOf(normaliseHeading(rest));
  const areDates = profile.size > 0 && profile.hasDate > 0.5 && profile.number < 0.5;
  if (terms.has('review')) return 'reviewDates';
  const strong = [...terms].filter(
    ([term, weight]) => weight >= 0.5 && term !== 'month' && term !== 'term' && term !== 'count' && term !== 'date',
  );
  const aboutVisits = terms.has('visit') || strong.length === 0;
  if (!aboutVisits) {
    const best = matchHeading([rest], 'families')[0];
    if (!best || !['visitDates', 'visitCount', 'lastVisit'].includes(best.field) || best.score < 0.6) return null;
  }
  return areDates ? 'visitDates' : 'visitsByMonth';
}
