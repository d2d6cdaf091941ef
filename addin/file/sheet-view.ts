/** A sheet as it looks, for a grid on the screen. Nothing is computed before it is asked for. */
import type { CellArea, CellValue } from '../../shared/domain/sheet-cells.ts';
import { isCellDate } from '../../shared/domain/sheet-cells.ts';
import type { Grid } from './grid.ts';
import { valueAt } from './grid.ts';
import type { ShowNumber } from './number-format.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { valueText } from './cell-writer.ts';

/** How a cell looks. Colours are six hex digits; null means the usual. */
export type CellLook = Pick<
  CellFormat,
  'isBold' | 'isItalic' | 'fill' | 'textColour' | 'horizontal' | 'vertical' | 'wraps' | 'hasBorder'
>;

/** Rows are numbered from 1, columns from 0. Cells beyond rowCount and columnCount are empty. */
export interface SheetView {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** What a person sees in the cell: dates and numbers as their format shows them. */
  text(row: number, column: number): string;
  value(row: number, column: number): CellValue;
  /** The look, or null for a cell without any. */
  look(row: number, column: number): CellLook | null;
  readonly merges: readonly CellArea[];
  /** Width in characters; null for the usual width (8.43). */
  columnWidth(column: number): number | null;
  /** Height in points where the sheet sets one; null otherwise. */
  rowHeight(row: number): number | null;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}

/** Looks at a grid; edits show at once, a sheet that has grown needs a new view. */
export function sheetView(grid: Grid, formats: readonly CellFormat[], showNumber: ShowNumber): SheetView {
  let rowCount = 0;
  let columnCount = 0;
  for (const { row, values } of grid.rows.values()) {
    if (values.length === 0) continue;
    rowCount = Math.max(rowCount, row);
    columnCount = Math.max(columnCount, values.length);
  }
  for (const { bottom, right, top, left } of grid.merges) {
    if (top <= rowCount) rowCount = Math.max(rowCount, Math.min(bottom, rowCount + 100));
    if (left < columnCount) columnCount = Math.max(columnCount, Math.min(right + 1, columnCount + 100));
  }
  const formatAt = (row: number, column: number): CellFormat | undefined => {
    const index = grid.rows.get(row)?.formats[column];
    return index === undefined ? undefined : formats[index];
  };
  const spanOf = (column: number) => grid.columns.find(({ from, to }) => column >= from && column <= to);
  return {
    name: grid.name,
    rowCount,
    columnCount,
    text: (row, column) => {
      const value = valueAt(grid, row, column);
      if (isCellDate(value)) return showNumber(value.serial, formatAt(row, column));
      return typeof value === 'number' ? showNumber(value, formatAt(row, column)) : valueText(value);
    },
    value: (row, column) => valueAt(grid, row, column),
    look: (row, column) => formatAt(row, column) ?? null,
    merges: grid.merges,
    columnWidth: (column) => spanOf(column)?.width ?? grid.defaultColumnWidth,
    rowHeight: (row) => grid.rowHeights.get(row) ?? null,
    frozenRows: grid.frozenRows,
    frozenColumns: grid.frozenColumns,
    isRowHidden: (row) => grid.hiddenRows.has(row),
    isColumnHidden: (column) => spanOf(column)?.isHidden ?? false,
  };
}
