/** The cell of a column rule: where it stands, and what it holds undecoded. */
import type { CellAddress } from '../../domain/cell-address.ts';
import { fieldCell, type RegisterRow } from '../../domain/register.ts';
import { isCellError } from '../../domain/sheet-cells.ts';
import type { ColumnRun } from '../rule.ts';

/** The cell that a raw check is given, on the sheet that its column stands on. */
export function cellAt({ table, column }: ColumnRun, sheetRow: number): CellAddress {
  return { sheet: column.sheet ?? table.sheet, row: sheetRow, column: column.column };
}

/** True when the cell holds a formula's error: that is said by its own rule alone. */
export function holdsError(run: ColumnRun, row: RegisterRow, cell: CellAddress | undefined): boolean {
  const at = cell ?? fieldCell(row, run.column.field, run.column.period);
  return at !== null && isCellError(run.rawCell?.(at.sheet, at.row, at.column));
}
