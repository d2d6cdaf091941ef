/** Sizes of a sheet's rows and columns in pixels, and where its merged areas lie. */
import type { CellArea } from '../../../shared/domain/sheet-cells.ts';
import type { SheetView } from '../../file/sheet-view.ts';

export const HEADER_HEIGHT = 24;
export const ROW_HEADER_WIDTH = 52;

const USUAL_ROW = 21;
const USUAL_COLUMN_CHARACTERS = 8.43;
const PIXELS_PER_CHARACTER = 7;
const CELL_PADDING = 5;
const PIXELS_PER_POINT = 4 / 3;

/** Empty rows and columns shown after the last filled one, so that something can be added. */
const SPARE_ROWS = 10;
const SPARE_COLUMNS = 2;

export interface SheetSizes {
  readonly rowCount: number;
  readonly columnCount: number;
  /** By row from 1; 0 for a hidden row. */
  readonly height: (row: number) => number;
  /** By column from 0; 0 for a hidden column. */
  readonly width: (column: number) => number;
  readonly mergeAt: (row: number, column: number) => CellArea | undefined;
  readonly mergesInRow: (row: number) => readonly CellArea[];
}

export function sheetSizes(view: SheetView): SheetSizes {
  const rowCount = view.rowCount + SPARE_ROWS;
  const columnCount = view.columnCount + SPARE_COLUMNS;
  const byRow = new Map<number, CellArea[]>();
  for (const area of view.merges) {
    for (let row = area.top; row <= Math.min(area.bottom, rowCount); row += 1) {
      const known = byRow.get(row);
      if (known) known.push(area);
      else byRow.set(row, [area]);
    }
  }
  const mergesInRow = (row: number): readonly CellArea[] => byRow.get(row) ?? [];
  return {
    rowCount,
    columnCount,
    height: (row) =>
      view.isRowHidden(row) ? 0 : Math.max(USUAL_ROW, Math.round((view.rowHeight(row) ?? 0) * PIXELS_PER_POINT)),
    width: (column) =>
      view.isColumnHidden(column)
        ? 0
        : Math.round((view.columnWidth(column) ?? USUAL_COLUMN_CHARACTERS) * PIXELS_PER_CHARACTER) + CELL_PADDING,
    mergesInRow,
    mergeAt: (row, column) => mergesInRow(row).find(({ left, right }) => column >= left && column <= right),
  };
}

/** Sum of the sizes from `from` to `to`, both included. */
export function span(from: number, to: number, size: (index: number) => number): number {
  let sum = 0;
  for (let index = from; index <= to; index += 1) sum += size(index);
  return sum;
}
