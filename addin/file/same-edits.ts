/** Whether two copies of a file would hold the same: what people have changed in it, compared. */
import { isSameCell } from '../../shared/reading/same-row.ts';
import type { ChangedCell, Changes } from './loaded-file.ts';

/** What a copy would hold of edits: changed cells, and reports. */
export type Edits = Pick<Changes, 'cells' | 'reports'>;

/** The file as it was opened. */
export const NO_EDITS: Edits = { cells: new Map() };

/** True when both leave the same in the file, in whatever order it was done. */
export function isSameEdits(one: Edits, other: Edits): boolean {
  return (
    one.cells.size === other.cells.size &&
    [...one.cells].every(([sheet, cells]) => isSameCells(cells, other.cells.get(sheet) ?? [])) &&
    isSameList(one.reports?.added, other.reports?.added) &&
    isSameList(one.reports?.removed.toSorted(), other.reports?.removed.toSorted())
  );
}

function isSameCells(some: readonly ChangedCell[], others: readonly ChangedCell[]): boolean {
  if (some.length !== others.length) return false;
  const known = new Map(others.map((cell) => [placeOf(cell), cell]));
  return some.every((cell) => {
    const other = known.get(placeOf(cell));
    return other !== undefined && other.format === cell.format && isSameCell(other.value, cell.value);
  });
}

function placeOf({ row, column }: ChangedCell): string {
  return `${row}:${column}`;
}

function isSameList<T>(some: readonly T[] = [], others: readonly T[] = []): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
