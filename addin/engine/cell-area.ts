/** Rectangles of cells: the same in a workbook that is open and in a file. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';

/** The area of one cell. */
export function areaOfCell({ row, column }: Pick<CellAddress, 'row' | 'column'>): CellArea {
  return { top: row, left: column, bottom: row, right: column };
}
