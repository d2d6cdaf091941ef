/** One sheet of a file in memory: what its cells hold, how they look, and what of its layout matters. */
import type { CellArea, CellValue, SheetVisibility } from '../../shared/domain/sheet-cells.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';

/** A row that has at least one cell with content or a format. Indexes are columns from 0; both lists may be sparse. */
export interface GridRow {
  readonly row: number;
  readonly values: (CellValue | undefined)[];
  /** Index of each cell's format among the workbook's formats. */
  readonly formats: (number | undefined)[];
  /** Columns whose value comes from a formula. */
  formulas: Set<number> | undefined;
}

/** What a sheet says of its columns: from, to (both included). */
export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
  /** In characters; null for the usual width. */
  readonly width: number | null;
  readonly isHidden: boolean;
}

export interface Grid {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** By row number. */
  readonly rows: Map<number, GridRow>;
  readonly merges: readonly CellArea[];
  readonly columns: readonly ColumnSpan[];
  readonly hiddenRows: ReadonlySet<number>;
  /** In points, by row number, where set. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly defaultColumnWidth: number | null;
  readonly isProtected: boolean;
  /** Cells that cannot change one by one: results of one formula over several cells, headings of Excel tables. */
  readonly fixedAreas: readonly CellArea[];
}

/** Cells of a whole workbook: 20,000 families with 200,000 visits have 1.5 million. */
export const MAX_CELLS = 5_000_000;

/** What a cell of a sheet holds; null when it is empty. */
export function valueAt(grid: Grid, row: number, column: number): CellValue {
  return grid.rows.get(row)?.values[column] ?? null;
}

/** A row of which nothing is known yet. */
export function emptyRow(row: number): GridRow {
  return { row, values: [], formats: [], formulas: undefined };
}

/** The row for writing; made when the sheet has none. */
export function rowForWriting(grid: Pick<Grid, 'rows'>, row: number): GridRow {
  const known = grid.rows.get(row);
  if (known) return known;
  const made = emptyRow(row);
  grid.rows.set(row, made);
  return made;
}

/** A sheet of which nothing is known but its rows. */
export function plainGrid(name: string, rows: Map<number, GridRow>): Grid {
  return {
    name,
    visibility: 'visible',
    rows,
    merges: [],
    columns: [],
    hiddenRows: new Set(),
    rowHeights: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    defaultColumnWidth: null,
    isProtected: false,
    fixedAreas: [],
  };
}

/** A grid in which cells hold something else; the given one stays as it is. A format that is undefined stays too. */
export function withCells(
  grid: Grid,
  cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: CellValue;
    readonly format: number | undefined;
  }[],
): Grid {
  const rows = new Map(grid.rows);
  for (const [row, changed] of Map.groupBy(cells, (cell) => cell.row)) {
    const known = rows.get(row) ?? emptyRow(row);
    const own = { ...known, values: known.values.slice(), formats: known.formats.slice() };
    for (const { column, value, format } of changed) {
      own.values[column] = value ?? undefined;
      if (format !== undefined) own.formats[column] = format;
    }
    rows.set(row, own);
  }
  return { ...grid, rows };
}

/** The smallest area that holds all the cells; there must be one. */
export function areaAround(cells: readonly { readonly row: number; readonly column: number }[]): CellArea {
  let [top, left, bottom, right] = [MAX_ROWS, MAX_COLUMNS, 1, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { top, left, bottom, right };
}
