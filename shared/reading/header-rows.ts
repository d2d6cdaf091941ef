/** Finds the headings of tables: one to four rows, merged in both directions or not, anywhere on a sheet. */
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import type { RecordKind } from '../domain/fields.ts';
import { dayRun, hasTextBefore, isWithin } from './day-headings.ts';
import type { DayRun } from './day-headings.ts';
import { headingLikeness, matchHeading, OTHER } from './heading-match.ts';
import { normaliseHeading, saysPartOfHeading } from './heading-normaliser.ts';
import { afterNumberRow } from './number-row.ts';
import { periodOfHeading } from './periods-in-headings.ts';
import { daysUnder, isPeriodCell, isPlausible } from './plausible-heading.ts';
import { countFilled, filled, headingText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A column's heading: its own text and the merged headings above it, outermost first. */
export interface HeadingColumn {
  readonly column: number;
  readonly path: readonly string[];
}

export interface HeaderBlock {
  /** Row numbers, ascending, without gaps in the sheet's filled rows. */
  readonly rows: readonly number[];
  readonly columns: readonly HeadingColumn[];
  /** How sure it is that this is a heading; comparable between blocks of one place. */
  readonly score: number;
}

/** How much a text looks like a heading of a report form (the pack knows the levels' names). */
export type Likeness = (text: string) => number;

const MOST_ROWS = 4;
const KINDS: readonly RecordKind[] = ['families', 'members', 'visits', 'measures', 'specialists'];

/** How many cells of a row between two columns look like headings, and how many are filled. No hits where most do not. */
export function headingHits(
  row: SheetRow,
  range: ColumnRange,
  report: Likeness,
): { readonly hits: number; readonly filled: number } {
  const days = daysOf(row);
  if (!isMostlyText(row, range, days)) return { hits: 0, filled: 1 };
  const right = Math.min(range.right, row.cells.length - 1);
  const count = countFilled(row, range);
  let hits = 0;
  let periods = 0;
  let others = 0;
  for (let column = range.left; column <= right; column += 1) {
    const cell = filled(row.cells[column]);
    if (cell === null) continue;
    if (isWithin(days, column)) periods += 1;
    else if (likenessOf(cell, report) < 0.6) others += 1;
    else if (typeof cell === 'string') hits += 1;
    else periods += 1;
    // Three in five are no headings: for a heading that is too many, so the rest need not be asked.
    if (others * 5 > count * 3) return { hits: 0, filled: count };
  }
  // One date on the first of a month is a date; several in a row are months.
  return { hits: hits + (periods > 1 ? periods : 0), filled: count };
}

/** «Климова В.И.», «Климова Вера Ильинична». */
const NAME =
  /^\s*\p{Lu}[\p{L}-]+\s+(?:\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\p{L}+\s+\p{Lu}\p{L}*(?:вич|ьич|вна|чна|ВИЧ|ЬИЧ|ВНА|ЧНА))\s*$/u;

/**
 * Headings are texts that name nobody; only months and years may be dates and numbers. A row of data is told at its
 * first cells.
 */
function isMostlyText(row: SheetRow, range: ColumnRange, days: DayRun | null): boolean {
  let texts = 0;
  let others = 0;
  for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column += 1) {
    const cell = row.cells[column];
    if (cell === undefined || cell === null || isWithin(days, column)) continue;
    if (typeof cell === 'string' ? NAME.test(cell) : !isPeriodCell(cell)) others += 1;
    else if (typeof cell === 'string') texts += 1;
    if (others > 1 && others * 10 > texts && texts < 20) return false;
  }
  return others * 10 <= texts;
}

/** The days of a heading: of a row that has texts before them. */
function daysOf(row: SheetRow): DayRun | null {
  const days = dayRun(row);
  return days && hasTextBefore(row, days) ? days : null;
}

export interface ColumnRange {
  readonly left: number;
  readonly right: number;
}

