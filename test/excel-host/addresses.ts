/** Addresses as Excel writes and takes them. */
import { a1, columnIndex } from '../../shared/domain/cell-address.ts';
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { HostError } from './host-object.ts';
import { LAST_COLUMN, LAST_ROW } from './host-workbook.ts';

/** "A1:C3", or "B2" for a single cell. */
export function areaAddress(area: CellArea): string {
  const from = a1(area.top, area.left);
  const to = a1(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}

/** "'Реестр семей'!A1:C3": quoted when the name needs it. */
export function fullAddress(sheet: string, area: CellArea): string {
  const plain = /^[A-Za-zА-яЁё_][\wА-яЁё.]*$/.test(sheet);
  return `${plain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${areaAddress(area)}`;
}

/** The area of "A1", "A1:C3", "A:C" or "1:3". */
export function areaOfAddress(text: string): CellArea {
  const match = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/.exec(text.trim());
  if (!match || (match[1] === '' && match[2] === '')) throw new HostError('InvalidArgument', `no address: ${text}`);
  const [, fromColumn = '', fromRow = '', toColumn = fromColumn, toRow = fromRow] = match;
  return {
    top: fromRow === '' ? 1 : Number(fromRow),
    left: fromColumn === '' ? 0 : columnIndex(fromColumn),
    bottom: toRow === '' ? LAST_ROW : Number(toRow),
    right: toColumn === '' ? LAST_COLUMN : columnIndex(toColumn),
  };
}
