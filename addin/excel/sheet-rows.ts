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
  readonly noteFormulas: (areas: readonly CellArea[]) => void;
  /** Where formulas were noted, in rows without a value too: their results may come. */
  readonly formulas: () => readonly CellArea[];
  readonly noteMerges: (areas: readonly CellArea[]) => void;
  readonly hideRow: (row: number) => void;
  readonly hideColumn: (column: number) => void;
  readonly close: () => SheetCells;
}

/** Starts with nothing read; `numericColumns` are those of an earlier reading. */
export function sheetRows(outline: SheetOutline, numericColumns: Iterable<number> = []): SheetRows {
  const rows = new Map<number, OpenRow>();
  const merges = new Map<string, CellArea>();
  const formulas: CellArea[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  return {
    outline,
    numericColumns: new Set(numericColumns),
    put(row, column, value) {
      let open = rows.get(row);
      if (!open) rows.set(row, (open = { cells: [], formulas: new Set() }));
      open.cells[column] = value;
    },
    valueAt: (row, column) => rows.get(row)?.cells[column] ?? null,
    noteFormulas(areas) {
      for (const area of areas) {
        formulas.push(area);
        for (let row = area.top; row <= area.bottom; row += 1) {
          const open = rows.get(row);
          if (!open) continue;
          for (let column = area.left; column <= area.right; column += 1) open.formulas.add(column);
        }
      }
    },
    formulas: () => formulas,
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
