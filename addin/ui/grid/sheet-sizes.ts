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

/** @param fitsContent for sheets that say nothing of widths (a text file): columns as wide as their texts */
export function sheetSizes(view: SheetView, fitsContent = false): SheetSizes {
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
  const fitting = fitsContent ? fittingWidths(view) : [];
  const mergesInRow = (row: number): readonly CellArea[] => byRow.get(row) ?? [];
  return {
    rowCount,
    columnCount,
    height: (row) =>
      view.isRowHidden(row) ? 0 : Math.max(USUAL_ROW, Math.round((view.rowHeight(row) ?? 0) * PIXELS_PER_POINT)),
    width: (column) =>
      view.isColumnHidden(column)
        ? 0
        : Math.round((view.columnWidth(column) ?? fitting[column] ?? USUAL_COLUMN_CHARACTERS) * PIXELS_PER_CHARACTER) +
          CELL_PADDING,
    mergesInRow,
    mergeAt: (row, column) => mergesInRow(row).find(({ left, right }) => column >= left && column <= right),
  };
}

/** Rows that are measured, and bounds of a width in characters. */
const MEASURED_ROWS = 60;
const NARROWEST = 6;
const WIDEST = 36;

function fittingWidths(view: SheetView): readonly number[] {
  const rows = Math.min(view.rowCount, MEASURED_ROWS);
  return Array.from({ length: view.columnCount }, (_, column) => {
    let longest = NARROWEST;
    for (let row = 1; row <= rows; row += 1) longest = Math.max(longest, view.text(row, column).length + 1);
    return Math.min(longest, WIDEST);
  });
}

/** Sum of the sizes from `from` to `to`, both included. */
export function span(from: number, to: number, size: (index: number) => number): number {
  let sum = 0;
  for (let index = from; index <= to; index += 1) sum += size(index);
  return sum;
}
