/** Visits that are written down with their dates: how many, in which cell, and whether all of them are there. */
import { periodOfKey } from '../../calendar/periods.ts';
import type { Day } from '../../domain/day.ts';
import { isWithin, type DaySpan } from '../../domain/day-span.ts';
import type { Table } from '../../domain/register.ts';

/** How many visits lie within a span. */
export function countWithin(days: readonly Day[], span: DaySpan): number {
  let count = 0;
  for (const day of days) if (isWithin(day, span)) count += 1;
  return count;
}

/** Where a day stands among the visit dates of a row: in the column of its period, where there are several. */
export function visitDatesCell(table: Table, day: Day): { readonly field: 'visitDates'; readonly period?: string } {
  const column = table.columns.find(({ field, period }) => {
    const span = field === 'visitDates' && period !== undefined ? periodOfKey(period) : null;
    return span !== null && isWithin(day, span);
  });
  return column?.period === undefined ? { field: 'visitDates' } : { field: 'visitDates', period: column.period };
}

/**
 * Tells whether the workbook holds all visits of a span: since the journal began, or in the periods whose visit
 * dates have a column of their own; a column of visit dates without a period holds them all.
 */
export function coverage(table: Table, journalFrom: Day | null): (span: DaySpan) => boolean {
  const columns = table.columns.filter((column) => column.field === 'visitDates');
  const spans = columns.flatMap((column) => (column.period ? [periodOfKey(column.period)] : []));
  const hasAll = columns.some((column) => column.period === undefined);
  return ({ from, to }) => {
    if (hasAll || (journalFrom !== null && from >= journalFrom)) return true;
    for (let day = from; day <= to; day += 1) {
      if (!spans.some((span) => span !== null && isWithin(day, span))) return false;
    }
    return true;
  };
}
