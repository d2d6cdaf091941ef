/** A1 addresses. Rows from 1 as people see them, columns from 0 (A = 0). */

/** One cell of a workbook. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** 0 for "A", 26 for "AA"; -1 for anything that is no column. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** "H12" for row 12, column 7. */
export function a1(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** Row and column of "H12" or "$H$12", or null when the text is no cell address. */
export function cellOfA1(text: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  return { row: Number(match[2]), column: columnIndex(match[1] ?? '') };
}

/** "Реестр!H12", the form in which findings name other cells. */
export function sheetA1(cell: CellAddress): string {
  return `${cell.sheet}!${a1(cell.row, cell.column)}`;
}
