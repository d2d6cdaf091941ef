import { isoOf, isKnown, type Day } from '../../domain/day.ts';
import { shareCells, type RegisterRow } from '../../domain/register.ts';
import { showDate } from '../../text/format.ts';
import { itemsOf } from '../entry-cells.ts';
import { columnRule, type ColumnRun } from '../rule.ts';
import { cellAt } from './column-cell.ts';
import { dayOfItem, isDateType } from './date-values.ts';

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
    if (!isDateType(run.spec.type) || holdsMore(run)) return null;
    if (run.table.isTextFile) return () => undefined;
    return (row, raw, out, sheetRow) => {
      if (typeof raw !== 'string' || row.datesAsText === undefined) return;
      const day = textDate(row, run.column, sheetRow);
      if (!isKnown(day)) return;
      const value = isoOf(day);
      out.find({
        row,
        field: run.field,
        params: { date: value },
        fix: { kind: 'date', value, display: showDate(value) },
        cell: cellAt(run, sheetRow),
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

/** A number and a date in one cell are text, and meant to be. A level that follows from the date is no more text. */
function holdsMore({ table, column }: ColumnRun): boolean {
  return table.columns.some((one) => one !== column && shareCells(one, column) && one.code === undefined);
}

/** The only date of this cell, where all of the cell is that date as text. */
function textDate(row: RegisterRow, { field, column }: ColumnRun['column'], sheetRow: number): Day | undefined {
  const places = row.entryCells?.[field];
  const days = itemsOf(row, field).map(dayOfItem);
  if (!places) return row.datesAsText?.has(field) && days.length === 1 ? days[0] : undefined;
  const here = places.flatMap((place, at) => (place.row === sheetRow && place.column === column ? [at] : []));
  const [only] = here;
  return only !== undefined && here.length === 1 && row.datesAsText?.has(`${field}[${only}]`) ? days[only] : undefined;
}
