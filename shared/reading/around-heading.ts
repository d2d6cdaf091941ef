/** What stands around a heading: the lines above, a sample of the cells below, a first column without a name. */
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import { spreadSample } from './column-profile.ts';
import { headingHits } from './header-rows.ts';
import type { ColumnRange } from './header-rows.ts';
import { EVERYWHERE } from './heading-signs.ts';
import { isSameCell } from './same-row.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A line above a table. */
export interface TitleLine {
  readonly text: string;
  readonly row: number;
  /** Filled cells of the line; a line of several is no plain statement. */
  readonly cells: number;
}

export const MOST_TITLES = 15;
const SAMPLE = 60;

/** The lines above a heading, nearest last: up to fifteen, back to the first row that looks like a row of a table. */
export function titlesAbove(grid: SheetGrid, headerRow: number, range: ColumnRange): readonly TitleLine[] {
  const end = grid.indexFrom(headerRow);
  const titles: TitleLine[] = [];
  for (let index = end - 1; index >= Math.max(0, end - MOST_TITLES); index -= 1) {
    const row = grid.rows[index];
    if (!row) break;
    const texts = row.cells
      .slice(0, range.right + 1)
      .map(cellText)
      .filter((text) => text !== '');
    if (texts.length > 4) break;
    if (texts.length > 0) titles.unshift({ text: texts.join(' '), row: row.row, cells: texts.length });
  }
  return titles;
}

/** Filled cells of the body by column, spread over its rows. Rows with one cell only are sections and the like. */
export function bodySample(
  grid: SheetGrid,
  from: number,
  range: ColumnRange,
): ReadonlyMap<number, readonly CellValue[]> {
  const body = bodyRows(grid, from, range);
  const sample = new Map<number, readonly CellValue[]>();
  for (let column = range.left; column <= range.right; column += 1) {
    sample.set(column, columnSample(body, column));
  }
  return sample;
}

/** How many rows of a body the samples come from. */
export const SAMPLED_ROWS = 4000;
/** How many rows tell whether a column without a heading numbers them. */
export const NUMBERED_ROWS = 200;

/** The rows that samples come from: down to another heading after an empty row, whose columns may be others. */
export function bodyRows(grid: SheetGrid, from: number, range: ColumnRange): readonly SheetRow[] {
  const headings = grid.rows.slice(Math.max(0, from - MOST_HEADING_ROWS), from);
  const isAgain = (row: SheetRow): boolean => headings.some((heading) => isSameIn(range, row, heading));
  return grid.rows.slice(from, endOfBody(grid, from, isAgain)).filter((row) => isSampled(row, range) && !isAgain(row));
}

/** The index of the row that heads another table, or of the last row that samples come from. */
export function endOfBody(grid: SheetGrid, from: number, isAgain: (row: SheetRow) => boolean = () => false): number {
  const end = Math.min(grid.rows.length, from + SAMPLED_ROWS);
  for (let index = from; index < end; index += 1) {
    const row = grid.rows[index];
    if (row && headsOthers(grid, index) && !isAgain(row)) return index;
  }
  return end;
}

/** An empty row or two, perhaps a title, and then a heading. */
function headsOthers(grid: SheetGrid, index: number): boolean {
  const row = grid.rows[index];
  const before = grid.rows[index - 1];
  if (!row || !before) return false;
  const hasGap = row.row - before.row > 1 || before.row - (grid.rows[index - 2]?.row ?? before.row) > 1;
  const { hits, filled: count } = hasGap ? headingHits(row, EVERYWHERE, NO_FORM) : { hits: 0, filled: 0 };
  return hits > 2 && hits * 5 >= count * 3;
}

const NO_FORM = (): number => 0;

/** Rows of a heading with the row of numbers under it. */
const MOST_HEADING_ROWS = 5;

/** The heading printed again, as on each page, is no sample of what stands below it. */
function isSameIn({ left, right }: ColumnRange, row: SheetRow, heading: SheetRow): boolean {
  for (let column = left; column <= right; column += 1) {
    if (!isSameCell(filled(row.cells[column]), filled(heading.cells[column]))) return false;
  }
  return true;
}

export function isSampled(row: SheetRow, range: ColumnRange): boolean {
  let count = 0;
  for (let column = range.left; column <= range.right && count < 2; column += 1) {
    if (filled(row.cells[column]) !== null) count += 1;
  }
  return count > 1 || range.left === range.right;
}

/** What of a column is looked at to tell what it holds. */
export function columnSample(body: readonly SheetRow[], column: number): readonly CellValue[] {
  const cells: CellValue[] = [];
  for (const row of body) {
    const cell = filled(row.cells[column]);
    if (cell !== null) cells.push(cell);
  }
  return spreadSample(cells, SAMPLE);
}

/** A first column without a heading (numbers of the rows, as a rule) belongs to the table: sections begin in it. */
export function withUnnamedFirst(grid: SheetGrid, from: number, range: ColumnRange): ColumnRange {
  const before = range.left - 1;
  if (before < 0) return range;
  const body = grid.rows.slice(from, from + NUMBERED_ROWS);
  const numbered = body.filter((row) => typeof row.cells[before] === 'number').length;
  return numbered > 0 && numbered * 2 >= body.length ? { left: before, right: range.right } : range;
}
