/** Lists over several cells: a finding stands on the cell whose entry is wrong, one for each such cell. */
import type { CellAddress } from '../domain/cell-address.ts';
import { entryCell, type RegisterRow } from '../domain/register.ts';
import { valueOf } from './engine/cell-text.ts';

/** A wrong entry; `cell` is undefined where the field's own cell is meant. */
export interface WrongEntry<T> {
  readonly item: T;
  readonly cell: CellAddress | undefined;
}

/** The first wrong entry of each cell, in the order of the list. `place` names the cells, where it is not the field. */
export function wrongEntries<T>(
  row: RegisterRow,
  { field, items, place = field }: { readonly field: string; readonly items: readonly T[]; readonly place?: string },
  isWrong: (item: T) => boolean,
): readonly WrongEntry<T>[] {
  if (!items.some(isWrong)) return [];
  const isSpread = row.entryCells?.[place] !== undefined;
  const seen = new Set<string>();
  const wrong: WrongEntry<T>[] = [];
  for (const [index, item] of items.entries()) {
    if (!isWrong(item)) continue;
    const cell = isSpread ? (entryCell(row, place, index) ?? undefined) : undefined;
    const key = cell ? `${cell.row}|${cell.column}` : '';
    if (!seen.has(key)) wrong.push({ item, cell });
    seen.add(key);
  }
  return wrong;
}

/** The cell of one entry, as a finding takes it: nothing where the list has one cell. */
export function ofEntry(row: RegisterRow, field: string, index: number): { readonly cell?: CellAddress } {
  const cell = index >= 0 && row.entryCells?.[field] ? entryCell(row, field, index) : null;
  return cell ? { cell } : {};
}

/** The entries of a list field; a single value is a list of one. */
export function itemsOf(row: RegisterRow, field: string): readonly unknown[] {
  const value: unknown = valueOf(row, field);
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
