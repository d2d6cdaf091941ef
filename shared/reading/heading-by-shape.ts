/**
 * A heading of which no word need be known: the first row of short texts over rows that hold days and numbers where it
 * has words, on a sheet whose name or title says what kind of records it holds.
 */
import type { SheetRow } from '../domain/sheet-cells.ts';
import { titlesAbove } from './around-heading.ts';
import { headingColumns } from './header-rows.ts';
import type { HeaderBlock } from './header-rows.ts';
import { EVERYWHERE } from './heading-signs.ts';
import { kindNamed } from './named-kind.ts';
import { isPlausible } from './plausible-heading.ts';
import { filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

const FEWEST_COLUMNS = 3;
const FEWEST_RECORDS = 3;
const LONGEST = 120;

/** The heading that begins at an index of the grid's rows; null where the rows do not have its shape. */
export function headingByShape(grid: SheetGrid, index: number): HeaderBlock | null {
  const row = grid.rows[index];
  if (!row || !isRowOfTexts(row)) return null;
  const last = lastRowOf(grid, row);
  const rows = grid.rows.slice(index, grid.indexFrom(last + 1));
  const below = grid.rows.slice(index + rows.length, index + rows.length + FEWEST_RECORDS);
  if (!isOverRecords(row, below) || !isPlausible(grid, rows, EVERYWHERE)) return null;
  const numbers = rows.map((one) => one.row);
  const columns = headingColumns(grid, numbers, EVERYWHERE);
  const range = { left: columns[0]?.column ?? 0, right: columns.at(-1)?.column ?? 0 };
  const lines = titlesAbove(grid, row.row, range).map(({ text }) => text);
  return kindNamed(grid.sheet.name, lines) === null ? null : { rows: numbers, columns, score: 1 };
}

function isRowOfTexts({ cells }: SheetRow): boolean {
  const texts = new Set<string>();
  let count = 0;
  for (const cell of cells) {
    if (filled(cell) === null) continue;
    if (typeof cell !== 'string' || cell.length > LONGEST || !/\p{L}{2}|№/u.test(cell)) return false;
    texts.add(cell);
    count += 1;
  }
  return count >= FEWEST_COLUMNS && texts.size === count;
}

/** The row to which merged cells reach down. */
function lastRowOf(grid: SheetGrid, { row }: SheetRow): number {
  return Math.max(
    row,
    ...grid.areasOf(row).map((area) => (area.top === row && area.bottom - row < 3 ? area.bottom : row)),
  );
}

/** Each of the rows below fills most of the columns, and one of these holds no words in any of them. */
function isOverRecords(heading: SheetRow, below: readonly SheetRow[]): boolean {
  if (below.length < FEWEST_RECORDS) return false;
  const columns = heading.cells.flatMap((cell, column) => (filled(cell) === null ? [] : [column]));
  const isFull = below.every(
    ({ cells }) => columns.filter((at) => filled(cells[at]) !== null).length * 2 > columns.length,
  );
  return isFull && columns.some((at) => below.every(({ cells }) => isFigure(filled(cells[at]))));
}

/** A number, a day, or a text of digits: «112/25», «8 900 …». */
function isFigure(cell: unknown): boolean {
  return cell !== null && (typeof cell !== 'string' || (/\d/.test(cell) && !/\p{L}{4}/u.test(cell)));
}
