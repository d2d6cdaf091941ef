/** The row of column numbers that printed forms have directly under their heading. */
import type { CellValue } from '../domain/sheet-cells.ts';
import type { ColumnRange } from './header-rows.ts';
import { isNumberRow } from './row-kinds.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** The index of the first row of the body: after the row of numbers, if there is one. */
export function afterNumberRow(grid: SheetGrid, index: number, range: ColumnRange): number {
  const row = grid.rows[index];
  if (!row) return index;
  const cells = [];
  for (let column = range.left; column <= range.right; column += 1) {
    const value = filled(row.cells[column]);
    if (value !== null) cells.push({ column, value });
  }
  return isNumberRow(cells, range) && startsWithOne(cells) ? index + 1 : index;
}

function startsWithOne(cells: readonly { readonly value: CellValue }[]): boolean {
  return /^\s*(?:гр\.?\s*)?\(?1[.)]?\s*$/u.test(cellText(cells[0]?.value));
}
