/** Signs by which a single row may be a heading: the search for tables stops at such rows, and at no others. */
import type { SheetRow } from '../domain/sheet-cells.ts';
import { headingHits } from './header-rows.ts';
import type { ColumnRange, Likeness } from './header-rows.ts';
import { filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

export const EVERYWHERE: ColumnRange = { left: 0, right: 16_383 };

/** Where a table's heading and columns stand, as far as a row below it must know. */
interface Standing {
  readonly headerRows: readonly number[];
  readonly right: number;
}

/** True when a row of a body has not the least look of a heading, so that no search for headings stops at it. */
export function isNoHeading(
  grid: SheetGrid,
  index: number,
  { tables, report }: { readonly tables: readonly Standing[]; readonly report: Likeness },
): boolean {
  const row = grid.rows[index];
  if (!row) return true;
  const above = tables.filter(({ headerRows }) => (headerRows[0] ?? 0) < row.row);
  return rangeToTry(row, above, report) === null && !isOverNumbers(grid, index);
}

/** The columns of a row that may hold a heading: all of it, or what stands outside the tables found above. */
export function rangeToTry(
  row: SheetRow,
  found: readonly { readonly right: number }[],
  report: Likeness,
): ColumnRange | null {
  const { hits, filled: count } = headingHits(row, EVERYWHERE, report);
  if (hits >= 2 && hits * 5 >= count * 2) return EVERYWHERE;
  const right = found.reduce((most, table) => Math.max(most, table.right), -1);
  if (right < 0 || row.cells.length <= right + 2) return null;
  const beside = { left: right + 1, right: EVERYWHERE.right };
  const outside = headingHits(row, beside, report);
  return outside.hits >= 2 && outside.hits * 5 >= outside.filled * 3 ? beside : null;
}

/** A row of texts over a row of numbers that does not begin with 1. */
export function isOverNumbers(grid: SheetGrid, index: number): boolean {
  const row = grid.rows[index];
  const next = grid.rows[index + 1];
  if (!row || !next || typeof next.cells.find((cell) => filled(cell) !== null) === 'string') return false;
  const numbers = next.cells.flatMap((cell, column) => (filled(cell) === null ? [] : [{ column, value: cell }]));
  const first = numbers[0]?.value;
  if (typeof first !== 'number' || first < 2 || numbers.length < 2) return false;
  if (numbers.some(({ value }, at) => value !== first + at)) return false;
  const texts = row.cells.filter((cell) => filled(cell) !== null);
  return texts.length === numbers.length && texts.every((cell) => typeof cell === 'string' && /\p{L}{3}/u.test(cell));
}