function likenessOf(cell: CellValue, report: Likeness): number {
  const text = headingText(cell);
  if (text === '') return 0;
  if (typeof cell !== 'string') return isPeriodCell(cell) ? 0.6 : 0;
  return Math.max(
    headingLikeness(text),
    report(text),
    /^\p{L}{3,9}\.?[\s'-]?\d{0,4}/u.test(text) && periodOfHeading([text]) ? 0.6 : 0,
  );
}

/**
 * The best heading around a row that looks like one: up to two rows above and four in all. Null when no choice of
 * rows gives at least two columns that are understood.
 */
export function headerBlockAt(
  grid: SheetGrid,
  at: { readonly index: number; readonly earliest: number },
  range: ColumnRange,
  report: Likeness,
): HeaderBlock | null {
  const { index, earliest } = at;
  let best: HeaderBlock | null = null;
  for (let start = Math.max(earliest, index - 2); start <= index; start += 1) {
    for (let end = index; end < start + MOST_ROWS && end < grid.rows.length; end += 1) {
      const block = blockOf(grid, grid.rows.slice(start, end + 1), range, report);
      const score = block === null ? 0 : block.score + (isOverNumberRow(grid, end, block) ? 1 : 0);
      if (block && score > (best?.score ?? 0)) best = { ...block, score };
    }
  }
  return best;
}

/** The numbers of the columns stand under the last row of a heading. */
function isOverNumberRow(grid: SheetGrid, end: number, { columns }: HeaderBlock): boolean {
  const range = { left: columns[0]?.column ?? 0, right: columns.at(-1)?.column ?? 0 };
  return afterNumberRow(grid, end + 1, range) > end + 1;
}

function blockOf(grid: SheetGrid, rows: readonly SheetRow[], range: ColumnRange, report: Likeness): HeaderBlock | null {
  if (!isPlausible(grid, rows, range) || endsWithNumbers(grid, rows, range)) return null;
  const numbers = rows.map((row) => row.row);
  const columns = headingColumns(grid, numbers, range);
  let further = 0;
  for (const [at, row] of rows.entries()) {
    if (at === 0) continue;
    const isHeading = isAllHeadings(row, range, report) || dividesMerged(grid, row, range);
    const parts = isHeading ? 0.2 : partsIn(row, rows.slice(0, at), range);
    further += parts === null ? -0.3 : parts + dividedBy(row, rows[at - 1], range, report);
  }
  const score = scoreOf(columns, report) + further + (rows.some((_, at) => daysUnder(rows, at)) ? 1 : 0);
  return score < 1.2 ? null : { rows: numbers, columns, score };
}

/** The numbers of the columns may be texts, and are no part of the heading all the same. */
function endsWithNumbers(grid: SheetGrid, rows: readonly SheetRow[], range: ColumnRange): boolean {
  const last = rows.at(-1);
  if (rows.length < 2 || !last) return false;
  if (last.cells.some((cell) => typeof cell !== 'string' && filled(cell) !== null)) return false;
  const named = { left: range.left, right: Math.min(range.right, last.cells.length - 1) };
  const index = grid.indexFrom(last.row);
  return afterNumberRow(grid, index, named) > index;
}

/** A second row of «№», «дата», «ФИО» and nothing else belongs to the heading; a row with other texts must earn it. */
function isAllHeadings(row: SheetRow, range: ColumnRange, report: Likeness): boolean {
  const { hits, filled: count } = headingHits(row, range, report);
  return hits > 0 && hits === count;
}

/**
 * What a row of «номер | от | последнее | всего» adds: words that say nothing by themselves, and each of them is one of
 * headings; half of them do where they divide only some of the headings above. Null for any other row.
 */
function partsIn(row: SheetRow, above: readonly SheetRow[], range: ColumnRange): number | null {
  let known = 0;
  let others = 0;
  for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column += 1) {
    const cell = filled(row.cells[column]);
    if (cell === null) continue;
    if (typeof cell !== 'string' || cell.length > LONGEST_PART || /\d|\p{Ll}\s\p{Lu}\./u.test(cell)) return null;
    if (saysPartOfHeading(normaliseHeading(cell))) known += 1;
    else others += 1;
  }
  if (others === 0) return 0.2;
  const most = Math.max(...above.map((one) => countFilled(one, range)));
  return known >= others && (known + others) * 4 <= most * 3 ? Math.min(0.6, 0.2 + 0.1 * known) : null;
}

/** Headings in one row that texts below some of them divide: no record looks like that, so both are the heading. */
function dividedBy(row: SheetRow, above: SheetRow | undefined, range: ColumnRange, report: Likeness): number {
  if (above === undefined) return 0;
  const { hits, filled: all } = headingHits(above, range, report);
  const count = countFilled(row, range);
  if (hits * 5 < all * 3 || count * 4 > all * 3) return 0;
  let under = 0;
  for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column += 1)
    if (filled(row.cells[column]) !== null && filled(above.cells[column]) !== null) under += 1;
  return under * 2 >= count ? 0.3 * Math.min(4, count) : 0;
}

