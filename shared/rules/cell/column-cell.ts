/** What stands undecoded in the cell of a finding. */
import type { CellAddress } from '../../domain/cell-address.ts';
import { fieldCell, type RegisterRow } from '../../domain/register.ts';
import { isCellError } from '../../domain/sheet-cells.ts';
import type { ColumnRun } from '../rule.ts';

/** True when the cell holds a formula's error: that is said by its own rule alone. */
export function holdsError(run: ColumnRun, row: RegisterRow, cell: CellAddress | undefined): boolean {
  const at = cell ?? fieldCell(row, run.column.field, run.column.period);
  return at !== null && isCellError(run.rawCell?.(at.sheet, at.row, at.column));
}
