import { isoOf, isKnown, type Day } from '../../domain/day.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { showDate } from '../../text/format.ts';
import { columnRule, type ColumnRun } from '../rule.ts';
import { findDays, isDateType } from './date-values.ts';

/** A date that Excel takes for text: it neither sorts nor counts. In a text file every date is text, so none is found. */
export const dateAsText = columnRule({
  id: 'cell/date-as-text',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'dates',
  isRaw: true,
  needs: [],
  prepare: (run) => {
    const { field } = run.column;
    if (!isDateType(run.spec.type) || holdsMore(run)) return null;
    if (run.table.isTextFile) return () => undefined;
    return (row, raw, out) => {
      if (typeof raw !== 'string' || !row.datesAsText?.has(field)) return;
      const day = dayInColumn(run, row);
      if (!isKnown(day)) return;
      const value = isoOf(day);
      const cell = { sheet: run.table.sheet, row: row.row, column: run.column.column };
      out.find({
        row,
        field: run.field,
        params: { date: value },
        fix: { kind: 'date', value, display: showDate(value) },
        cell,
      });
    };
  },
  examples: {
    passes: [
      { families: [{ applicationDate: '2026-03-10' }] },
      { families: [{ applicationDate: '2026-03-10', raw: { applicationDate: '10.03.2026' } }], isTextFile: true },
    ],
    fails: [{ families: [{ applicationDate: '2026-03-10', raw: { applicationDate: '10.03.2026 г.' } }] }],
    undecidable: [{ families: [{ applicationDate: '2026-03-10' }], isWithoutSheet: true }],
  },
});

/** A number and a date in one cell are text, and meant to be. */
function holdsMore({ table, column }: ColumnRun): boolean {
  return table.columns.filter((one) => one.column === column.column).length > 1;
}

/** The date of this column: with several columns of one field, filled cells and dates follow each other. */
function dayInColumn({ table, column, rawCell }: ColumnRun, row: RegisterRow): Day | undefined {
  const days = findDays(row, column.field);
  const columns = table.columns.filter(({ field }) => field === column.field);
  if (columns.length === 1) return days.length === 1 ? days[0] : undefined;
  const filled = columns.filter((one) => (rawCell?.(table.sheet, row.row, one.column) ?? '') !== '');
  return filled.length === days.length ? days[filled.indexOf(column)] : undefined;
}
