/**
 * Gives the cells of a file to readers, in slices that let the page draw. A row that nobody has edited since it was given
 * is the same object in the next reading, so that a re-check hands over nothing but what has changed.
 */
import type { SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import type { ReadOptions, SheetChange } from '../engine/workbook-port.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { Grid, GridRow } from './grid.ts';
import { MAX_COLUMNS, MAX_ROWS } from './grid.ts';
import type { Pause } from './slices.ts';
import { slices } from './slices.ts';

export interface GridReader {
  /** Rejects with "stopped" when the signal says so. */
  readonly read: (grids: readonly Grid[], options: ReadOptions) => Promise<readonly SheetCells[]>;
  /** Says that rows of a grid hold something else now; null: any of them. */
  readonly forget: (grid: Grid, area: SheetChange['area']) => void;
}

type Copies = WeakMap<GridRow, SheetRow>;

export function gridReader(): GridReader {
  const copies: Copies = new WeakMap();
  return {
    read: async (grids, options) => {
      const pause = slices();
      const read: SheetCells[] = [];
      for (const grid of grids) {
        if (options.signal?.aborted) throw new WorkbookError('stopped');
        // oxlint-disable-next-line no-await-in-loop -- one sheet after another, in slices
        read.push(await sheetCells(grid, copies, pause));
        options.onProgress?.(read.length / grids.length);
      }
      return read;
    },
    forget: (grid, area) => {
      const [top, bottom] = area === null ? [1, MAX_ROWS] : [area.top, area.bottom];
      for (const row of grid.rows.values()) if (row.row >= top && row.row <= bottom) copies.delete(row);
    },
  };
}

async function sheetCells(grid: Grid, copies: Copies, pause: Pause): Promise<SheetCells> {
  const rows: SheetRow[] = [];
  let isSorted = true;
  for (const row of grid.rows.values()) {
    if (row.values.length === 0 && !row.formulas?.size) continue;
    if (row.row < (rows.at(-1)?.row ?? 0)) isSorted = false;
    let copy = copies.get(row);
    if (!copy) copies.set(row, (copy = sheetRow(row, grid.hiddenRows.has(row.row))));
    rows.push(copy);
    const due = rows.length % 64 === 0 ? pause() : null;
    // oxlint-disable-next-line no-await-in-loop -- the pause is the purpose
    if (due) await due;
  }
  if (!isSorted) rows.sort((a, b) => a.row - b.row);
  return {
    name: grid.name,
    visibility: grid.visibility,
    rows,
    merges: grid.merges,
    hiddenColumns: hiddenColumns(grid),
  };
}

/** Spans may overlap, and a file may hold many: each column counts once. */
function hiddenColumns({ columns }: Grid): ReadonlySet<number> {
  const isHidden = new Uint8Array(MAX_COLUMNS);
  for (const span of columns) if (span.isHidden) isHidden.fill(1, Math.max(0, span.from), span.to + 1);
  const found = new Set<number>();
  for (let column = isHidden.indexOf(1); column >= 0; column = isHidden.indexOf(1, column + 1)) found.add(column);
  return found;
}

/** A copy: the reader's rows must not change when somebody edits a cell. */
function sheetRow(row: GridRow, isHidden: boolean): SheetRow {
  return {
    row: row.row,
    cells: row.values.slice(),
    ...(isHidden ? { hidden: true } : {}),
    ...(row.formulas?.size ? { formulas: new Set(row.formulas) } : {}),
  };
}
