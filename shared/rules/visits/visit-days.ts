/** Visits that are written down with their dates: how many, in which cell, and whether all of them are there. */
import { periodOfKey } from '../../calendar/periods.ts';
import type { Period } from '../../calendar/periods.ts';
import type { Day } from '../../domain/day.ts';
import type { Table } from '../../domain/register.ts';

/** How many visits lie within a period. */
export function countWithin(days: readonly Day[], { from, to }: Period): number {
  let count = 0;
  for (const day of days) if (day >= from && day <= to) count += 1;
  return count;
}

/** Where a day stands among the visit dates of a row: in the column of its period, where there are several. */
export function visitDatesCell(table: Table, day: Day): { readonly field: 'visitDates'; readonly period?: string } {
  const column = table.columns.find(({ field, period }) => {
    const span = field === 'visitDates' && period !== undefined ? periodOfKey(period) : null;
    return span !== null && span.from <= day && day <= span.to;
  });
  return column?.period === undefined ? { field: 'visitDates' } : { field: 'visitDates', period: column.period };
}

/**
 * Tells whether the workbook holds all visits of a period: since the journal began, or in the periods whose visit
 * dates have a column of their own; a column of visit dates without a period holds them all.
 */
export function coverage(table: Table, journalFrom: Day | null): (period: Period) => boolean {
  const columns = table.columns.filter((column) => column.field === 'visitDates');
  const spans = columns.flatMap((column) => (column.period ? [periodOfKey(column.period)] : []));
  const hasAll = columns.some((column) => column.period === undefined);
  return (period) => {
    if (hasAll || (journalFrom !== null && period.from >= journalFrom)) return true;
    for (let day = period.from; day <= period.to; day += 1) {
      if (!spans.some((span) => span !== null && span.from <= day && day <= span.to)) return false;
    }
    return true;
  };
}
