/** Which cells a change of the sheets may have touched, or moved. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { SheetChange } from './workbook-port.ts';

/** True when the cell lies in the changed area. A change without an area may have moved every row of its sheet. */
export function isTouched({ sheet, row, column }: CellAddress, change: Pick<SheetChange, 'sheet' | 'area'>): boolean {
  const { area } = change;
  if (area === null) return change.sheet === '' || change.sheet === sheet;
  const isInside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
  return change.sheet === sheet && isInside;
}
