/**
 * Gives the cells of a file to readers, in slices that let the page draw. A row that nobody has edited since it was given
 * is the same object in the next reading, so that a re-check hands over nothing but what has changed. Nothing is copied:
 * an edit puts a new row in place of the old one (cell-writer.ts).
 */
import type { SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import { MAX_COLUMNS } from '../engine/excel-limits.ts';
import type { ReadOptions } from '../engine/workbook-port.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Pause } from './slices.ts';
import { slices } from './slices.ts';

export interface GridReader {
  /** Rejects with "stopped" when the signal says so. */
  readonly read: (grids: readonly Grid[], options: ReadOptions) => Promise<readonly SheetCells[]>;
}

type Given = WeakMap<GridRow, SheetRow>;

/** A reader that has given nothing yet. */
export function gridReader(): GridReader {
  const given: Given = new WeakMap();
  return {
    read: async (grids, options) => {
      const pause = slices();
      const read: SheetCells[] = [];
      for (const grid of grids) {
        if (options.signal?.aborted) throw new WorkbookError('stopped');
        // One sheet after another, in slices.
        read.push(await sheetCells(grid, given, pause));
        options.onProgress?.(read.length / grids.length);
      }
      return read;
    },
  };
}

async function sheetCells(grid: Grid, given: Given, pause: Pause): Promise<SheetCells> {
  const rows: SheetRow[] = [];
  let isSorted = true;
  for (const row of grid.rows.values()) {
    if (row.values.length === 0 && !row.formulas?.size) continue;
    if (row.row < (rows.at(-1)?.row ?? 0)) isSorted = false;
    let known = given.get(row);
    if (!known) given.set(row, (known = sheetRow(row, grid.hiddenRows.has(row.row))));
    rows.push(known);
    const due = rows.length % 64 === 0 ? pause() : null;
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

function sheetRow(row: GridRow, isHidden: boolean): SheetRow {
  return {
    row: row.row,
    cells: row.values,
    ...(isHidden ? { hidden: true } : {}),
    ...(row.formulas?.size ? { formulas: row.formulas } : {}),
  };
}
