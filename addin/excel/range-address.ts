/** Addresses as Excel gives them for ranges, and the other way round. */
import { a1, columnIndex } from '../../shared/domain/cell-address.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';

/** "B2:C3", or "B2" for one cell. */
export function addressOfArea({ top, left, bottom, right }: CellArea): string {
  const from = a1(top, left);
  return top === bottom && left === right ? from : `${from}:${a1(bottom, right)}`;
}

/** The area of "B2", "$B$2:C3", "B:C" or "2:3"; null for anything else. */
export function areaOfAddress(address: string): CellArea | null {
  const match = /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/.exec(address.trim());
  const [, fromColumn = '', fromRow = ''] = match ?? [];
  if (!match || fromColumn + fromRow === '') return null;
  const toColumn = match[3] ?? fromColumn;
  const toRow = match[4] ?? fromRow;
  return {
    top: fromRow === '' ? 1 : Number(fromRow),
    left: fromColumn === '' ? 0 : columnIndex(fromColumn),
    bottom: toRow === '' ? MAX_ROWS : Number(toRow),
    right: toColumn === '' ? MAX_COLUMNS - 1 : columnIndex(toColumn),
  };
}

/** The areas of "'Реестр, 2026'!A1:B2,'Реестр, 2026'!C3": what Excel answers for several ranges of one sheet. */
export function areasOfAddresses(addresses: string): readonly CellArea[] {
  const withoutSheets = addresses.replace(/'(?:[^']|'')*'!/g, '').replace(/[^,!]+!/g, '');
  return withoutSheets.split(',').flatMap((address) => areaOfAddress(address) ?? []);
}
