/** What people do with whole rows and columns of a sheet in the host: cells move, and Excel tells of it in its own way. */
import type { HostCell, HostSheet } from './host-workbook.ts';

/** Inserts empty rows before a row, or takes rows away (a negative count), as Excel moves everything below. */
export function shiftRows(sheet: HostSheet, row: number, count: number): void {
  const moved = [...sheet.cells].flatMap(([at, cells]): readonly [number, Map<number, HostCell>][] => {
    if (at < row) return [[at, cells]];
    return count < 0 && at < row - count ? [] : [[at + count, cells]];
  });
  sheet.cells.clear();
  for (const [at, cells] of moved) sheet.cells.set(at, cells);
  const hidden = [...sheet.hiddenRows].flatMap((at) => {
    if (at < row) return [at];
    return count < 0 && at < row - count ? [] : [at + count];
  });
  sheet.hiddenRows.clear();
  for (const at of hidden) sheet.hiddenRows.add(at);
}

/** The same for one column. */
export function insertColumn(sheet: HostSheet, column: number): void {
  for (const [row, cells] of sheet.cells) {
    sheet.cells.set(row, new Map([...cells].map(([at, cell]) => [at < column ? at : at + 1, cell])));
  }
}
