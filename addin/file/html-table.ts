/**
 * Reads the tables of a web page as Excel does: everything on one sheet, table under table, text between them in the
 * first column. State information systems hand out such pages under the name .xls. Every cell is text.
 */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import { csvSheetName } from './csv-grid.ts';
import type { Grid } from './grid.ts';
import { MAX_CELLS, plainGrid, rowForWriting } from './grid.ts';
import { htmlText, htmlTags, spanOf } from './html-tags.ts';

interface OpenCell {
  readonly row: number;
  readonly column: number;
}

interface Walk {
  readonly grid: Grid;
  readonly merges: CellArea[];
  row: number;
  column: number;
  /** Last row that a cell from above reaches down to, by column. */
  reach: Map<number, number>;
  cell: OpenCell | null;
  text: string;
  /** Cells so far, columns that cells reach down in, and those passed over for that. */
  cost: number;
}

/** The page as a sheet. Throws `unsupported-format` for a page without a table, `too-large` for one without measure. */
export function readHtmlTables(text: string, fileName: string): Grid {
  if (!/<table[\s>]/i.test(text)) throw new WorkbookError('unsupported-format');
  refuseTooMuch(text);
  const grid = plainGrid(csvSheetName(fileName), new Map());
  const walk: Walk = { grid, merges: [], row: 0, column: 0, reach: new Map(), cell: null, text: '', cost: 0 };
  for (const { name, isClose, attributes, before } of htmlTags(text)) {
    walk.text += before.replace(/[ \t\r\n\f]+/g, ' ');
    if (name === 'td' || name === 'th') {
      finish(walk);
      if (!isClose) openCell(walk, attributes);
    } else if (name === 'tr' || name === 'table') {
      finish(walk);
      if (name === 'table') walk.reach = new Map();
      else if (!isClose) nextRow(walk);
    } else if (name === 'br') walk.text += '\n';
    else if (/^(p|div|h\d|li)$/.test(name)) {
      if (walk.cell) walk.text += isClose ? '\n' : '';
      else finish(walk);
    }
  }
  finish(walk);
  return { ...grid, merges: walk.merges };
}

/** Counts before anything is built: a row takes eight letters here and two hundred bytes there. */
function refuseTooMuch(text: string): void {
  let rows = 0;
  let cells = 0;
  for (let at = text.indexOf('<t'); at >= 0; at = text.indexOf('<t', at + 2)) {
    const letter = text.charCodeAt(at + 2) | 0x20;
    if (letter === 0x72) rows += 1;
    else if (letter === 0x64 || letter === 0x68) cells += 1;
  }
  if (rows > MAX_ROWS || cells > MAX_CELLS) throw new WorkbookError('too-large');
}

function nextRow(walk: Walk): void {
  walk.row += 1;
  walk.column = 0;
  if (walk.row > MAX_ROWS) throw new WorkbookError('too-large');
}

function openCell(walk: Walk, attributes: string): void {
  if (walk.row === 0) nextRow(walk);
  while (walk.cost <= MAX_CELLS && (walk.reach.get(walk.column) ?? 0) >= walk.row) {
    walk.column += 1;
    walk.cost += 1;
  }
  const { row, column } = walk;
  const columns = Math.min(spanOf(attributes, 'colspan'), MAX_COLUMNS);
  const rows = Math.min(spanOf(attributes, 'rowspan'), MAX_ROWS);
  walk.column += columns;
  walk.cost += rows > 1 ? columns : 1;
  if (walk.cost > MAX_CELLS) throw new WorkbookError('too-large');
  if (rows > 1) for (let at = column; at < column + columns; at += 1) walk.reach.set(at, row + rows - 1);
  walk.cell = { row, column };
  if (column >= MAX_COLUMNS || columns * rows === 1) return;
  const right = Math.min(column + columns, MAX_COLUMNS) - 1;
  walk.merges.push({ top: row, left: column, bottom: Math.min(row + rows - 1, MAX_ROWS), right });
}

/** Puts the text gathered into its cell; text outside of tables gets a row of its own. */
function finish(walk: Walk): void {
  const value = htmlText(walk.text);
  walk.text = '';
  const cell = walk.cell;
  walk.cell = null;
  if (value === '') return;
  if (!cell) nextRow(walk);
  const { row, column } = cell ?? { row: walk.row, column: 0 };
  if (column < MAX_COLUMNS) rowForWriting(walk.grid, row).values[column] = value;
}
