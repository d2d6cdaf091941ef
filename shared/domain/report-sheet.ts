/** A sheet that the add-in writes itself: what stands in it, and how it is known again. */
import type { CellAddress } from './cell-address.ts';
import type { CellArea, SheetCells } from './sheet-cells.ts';

export interface ReportCell {
  /** Texts never become formulas, dates or numbers. */
  readonly value: string | number;
  readonly look?: 'title' | 'heading';
  /**
   * `date`: the value is an ISO day and becomes a real date; a text that is no ISO day stays a text. `percent`: the
   * value is a share, 0.3 is shown as 30 %.
   */
  readonly format?: 'date' | 'percent';
  /** The cell of the workbook that a click leads to. */
  readonly link?: CellAddress;
}

/**
 * A native table of Excel over rows of the report: with a filter, sortable, growing. Its area begins with one row of
 * headings; empty and repeated headings are made distinct when it is written, for Excel takes no others. Tables do not
 * overlap.
 */
export interface ReportTable {
  /** Its name in formulas: letters, digits and «_». Gets another where the workbook has that name already. */
  readonly name: string;
  readonly area: CellArea;
}

/** A native chart of Excel over cells of the report: it follows them when they change. */
export interface ReportChart {
  readonly kind: 'column' | 'line';
  readonly title: string;
  /** What stands below the axis: one column or one row. */
  readonly categories: CellArea;
  /** Cells of numbers, as many as there are categories. */
  readonly series: readonly { readonly name: string; readonly values: CellArea }[];
  /** The cells that the chart covers. */
  readonly place: CellArea;
}

export interface ReportSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** From the first row and column on. The first two rows begin with the title and REPORT_SIGN. */
  readonly rows: readonly (readonly ReportCell[])[];
  readonly tables?: readonly ReportTable[];
  readonly charts?: readonly ReportChart[];
}

/** Stands in A2 of every report and tells it from people's own sheets. */
export const REPORT_SIGN = 'Лист создан Куратором и при проверке не читается.';

/** True for a sheet that the add-in wrote: it is no part of the register. */
export function isOwnReport({ rows }: Pick<SheetCells, 'rows'>): boolean {
  return rows.find(({ row }) => row === 2)?.cells[0] === REPORT_SIGN;
}
