/** Headings of a sheet with what they head, and how they stand to each other. */
import type { TableKind } from '../domain/fields.ts';
import type { TitleLine } from './around-heading.ts';
import type { ColumnRange, HeaderBlock } from './header-rows.ts';
import type { ColumnLegend } from './legend-columns.ts';
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
  readonly legends: readonly ColumnLegend[];
  readonly legendRows: readonly number[];
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

/** The table whose heading this is again, as on a new page. */
export function repeated(block: HeaderBlock, found: readonly Located[]): Located | undefined {
  const table = found.find((one) => {
    const known = new Map(one.block.columns.map((column) => [column.column, column.path]));
    // Of a heading over two rows the upper one may be met by itself.
    const same = block.columns.filter(({ column, path }) => known.get(column)?.includes(path.at(-1) ?? '')).length;
    return same >= 2 && same * 10 >= block.columns.length * 8;
  });
  return table?.goesOnWith ?? table;
}

/** The table or block whose rows a heading would stand among. */
export function lowest(found: readonly Located[], block: HeaderBlock): Located | undefined {
  const left = block.columns[0]?.column ?? 0;
  const right = block.columns.at(-1)?.column ?? 0;
  const last = found.findLast(({ range }) => range.left <= right && range.right >= left);
  return last?.goesOnWith ?? last;
}
