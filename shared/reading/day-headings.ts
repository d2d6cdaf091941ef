/** Days of a month as headings: 1, 2, 3 … 31 over narrow columns, or the dates of the month themselves. */
import { dayOfSerial, partsOf } from '../domain/day.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';

/** Columns from first to last whose headings are days, one after the other. */
export interface DayRun {
  readonly first: number;
  readonly last: number;
}

/** Fewer columns are no month. */
const FEWEST = 7;

/** The days of a row of headings; null when it has none. The row of column numbers begins in the first column: no days. */
export function dayRun(row: SheetRow): DayRun | null {
  const { cells } = row;
  if (cells.length <= FEWEST) return null;
  let first = -1;
  let before = 0;
  for (let column = 1; column < cells.length; column += 1) {
    const day = dayIn(cells[column]);
    if (first >= 0 && day === before + 1 && day <= 31) before = day;
    else if (first >= 0 && column - first >= FEWEST) return { first, last: column - 1 };
    else {
      first = day === 1 ? column : -1;
      before = day;
    }
  }
  return first >= 0 && cells.length - first >= FEWEST ? { first, last: cells.length - 1 } : null;
}

/** 1–31 for a cell that may head a day; 0 for any other. */
function dayIn(cell: CellValue | undefined): number {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : 0;
  if (typeof cell === 'string') return cell.length > 2 || !/^\d{1,2}$/.test(cell) ? 0 : Number(cell);
  return isCellDate(cell) && cell.serial > 30_000 && cell.serial < 80_000
    ? partsOf(dayOfSerial(cell.serial)).dayOfMonth
    : 0;
}

/** True when texts stand before the days in the same row: the row of numbers under a heading has none. */
export function hasTextBefore(row: SheetRow, { first }: DayRun): boolean {
  return row.cells.slice(0, first).some((cell) => typeof cell === 'string' && /\p{L}|№/u.test(cell));
}

/** True for a column of the days. */
export function isWithin(days: DayRun | null, column: number): boolean {
  return days !== null && column >= days.first && column <= days.last;
}
