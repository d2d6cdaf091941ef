/** The cell of a column rule. */
import type { CellAddress } from '../../domain/cell-address.ts';
import type { ColumnRun } from '../rule.ts';

/** The cell that a raw check is given, on the sheet that its column stands on. */
export function cellAt({ table, column }: ColumnRun, sheetRow: number): CellAddress {
  return { sheet: column.sheet ?? table.sheet, row: sheetRow, column: column.column };
}
