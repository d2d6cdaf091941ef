/** What the cells of sheets hold, undecoded. */
import type { CellValue, SheetCells, SheetRow } from '../domain/sheet-cells.ts';

/**
 * Looks a cell up. Rules ask for a row cell by cell, and for row after row: the next row is at hand, any other is found
 * by an index that is built when it is first needed.
 */
export function rawCells(sheets: readonly SheetCells[]): (sheet: string, row: number, column: number) => CellValue {
  const lookUps = new Map<string, (row: number) => SheetRow | undefined>();
  let lastSheet = '';
  let lastRow = -1;
  let found: SheetRow | undefined;
  return (sheet, row, column) => {
    if (lastRow !== row || lastSheet !== sheet) {
      let lookUp = lookUps.get(sheet);
      if (!lookUp) lookUps.set(sheet, (lookUp = rowLookUp(sheets.find((one) => one.name === sheet)?.rows ?? [])));
      found = lookUp(row);
      lastSheet = sheet;
      lastRow = row;
    }
    return found?.cells[column] ?? null;
  };
}

function rowLookUp(rows: readonly SheetRow[]): (row: number) => SheetRow | undefined {
  let index: ReadonlyMap<number, number> | null = null;
  let at = -1;
  return (row) => {
    if (rows[at + 1]?.row === row) at += 1;
    else {
      index ??= new Map(rows.map((one, place) => [one.row, place]));
      at = index.get(row) ?? -1;
    }
    return rows[at];
  };
}
