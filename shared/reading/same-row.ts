/** Whether a row of a sheet has changed. Apart from the reading, so that who only asks this need not load it. */
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import { isCellDate, isCellError } from '../domain/sheet-cells.ts';

/** The columns in which two readings of a row differ, from 0. */
export function changedColumns(old: SheetRow, row: SheetRow): readonly number[] {
  const columns: number[] = [];
  for (let column = 0; column < Math.max(old.cells.length, row.cells.length); column += 1) {
    if (!isSameCell(old.cells[column], row.cells[column])) columns.push(column);
  }
  return columns;
}

/** True when two rows hold the same and are shown alike. */
export function isSameRow(old: SheetRow, row: SheetRow): boolean {
  return (old.hidden ?? false) === (row.hidden ?? false) && changedColumns(old, row).length === 0;
}

/** True when two cells hold the same; what is not there is empty. */
export function isSameCell(a: CellValue | undefined, b: CellValue | undefined): boolean {
  const [one, other] = [a ?? null, b ?? null];
  if (isCellDate(one)) return isCellDate(other) && Object.is(one.serial, other.serial);
  if (isCellError(one)) return isCellError(other) && one.error === other.error;
  return Object.is(one, other);
}
