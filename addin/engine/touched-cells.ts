/** Which cells a change of the sheets may have touched, or moved. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { isInside } from '../../shared/domain/sheet-cells.ts';
import type { SheetChange } from './workbook-port.ts';

/** True when the cell lies in the changed area. A change without an area may have moved every row of its sheet. */
export function isTouched(cell: CellAddress, { sheet, area }: Pick<SheetChange, 'sheet' | 'area'>): boolean {
  if (area === null) return sheet === '' || sheet === cell.sheet;
  return sheet === cell.sheet && isInside(area, cell);
}