const LONGEST_PART = 40;

/** Every text of the row stands under a heading that is merged along several columns, which it divides. */
function dividesMerged(grid: SheetGrid, row: SheetRow, range: ColumnRange): boolean {
  let texts = 0;
  for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column += 1) {
    if (filled(row.cells[column]) === null) continue;
    const above = grid.areaAt(row.row - 1, column);
    if (above === null || above.bottom !== row.row - 1 || above.right === above.left) return false;
    texts += 1;
  }
  return texts >= 2;
}

function scoreOf(columns: readonly HeadingColumn[], report: Likeness): number {
  let best = 0;
  // A heading merged along several columns says no more than over one.
  const distinct = columns.filter(({ path }, at) => path.join('\n') !== columns[at - 1]?.path.join('\n'));
  for (const kind of KINDS) {
    let total = 0;
    for (const { path } of distinct) total += columnScore(path, kind);
    best = Math.max(best, total);
  }
  const asReport = columns.reduce(
    (sum, { path }) => sum + Math.max(report(path.join(' ')), report(path.at(-1) ?? '')),
    0,
  );
  return Math.max(best, asReport);
}

function columnScore(path: readonly string[], kind: RecordKind): number {
  const match = matchHeading(path, kind)[0];
  const score = match === undefined || match.field === OTHER ? 0 : match.score;
  if (score >= 0.5) return score;
  return periodOfHeading(path) ? 0.7 : score * 0.5;
}

/** The headings of the columns in a range, with paths. Columns without any text are left out. */
export function headingColumns(grid: SheetGrid, rows: readonly number[], range: ColumnRange): readonly HeadingColumn[] {
  const last = Math.min(range.right, widestOf(grid, rows));
  const columns: HeadingColumn[] = [];
  for (let column = range.left; column <= last; column += 1) {
    const path = headingPath(grid, rows, column);
    if (path.length > 0) columns.push({ column, path });
  }
  return columns;
}

function widestOf(grid: SheetGrid, rows: readonly number[]): number {
  let widest = 0;
  for (const row of rows) widest = Math.max(widest, (grid.rows[grid.indexFrom(row)]?.cells.length ?? 1) - 1);
  for (const row of rows) {
    for (const area of grid.areasOf(row)) {
      if (area.top === row && area.right - area.left < 400) widest = Math.max(widest, area.right);
    }
  }
  return widest;
}

function headingPath(grid: SheetGrid, rows: readonly number[], column: number): readonly string[] {
  const path: string[] = [];
  for (const [at, row] of rows.entries()) {
    const own = headingText(grid.at(row, column));
    const text = own !== '' ? own : headingAbove(grid, rows, { row, column, isLast: at === rows.length - 1 });
    if (text !== '' && text !== path.at(-1)) path.push(text);
  }
  return path;
}

function headingAbove(
  grid: SheetGrid,
  rows: readonly number[],
  cell: { readonly row: number; readonly column: number; readonly isLast: boolean },
): string {
  const area = grid.areaAt(cell.row, cell.column);
  if (area) return rows.includes(area.top) ? headingText(grid.at(area.top, area.left)) : '';
  if (cell.isLast || !hasTextBelow(grid, rows, cell.row, cell.column)) return '';
  // Without merged cells a group's heading stands over its first column only.
  for (let column = cell.column - 1; column >= 0; column -= 1) {
    if (!hasTextBelow(grid, rows, cell.row, column)) return '';
    const text = headingText(grid.at(cell.row, column));
    if (text !== '') return grid.areaAt(cell.row, column) ? '' : text;
  }
  return '';
}

function hasTextBelow(grid: SheetGrid, rows: readonly number[], row: number, column: number): boolean {
  return rows.some((other) => other > row && headingText(grid.at(other, column)) !== '');
}

/** Blocks are cut where a column has no heading at all: what stands beyond may be another table. */
export function splitAtGaps(columns: readonly HeadingColumn[]): readonly (readonly HeadingColumn[])[] {
  const parts: HeadingColumn[][] = [];
  for (const column of columns) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part && before && column.column - before.column <= 1) part.push(column);
    else parts.push([column]);
  }
  return parts;
}
