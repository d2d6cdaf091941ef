/** A sheet that the add-in writes itself: what stands in it, and how it is known again. */
import type { CellAddress } from './cell-address.ts';
import type { SheetCells } from './sheet-cells.ts';

export interface ReportCell {
  /** Texts never become formulas, dates or numbers. */
  readonly value: string | number;
  readonly look?: 'title' | 'heading';
  /** The cell of the workbook that a click leads to. */
  readonly link?: CellAddress;
}

export interface ReportSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** From the first row and column on. The first two rows begin with the title and REPORT_SIGN. */
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Stands in A2 of every report and tells it from people's own sheets. */
export const REPORT_SIGN = 'Лист создан Куратором и при проверке не читается.';

/** True for a sheet that the add-in wrote: it is no part of the register. */
export function isOwnReport({ rows }: Pick<SheetCells, 'rows'>): boolean {
  return rows.find(({ row }) => row === 2)?.cells[0] === REPORT_SIGN;
}
