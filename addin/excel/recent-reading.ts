/**
 * What was read last, and where people have typed since. While somebody edits, only the rows that were touched (and the
 * rows with formulas, whose results may follow) are read again, instead of megabytes for every cell.
 *
 * Excel tells of every edit of cells, but not of merged ones: a check that a person asks for reads all.
 */
import type { CellArea, SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import type { SheetChange } from '../engine/workbook-port.ts';
import type { SheetOutline } from './sheet-outline.ts';

/** More rows than this are read faster as a whole sheet. */
const MOST_ROWS_AGAIN = 600;
/** Rows with so few between them are asked for together. */
const GAP = 4;

interface Reading {
  readonly outline: SheetOutline;
  readonly cells: SheetCells;
}

export interface RecentReading {
  /** Notes an edit; an edit without an area forgets the sheet. Nothing is remembered before `trust(true)`. */
  readonly note: (change: Pick<SheetChange, 'sheet' | 'area'>) => void;
  /** Whether every edit is heard of. What was read before that cannot be built upon. */
  readonly trust: (isHeard: boolean) => void;
  /** Says that a sheet is being read now: edits from here on belong to the next reading. Answers those until now. */
  readonly begin: (sheet: string) => { readonly last: Reading; readonly edits: readonly CellArea[] } | null;
  readonly keep: (outline: SheetOutline, cells: SheetCells) => void;
}

/** Starts with nothing read. */
export function recentReading(): RecentReading {
  const readings = new Map<string, Reading>();
  const edits = new Map<string, CellArea[]>();
  /** Sheets of which more than edits is known to have changed; sheets that are being read. */
  const blurred = new Set<string>();
  const underWay = new Set<string>();
  let isTrusted = false;
  return {
    note({ sheet, area }) {
      if (area !== null) edits.set(sheet, [...(edits.get(sheet) ?? []), area]);
      else if (sheet !== '') blurred.add(sheet);
      else for (const name of [...readings.keys(), ...underWay]) blurred.add(name);
    },
    trust(isHeard) {
      isTrusted = isHeard;
      readings.clear();
    },
    begin(sheet) {
      const last = readings.get(sheet);
      const since = edits.get(sheet) ?? [];
      const isUsable = last !== undefined && !blurred.has(sheet);
      for (const kept of [blurred, edits, readings]) kept.delete(sheet);
      underWay.add(sheet);
      return isUsable ? { last, edits: since } : null;
    },
    keep(outline, cells) {
      underWay.delete(outline.name);
      if (isTrusted) readings.set(outline.name, { outline, cells });
    },
  };
}

/**
 * The areas to read again, top to bottom; null when the whole sheet has to be: it has another extent or layout than the
 * edits explain, or there are too many rows.
 */
export function areasToRead(last: Reading, now: SheetOutline, edits: readonly CellArea[]): readonly CellArea[] | null {
  const [before] = last.outline.areas;
  const [used] = now.areas;
  if (!before || !used || last.outline.areas.length > 1 || now.areas.length > 1) return null;
  if (!hasSameLayout(last.outline, now) || !explains(edits, before, used)) return null;
  const rows = new Set<number>();
  for (const { top, bottom } of edits) {
    if (bottom - top > MOST_ROWS_AGAIN) return null;
    for (let row = top; row <= bottom; row += 1) rows.add(row);
  }
  for (const { row, formulas } of last.cells.rows) if (formulas) rows.add(row);
  if (rows.size > MOST_ROWS_AGAIN) return null;
  return bandsOf([...rows].filter((row) => row >= used.top && row <= used.bottom)).map((band) => ({
    ...used,
    ...band,
  }));
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

function bandsOf(rows: readonly number[]): readonly { readonly top: number; readonly bottom: number }[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = bands.at(-1);
    if (last && row - last.bottom <= GAP) last.bottom = row;
    else bands.push({ top: row, bottom: row });
  }
  return bands;
}

/** The sheet as it is now: what was read again, and the rest as it was read last. */
export function spliced(
  last: SheetCells,
  fresh: SheetCells,
  read: readonly CellArea[],
  edits: readonly CellArea[],
): SheetCells {
  const isRead = (row: number): boolean => [...read, ...edits].some(({ top, bottom }) => top <= row && row <= bottom);
  const rows: readonly SheetRow[] = [...last.rows.filter(({ row }) => !isRead(row)), ...fresh.rows];
  const isTouched = ({ top, bottom }: CellArea): boolean =>
    read.some((area) => area.top <= bottom && top <= area.bottom);
  return {
    ...fresh,
    rows: rows.toSorted((a, b) => a.row - b.row),
    merges: [...last.merges.filter((merge) => !isTouched(merge)), ...fresh.merges],
    hiddenColumns: last.hiddenColumns,
  };
}
