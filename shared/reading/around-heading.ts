/** What stands around a heading: the lines above, a sample of the cells below, a first column without a name. */
import type { CellValue } from '../domain/sheet-cells.ts';
import { spreadSample } from './column-profile.ts';
import type { ColumnRange } from './header-rows.ts';
import { cellText, filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A line above a table. */
export interface TitleLine {
  readonly text: string;
  readonly row: number;
  /** Filled cells of the line; a line of several is no plain statement. */
  readonly cells: number;
}

const MOST_TITLES = 15;
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
  const body = grid.rows.slice(from, from + 4000).filter((row) => {
    let count = 0;
    for (let column = range.left; column <= range.right && count < 2; column += 1) {
      if (filled(row.cells[column]) !== null) count += 1;
    }
    return count > 1 || range.left === range.right;
  });
  const sample = new Map<number, readonly CellValue[]>();
  for (let column = range.left; column <= range.right; column += 1) {
    const cells = body.map((row) => filled(row.cells[column])).filter((cell) => cell !== null);
    sample.set(column, spreadSample(cells, SAMPLE));
  }
  return sample;
}

/** A first column without a heading (numbers of the rows, as a rule) belongs to the table: sections begin in it. */
export function withUnnamedFirst(grid: SheetGrid, from: number, range: ColumnRange): ColumnRange {
  const before = range.left - 1;
  if (before < 0) return range;
  const body = grid.rows.slice(from, from + 200);
  const numbered = body.filter((row) => typeof row.cells[before] === 'number').length;
  return numbered > 0 && numbered * 2 >= body.length ? { left: before, right: range.right } : range;
}
