/**
 * Whether an edited row of a sheet can be read by itself, and which records that concerns.
 *
 * It can when the search for tables, asked again, would find the same (either because nothing that it looks at has
 * changed, or because it was asked), and when the row plays the same role in its table as before. Everything else is
 * left to a full reading.
 */
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import { bodyRows, columnSample, isSampled, MOST_TITLES, NUMBERED_ROWS, SAMPLED_ROWS } from './around-heading.ts';
import { findTables } from './find-tables.ts';
import type { FoundTable } from './find-tables.ts';
import type { Likeness } from './header-rows.ts';
import { isNoHeading } from './heading-signs.ts';
import { saysCodes } from './legend-notes.ts';
import { likenessTo } from './read-sheet.ts';
import type { ReadSheet } from './read-sheet.ts';
import { changedColumns, isSameCell } from './same-row.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A heading may reach so many rows up or down from the row that gives it away. */
const NEAR = 3;

export interface SearchedSheet {
  readonly read: ReadSheet;
  readonly founds: readonly FoundTable[];
  readonly report: Likeness;
  isPlain: boolean;
}

export function searchedSheet(read: ReadSheet): SearchedSheet {
  const founds = read.tables.flatMap(({ source }) => (source ? [source.found] : []));
  return { read, founds, report: likenessTo(read.context.book), isPlain: read.isPlain };
}

/**
 * Puts the row into the sheet's grid. True when the sheet then still has the same tables in the same columns. The row
 * must have its number, and be filled, as before.
 */
export function exchangeRow(sheet: SearchedSheet, index: number, row: SheetRow): boolean {
  const { grid } = sheet.read;
  const old = grid.rows[index];
  if (!old) return false;
  const columns = changedColumns(old, row);
  const watched = sheet.founds.map((found) => () => samples(grid, found, index, columns));
  const before = watched.map((look) => look());
  const wasQuiet = sheet.isPlain && isQuiet(sheet, index);
  grid.exchange(row);
  const isQuietNow = wasQuiet && isQuiet(sheet, index);
  return (isQuietNow && watched.every((look, at) => isSameSample(before[at] ?? [], look()))) || isFoundAgain(sheet);
}

/**
 * Nothing near the row looks like a heading, and it is neither the first of a body nor a line above a heading, and tells
 * nothing of codes.
 */
function isQuiet({ read, founds, report }: SearchedSheet, index: number): boolean {
  const { grid } = read;
  const row = grid.rows[index];
  if (row && saysCodes(row, founds)) return false;
  for (const { headerRows, from } of founds) {
    const heading = grid.indexFrom(headerRows[0] ?? 0);
    if (index === from || (heading >= index && heading - index <= MOST_TITLES)) return false;
  }
  for (let near = Math.max(0, index - NEAR); near <= index + NEAR; near += 1) {
    if (near < grid.rows.length && !isNoHeading(grid, near, { tables: founds, report })) return false;
  }
  return true;
}

/** What the search for tables sees of the changed columns below a heading. */
function samples(
  grid: SheetGrid,
  found: FoundTable,
  index: number,
  changed: readonly number[],
): readonly (readonly CellValue[])[] {
  const at = index - found.from;
  const row = grid.rows[index];
  if (!row || at < 0 || at >= SAMPLED_ROWS) return [];
  const body = bodyRows(grid, found.from, found);
  const first = at < NUMBERED_ROWS ? [found.left - 1, found.left].map((c) => typeof row.cells[c] === 'number') : [];
  return [
    [isSampled(row, found), ...first],
    ...changed.filter((column) => column >= found.left && column <= found.right).map((c) => columnSample(body, c)),
  ];
}

function isSameSample(one: readonly (readonly CellValue[])[], other: readonly (readonly CellValue[])[]): boolean {
  return one.every((cells, at) => {
    const others = other[at] ?? [];
    return cells.length === others.length && cells.every((cell, place) => isSameCell(cell, others[place]));
  });
}

function isFoundAgain(sheet: SearchedSheet): boolean {
  const { grid, context } = sheet.read;
  const again = findTables(grid, { ...context, report: sheet.report });
  sheet.isPlain = again.isPlain;
  return JSON.stringify(again.tables) === JSON.stringify(sheet.founds);
}
