/**
 * The workbook that the test host holds in memory. Rows are numbered from 1 and columns from 0, as in shared/domain;
 * cells are kept sparsely, so that a sheet of 1,048,576 × 16,384 with three values costs nothing.
 */
import type { CellArea, SheetVisibility } from '../../shared/domain/sheet-cells.ts';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_383;
export const WHOLE_SHEET: CellArea = { top: 1, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export interface HostCell {
  value: string | number | boolean;
  formula: string | null;
  numberFormat: string;
  isLocked: boolean;
  /** Where a click leads inside of the workbook. */
  link?: string;
}

export interface HostConditionalFormat {
  id: string;
  type: string;
  areas: readonly CellArea[];
  formula: string;
  format: Record<string, unknown>;
}

export interface HostTable {
  readonly id: string;
  name: string;
  style: string;
  readonly area: CellArea;
}

export interface HostChart {
  readonly id: string;
  readonly type: string;
  title: string;
  readonly legend: { isVisible: boolean; position: string };
  /** Addresses of the cells it shows, and of those it covers. */
  readonly series: { name: string; values: string; categories: string }[];
  place: readonly string[];
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  readonly cells: Map<number, Map<number, HostCell>>;
  merges: CellArea[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  isProtected: boolean;
  isFiltered: boolean;
  isTableFiltered: boolean;
  conditionalFormats: HostConditionalFormat[];
  tables: HostTable[];
  charts: HostChart[];
}

export interface HostWorkbook {
  name: string;
  isReadOnly: boolean;
  is1904: boolean;
  sheets: HostSheet[];
  activeSheetId: string;
  active: { row: number; column: number };
  customXml: { id: string; xml: string }[];
  /** Names of ranges. */
  names: string[];
  /** Results of the formulas that stood there at first: the host calculates nothing, but knows these again. */
  readonly results: Map<string, HostCell['value']>;
  nextId: number;
}

/** What a test writes for a cell: a plain value, or an object where format, formula or lock matter. */
export type CellSpec = string | number | boolean | null | Partial<HostCell>;

export interface SheetSpec {
  readonly name: string;
  readonly rows?: readonly (readonly CellSpec[])[];
  readonly visibility?: SheetVisibility;
  readonly merges?: readonly CellArea[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isProtected?: boolean;
  readonly isFiltered?: boolean;
  readonly isTableFiltered?: boolean;
}

/** A workbook with the sheets described; the first one is active, with the cursor in A1. */
export function hostWorkbook(
  sheets: readonly SheetSpec[],
  options: Partial<Pick<HostWorkbook, 'name' | 'isReadOnly' | 'is1904'>> = {},
): HostWorkbook {
  const made = sheets.map((spec, index) => sheetOf(spec, `{0000000${index + 1}}`));
  return {
    name: options.name ?? 'Реестр.xlsx',
    isReadOnly: options.isReadOnly ?? false,
    is1904: options.is1904 ?? false,
    sheets: made,
    activeSheetId: made[0]?.id ?? '',
    active: { row: 1, column: 0 },
    customXml: [],
    names: [],
    results: resultsOf(made),
    nextId: 100,
  };
}

function resultsOf(sheets: readonly HostSheet[]): Map<string, HostCell['value']> {
  const cells = sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap((row) => [...row.values()]));
  return new Map(cells.flatMap(({ formula, value }) => (formula === null ? [] : [[formula, value] as const])));
}

/** A sheet as Excel adds it. */
export function emptySheet(name: string, id: string): HostSheet {
  return sheetOf({ name }, id);
}

function sheetOf(spec: SheetSpec, id: string): HostSheet {
  const sheet: HostSheet = {
    id,
    name: spec.name,
    visibility: spec.visibility ?? 'visible',
    cells: new Map(),
    merges: [...(spec.merges ?? [])],
    hiddenRows: new Set(spec.hiddenRows),
    hiddenColumns: new Set(spec.hiddenColumns),
    isProtected: spec.isProtected ?? false,
    isFiltered: spec.isFiltered ?? false,
    isTableFiltered: spec.isTableFiltered ?? false,
    conditionalFormats: [],
    tables: [],
    charts: [],
  };
  spec.rows?.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      if (cell !== null) putCell(sheet, index + 1, column, typeof cell === 'object' ? cell : { value: cell });
    });
  });
  return sheet;
}

const BLANK: HostCell = { value: '', formula: null, numberFormat: 'General', isLocked: true };

/** The cell as it is, or a blank one when nothing was ever put there. */
export function cellAt(sheet: HostSheet, row: number, column: number): HostCell {
  return sheet.cells.get(row)?.get(column) ?? BLANK;
}

/** Sets what is given of a cell and keeps the rest. */
export function putCell(sheet: HostSheet, row: number, column: number, change: Partial<HostCell>): void {
  let cells = sheet.cells.get(row);
  if (!cells) {
    cells = new Map();
    sheet.cells.set(row, cells);
  }
  cells.set(column, { ...(cells.get(column) ?? BLANK), ...change });
}

/** The smallest area that holds all cells (or only those with a value) inside another; null when there are none. */
export function usedArea(sheet: HostSheet, within: CellArea, valuesOnly: boolean): CellArea | null {
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const [row, cells] of sheet.cells) {
    if (row < within.top || row > within.bottom) continue;
    for (const [column, cell] of cells) {
      if (column < within.left || column > within.right) continue;
      if (valuesOnly && cell.value === '' && cell.formula === null) continue;
      area ??= { top: row, left: column, bottom: row, right: column };
      area.top = Math.min(area.top, row);
      area.bottom = Math.max(area.bottom, row);
      area.left = Math.min(area.left, column);
      area.right = Math.max(area.right, column);
    }
  }
  return area;
}

/** True when the areas share a cell. */
export function overlaps(a: CellArea, b: CellArea): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Everything a person would see or keep of the sheet, as text to compare before and after. */
export function sheetSnapshot(sheet: HostSheet): string {
  const cells = [...sheet.cells].map(([row, columns]) => [row, [...columns]]);
  return JSON.stringify({
    ...sheet,
    cells,
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
  });
}
