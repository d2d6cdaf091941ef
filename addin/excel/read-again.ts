/**
 * Reading a sheet again while somebody edits: only the rows that were touched and the formulas, whose results may
 * follow, instead of megabytes for every cell.
 */
import type { CellArea, CellValue, SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import { isSameCell } from '../../shared/reading/same-row.ts';
import { columnSpans } from './read-plan.ts';
import type { Reading } from './recent-reading.ts';
import { cellsIn, type SheetOutline } from './sheet-outline.ts';

/** More rows than this are not read again one by one. */
const MOST_ROWS_AGAIN = 600;
/** Rows with so few between them are asked for together. */
const GAP = 4;

/** What to read again of a sheet. */
export interface ReadAgain {
  /** Whole rows, top to bottom. */
  readonly rows: readonly CellArea[];
  /** Columns of formulas, of which only the results are read. */
  readonly results: readonly CellArea[];
}

/**
 * What to read again after edits; null when the whole sheet has to be: it has another extent or layout than the edits
 * explain, or there is too much. Formulas are read with their rows, or as columns, whichever takes fewer cells: a few
 * totals are rows, and where each of 60,000 families has her age worked out it is one column.
 */
export function whatToRead(last: Reading, now: SheetOutline, edits: readonly CellArea[]): ReadAgain | null {
  const [before] = last.outline.areas;
  const [used] = now.areas;
  if (!before || !used || last.outline.areas.length > 1 || now.areas.length > 1) return null;
  if (!hasSameLayout(last.outline, now) || !explains(edits, before, used)) return null;
  const touched = rowsOf(edits, used);
  if (!touched) return null;
  const rows = rowsOf(last.formulas, used, touched);
  const results = columnsOver(last.formulas, used);
  const cellsByColumn = cellsIn(results);
  const cellsByRow = rows ? (rows.size - touched.size) * (used.right - used.left + 1) : Infinity;
  if (rows && cellsByRow <= cellsByColumn) return { rows: bandsOf(rows, used), results: [] };
  return cellsByColumn * 2 > cellsIn([used]) ? null : { rows: bandsOf(touched, used), results };
}

/** The used rows of the areas, with those given; null when they are too many. */
function rowsOf(
  areas: readonly CellArea[],
  used: CellArea,
  known: ReadonlySet<number> = new Set(),
): ReadonlySet<number> | null {
  const rows = new Set(known);
  for (const { top, bottom } of areas) {
    for (let row = Math.max(top, used.top); row <= Math.min(bottom, used.bottom); row += 1) {
      if (rows.add(row).size > MOST_ROWS_AGAIN) return null;
    }
  }
  return rows;
}

/** The columns that the areas reach into, from the first of their used rows to the last. */
function columnsOver(areas: readonly CellArea[], used: CellArea): readonly CellArea[] {
  const columns = new Set<number>();
  let [top, bottom] = [used.bottom, used.top];
  for (const area of areas) {
    for (let column = area.left; column <= area.right; column += 1) columns.add(column);
    top = Math.max(used.top, Math.min(top, area.top));
    bottom = Math.min(used.bottom, Math.max(bottom, area.bottom));
  }
  return top > bottom ? [] : columnSpans(columns).map((span) => ({ ...span, top, bottom }));
}

/** Parts of the areas in other rows than these. */
export function outsideRows(areas: readonly CellArea[], rows: readonly CellArea[]): readonly CellArea[] {
  return areas.flatMap((area) => {
    const parts: CellArea[] = [];
    let { top } = area;
    for (const band of rows) {
      if (band.bottom < top || band.top > area.bottom) continue;
      if (band.top > top) parts.push({ ...area, top, bottom: band.top - 1 });
      top = band.bottom + 1;
    }
    return top > area.bottom ? parts : [...parts, { ...area, top }];
  });
}

function hasSameLayout(one: SheetOutline, other: SheetOutline): boolean {
  return (
    one.visibility === other.visibility &&
    one.isProtected === other.isProtected &&
    one.hasHiddenRows === other.hasHiddenRows &&
    one.hasHiddenColumns === other.hasHiddenColumns
  );
}

/** True when the extent is the same, or an edit reaches each side that has moved. */
function explains(edits: readonly CellArea[], before: CellArea, now: CellArea): boolean {
  const reaches = (side: keyof CellArea, line: number): boolean =>
    edits.some(({ top, left, bottom, right }) =>
      side === 'top' || side === 'bottom' ? top <= line && line <= bottom : left <= line && line <= right,
    );
  if (before.left !== now.left || before.right !== now.right) return false;
  return (['top', 'bottom'] as const).every(
    (side) => before[side] === now[side] || reaches(side, now[side]) || reaches(side, before[side]),
  );
}

/** The rows across the whole of the used area, those near each other together. */
function bandsOf(rows: ReadonlySet<number>, used: CellArea): readonly CellArea[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const row of [...rows].toSorted((a, b) => a - b)) {
    const last = bands.at(-1);
    if (last && row - last.bottom <= GAP) last.bottom = row;
    else bands.push({ top: row, bottom: row });
  }
  return bands.map((band) => ({ ...used, ...band }));
}

/** The sheet as it is now: what was read again, and the rest as it was read last. */
export function spliced(last: SheetCells, fresh: SheetCells, again: ReadAgain, edits: readonly CellArea[]): SheetCells {
  const read = [...again.rows, ...edits];
  const isRead = (row: number): boolean => read.some(({ top, bottom }) => top <= row && row <= bottom);
  const freshRows = new Map(fresh.rows.map((row) => [row.row, row]));
  const kept = last.rows.flatMap((row) => {
    if (isRead(row.row)) return [];
    const results = freshRows.get(row.row);
    freshRows.delete(row.row);
    return withResults(row, results, again.results);
  });
  const isTouched = ({ top, bottom }: CellArea): boolean =>
    again.rows.some((area) => area.top <= bottom && top <= area.bottom);
  return {
    ...fresh,
    rows: [...kept, ...freshRows.values()].toSorted((a, b) => a.row - b.row),
    merges: [...last.merges.filter((merge) => !isTouched(merge)), ...fresh.merges],
    hiddenColumns: last.hiddenColumns,
  };
}

/** The row with the results that were read again: the same object where all are as before, none where nothing is left. */
function withResults(row: SheetRow, fresh: SheetRow | undefined, areas: readonly CellArea[]): readonly SheetRow[] {
  let cells: (CellValue | undefined)[] | null = null;
  for (const { top, left, bottom, right } of areas) {
    if (row.row < top || row.row > bottom) continue;
    for (let column = left; column <= right; column += 1) {
      const result = fresh?.cells[column];
      if (isSameCell(row.cells[column], result)) continue;
      cells ??= row.cells.slice();
      cells[column] = result;
    }
  }
  if (!cells) return [row];
  cells.length = cells.findLastIndex((cell) => cell !== undefined) + 1;
  return cells.length === 0 ? [] : [{ ...row, cells }];
}
