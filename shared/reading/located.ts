/** Headings of a sheet with what they head, and how they stand to each other. */
import type { TableKind } from '../domain/fields.ts';
import type { TitleLine } from './around-heading.ts';
import type { ColumnRange, HeaderBlock } from './header-rows.ts';
import type { MappedColumn } from './map-columns.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { hasProcedure } from './table-kind.ts';
import type { MonthOfYear } from './title-lines.ts';

export interface Located {
  readonly kind: TableKind | null;
  readonly block: HeaderBlock;
  readonly columns: readonly MappedColumn[];
  readonly range: ColumnRange;
  readonly right: number;
  /** Index of the first body row. */
  readonly from: number;
  readonly titles: readonly TitleLine[];
  readonly year: number;
  readonly month: MonthOfYear | null;
  /** The heading above that this one repeats, after others stood between: the rows below go on with that one's. */
  readonly goesOnWith?: Located;
}

/** A table ends where the next heading over the same columns begins, or with the sheet. */
export function endOf(grid: SheetGrid, table: Located, all: readonly Located[]): number {
  let end = grid.rows.length;
  for (const other of all) {
    const begins = grid.indexFrom(other.block.rows[0] ?? 0);
    const overlaps = other.range.left <= table.range.right && other.range.right >= table.range.left;
    if (other !== table && overlaps && begins >= table.from) end = Math.min(end, begins);
  }
  return end;
}

/** The last table that stands above a block, over the same columns. */
export function tableAbove(block: Located, found: readonly Located[]): Located | undefined {
  return found.findLast(
    (table) =>
      table.kind !== null &&
      (table.block.rows[0] ?? 0) < (block.block.rows[0] ?? 0) &&
      table.range.left <= block.range.right &&
      table.range.right >= block.range.left,
  );
}

/** A heading below a table of families that names nobody, and only further steps of the procedure. */
export function isFurther(block: Located, found: readonly Located[]): boolean {
  if (block.kind !== null || block.goesOnWith || tableAbove(block, found)?.kind !== 'families') return false;
  const known = block.columns.filter(({ field }) => field !== null);
  return known.length >= 2 && known.length * 2 >= block.columns.length && hasProcedure(block.columns);
}
