/**
 * A sheet as a workbook gives it: the cells that hold something, and what of the layout helps to read them.
 * Both workbooks (Excel and file) produce this shape; reading needs nothing else.
 *
 * Rows are numbered as people see them (the first row is 1). Columns are counted from 0 (column A is 0), because
 * they index arrays.
 */

/** A date cell: a number with a date format. The serial is in the 1900 system, whatever the workbook uses. */
export interface CellDate {
  readonly serial: number;
}

/** A formula's error value as Excel writes it: "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?" … */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. Empty cells are null or are absent from their row. Rich text is plain text here. */
export type CellValue = string | number | boolean | null | CellDate | CellError;

/** One row that has at least one filled cell or a format worth keeping. */
export interface SheetRow {
  /** The row's number as people see it, from 1. */
  readonly row: number;
  /** Values by column index (A = 0). May be sparse. */
  readonly cells: readonly (CellValue | undefined)[];
  readonly hidden?: boolean;
  /** Indexes of the columns whose value comes from a formula. */
  readonly formulas?: ReadonlySet<number>;
}

/** A rectangle of cells, all ends included. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** True when the cell lies in the area. */
export function isInside(area: CellArea, { row, column }: { readonly row: number; readonly column: number }): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

/** All of one sheet that reading looks at. Rows are in ascending order; rows without content are left out. */
export interface SheetCells {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellArea[];
  readonly hiddenColumns: ReadonlySet<number>;
}

/** True for a date cell. */
export function isCellDate(value: CellValue | undefined): value is CellDate {
  return typeof value === 'object' && value !== null && 'serial' in value;
}

/** True for a formula's error. */
export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** What an error shows in Excel of either language, where it has become text on its way: "#REF!", "#ИМЯ?", "#Н/Д". */
const ERROR_TEXT = /^#(?:[\p{Lu}0/_]+!|(?:NAME|ИМЯ)\?|N\/A|Н\/Д|GETTING_DATA)$/u;

/** True for the text that a formula's error leaves: it names nobody, numbers nothing and is no wording. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERROR_TEXT.test(text);
}

/** True for a cell with a formula's error, or with the text of one. */
export function holdsError(value: CellValue | undefined): boolean {
  return isCellError(value) || (typeof value === 'string' && isErrorText(value.trim()));
}

/** The index of the first row that has this number or a greater one; the rows are in ascending order. */
export function indexOfRowFrom(rows: readonly SheetRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
