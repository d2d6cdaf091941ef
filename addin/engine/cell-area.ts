/** Cells and rectangles of cells: the same in a workbook that is open and in a file. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';

type Place = Pick<CellAddress, 'row' | 'column'>;

/** True when the cell lies in the area. */
export function isInside(area: CellArea, { row, column }: Place): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** The area of one cell. */
export function areaOfCell({ row, column }: Place): CellArea {
  return { top: row, left: column, bottom: row, right: column };
}
