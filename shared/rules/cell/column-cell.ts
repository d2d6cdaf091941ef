/** Which of several columns of one field a date came from. */
import type { CellAddress } from '../../domain/cell-address.ts';
import { dayOf, dayOfSerial, partsOf, type Day } from '../../domain/day.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { isCellDate, isCellError, type CellValue } from '../../domain/sheet-cells.ts';
import type { ColumnRun } from '../rule.ts';

/** The undecoded cells of a row's field, column by column; empty where there is no sheet. */
function cellsOf(run: ColumnRun, row: RegisterRow): readonly { readonly cell: CellAddress; readonly raw: CellValue }[] {
  const { rawCell, table, column } = run;
  if (!rawCell) return [];
  return table.columns
    .filter(({ field }) => field === column.field)
    .map((one) => ({
      cell: { sheet: table.sheet, row: row.row, column: one.column },
      raw: rawCell(table.sheet, row.row, one.column),
    }));
}

/** The cell that holds a day, where a field has several columns; undefined where the field's own cell will do. */
export function cellWithDay(run: ColumnRun, row: RegisterRow, day: Day): CellAddress | undefined {
  const cells = cellsOf(run, row);
  return cells.length < 2 ? undefined : cells.find(({ raw }) => holdsDay(raw, day))?.cell;
}

/** The cell whose text is not made of dates alone, where a field has several columns. */
export function cellWithoutDate(run: ColumnRun, row: RegisterRow): CellAddress | undefined {
  const cells = cellsOf(run, row);
  return cells.length < 2 ? undefined : cells.find(({ raw }) => typeof raw === 'string' && !isDatesOnly(raw))?.cell;
}

/** True when the field's cell holds a formula's error: that is said by its own rule alone. */
export function holdsError(run: ColumnRun, row: RegisterRow): boolean {
  const moved = row.movedCells?.[run.column.field];
  const raw = run.rawCell?.(run.table.sheet, moved?.row ?? row.row, moved?.column ?? run.column.column);
  return isCellError(raw);
}

function holdsDay(raw: CellValue, day: Day): boolean {
  if (isCellDate(raw)) return dayOfSerial(raw.serial) === day;
  if (typeof raw === 'number') return dayOfSerial(raw) === day;
  if (typeof raw !== 'string') return false;
  const { year, month, dayOfMonth } = partsOf(day);
  const written = new RegExp(`(?<!\\d)0?${dayOfMonth}[./-]0?${month}[./-](?:${year}|${String(year).slice(2)})(?!\\d)`);
  return written.test(raw);
}

function isDatesOnly(text: string): boolean {
  const rest = text.replace(/(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/g, (found, day, month, year) => {
    const full = String(year).length === 2 ? 2000 + Number(year) : Number(year);
    return dayOf(full, Number(month), Number(day)) === null ? found : '';
  });
  return !/\d/.test(rest);
}
