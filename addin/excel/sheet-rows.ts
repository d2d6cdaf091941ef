/** What has been read of one sheet so far; it becomes SheetCells when all answers are in. */
import type { CellArea, CellValue, SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import { addressOfArea } from './range-address.ts';
import type { SheetOutline } from './sheet-outline.ts';

interface OpenRow {
  readonly cells: CellValue[];
  readonly formulas: Set<number>;
}

export interface SheetRows {
  readonly outline: SheetOutline;
  /** Columns in which a number was met: their number formats are asked along with the next block. */
  readonly numericColumns: Set<number>;
  readonly put: (row: number, column: number, value: CellValue) => void;
  readonly valueAt: (row: number, column: number) => CellValue;
  readonly noteFormula: (row: number, column: number) => void;
  readonly noteFormulas: (areas: readonly CellArea[]) => void;
  readonly noteMerges: (areas: readonly CellArea[]) => void;
  readonly hideRow: (row: number) => void;
  readonly hideColumn: (column: number) => void;
  readonly close: () => SheetCells;
}

/** Starts with nothing read; `numericColumns` are those of an earlier reading. */
export function sheetRows(outline: SheetOutline, numericColumns: Iterable<number> = []): SheetRows {
  const rows = new Map<number, OpenRow>();
  const merges = new Map<string, CellArea>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const noteFormula = (row: number, column: number): void => void rows.get(row)?.formulas.add(column);
  return {
    outline,
    numericColumns: new Set(numericColumns),
    put(row, column, value) {
      let open = rows.get(row);
      if (!open) rows.set(row, (open = { cells: [], formulas: new Set() }));
      open.cells[column] = value;
    },
    valueAt: (row, column) => rows.get(row)?.cells[column] ?? null,
    noteFormula,
    noteFormulas(areas) {
      for (const { top, left, bottom, right } of areas) {
        for (let row = top; row <= bottom; row += 1) {
          for (let column = left; column <= right; column += 1) noteFormula(row, column);
        }
      }
    },
    noteMerges: (areas) => {
      for (const area of areas) merges.set(addressOfArea(area), area);
    },
    hideRow: (row) => void hiddenRows.add(row),
    hideColumn: (column) => void hiddenColumns.add(column),
    close: () => ({
      name: outline.name,
      visibility: outline.visibility,
      rows: [...rows.keys()].toSorted((a, b) => a - b).flatMap((row) => closedRow(row, rows.get(row), hiddenRows)),
      merges: [...merges.values()],
      hiddenColumns,
    }),
  };
}

function closedRow(row: number, open: OpenRow | undefined, hiddenRows: ReadonlySet<number>): readonly SheetRow[] {
  if (!open) return [];
  const { cells, formulas } = open;
  return [{ row, cells, ...(hiddenRows.has(row) ? { hidden: true } : {}), ...(formulas.size > 0 ? { formulas } : {}) }];
}
