/**
 * A sheet for reading: its filled rows in order, cells by row and column, and merged areas without expanding them.
 * What a blown-up used range adds (empty rows, far columns, a merge down to row 1,048,576) is never walked through.
 */
import { isoOf, dayOfSerial, partsOf } from '../domain/day.ts';
import { indexOfRowFrom, isCellDate, isCellError, isInside } from '../domain/sheet-cells.ts';
import type { CellArea, CellValue, SheetCells, SheetRow } from '../domain/sheet-cells.ts';

export interface SheetGrid {
  readonly sheet: SheetCells;
  /** Rows with at least one filled cell, ascending. */
  readonly rows: readonly SheetRow[];
  /** The cell's own value; null when empty. */
  readonly at: (row: number, column: number) => CellValue;
  /** The merged area that covers a cell, or null. */
  readonly areaAt: (row: number, column: number) => CellArea | null;
  /** The merged areas that touch a row, very tall ones left out. */
  readonly areasOf: (row: number) => readonly CellArea[];
  /** The index in `rows` of the first row with this number or a later one. */
  readonly indexFrom: (row: number) => number;
  /** Puts a row in place of the one with its number. Both must be filled. The only change a grid knows. */
  readonly exchange: (row: SheetRow) => void;
}

export function sheetGrid(sheet: SheetCells): SheetGrid {
  const rows = sheet.rows.filter(hasContent);
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const { areaAt, areasOf } = areaIndex(sheet.merges);
  return {
    sheet,
    rows,
    at: (row, column) => filled(byNumber.get(row)?.cells[column]),
    areaAt,
    areasOf,
    indexFrom: (row) => indexOfRowFrom(rows, row),
    exchange: (row) => {
      rows[indexOfRowFrom(rows, row.row)] = row;
      byNumber.set(row.row, row);
    },
  };
}

/** True when a row holds anything but spaces. */
export function hasContent(row: SheetRow): boolean {
  return row.cells.some((cell) => !isBlank(cell));
}

/** True for an empty cell; a cell of spaces only is empty. */
export function isBlank(cell: CellValue | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell, or null when it is empty or holds spaces only. */
export function filled(cell: CellValue | undefined): CellValue {
  return cell === undefined || isBlank(cell) ? null : cell;
}

/** How many cells of a row between two columns, both included, are filled. */
export function countFilled({ cells }: SheetRow, range: { readonly left: number; readonly right: number }): number {
  let count = 0;
  for (let column = range.left; column <= Math.min(range.right, cells.length - 1); column += 1)
    if (filled(cells[column]) !== null) count += 1;
  return count;
}

/** Areas are looked up by row in buckets; one that is taller than a bucket list allows stands in a list of its own. */
function areaIndex(merges: readonly CellArea[]): Pick<SheetGrid, 'areaAt' | 'areasOf'> {
  const tall: CellArea[] = [];
  const byRow = new Map<number, CellArea[]>();
  for (const area of merges) {
    if (area.bottom - area.top > 200) {
      tall.push(area);
      continue;
    }
    for (let row = area.top; row <= area.bottom; row += 1) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  const areaAt = (row: number, column: number): CellArea | null => {
    const holdsCell = (area: CellArea): boolean => isInside(area, { row, column });
    return byRow.get(row)?.find(holdsCell) ?? tall.find(holdsCell) ?? null;
  };
  return { areaAt, areasOf: (row) => byRow.get(row) ?? [] };
}

/** What a cell shows, as one line of text at least: dates дд.мм.гггг, numbers with a decimal comma. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  if (isCellError(value)) return value.error;
  return dateText(value.serial);
}

/** What a heading cell says: a date cell on the first of a month is a month («03.2026»). */
export function headingText(value: CellValue | undefined): string {
  if (isCellDate(value) && Number.isFinite(value.serial) && Math.abs(value.serial) < 1e6) {
    const { year, month, dayOfMonth } = partsOf(dayOfSerial(value.serial));
    if (dayOfMonth === 1) return `${String(month).padStart(2, '0')}.${year}`;
  }
  return cellText(value).replace(/\s+/gu, ' ');
}

function dateText(serial: number): string {
  if (!Number.isFinite(serial) || Math.abs(serial) > 1e6) return String(serial);
  const iso = isoOf(dayOfSerial(serial));
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}
