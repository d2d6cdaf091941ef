/** The days that a field of any date type holds. */
import type { CellAddress } from '../../domain/cell-address.ts';
import type { Day } from '../../domain/day.ts';
import type { FieldType } from '../../domain/values.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { valueOf } from '../engine/cell-text.ts';
import { itemsOf, wrongEntries } from '../entry-cells.ts';

/** True for fields that hold days: one, a list, or transfers. */
export function isDateType(type: FieldType): boolean {
  return type === 'date' || type === 'dates' || type === 'transfers';
}

/** The day of a date, or of a transfer; undefined for anything else. */
export function dayOfItem(item: unknown): Day | undefined {
  const day = typeof item === 'object' && item !== null && 'day' in item ? item.day : item;
  return typeof day === 'number' ? day : undefined;
}

interface WrongDay {
  readonly day: Day;
  /** The cell of one entry of a list; undefined: the field's own cell. */
  readonly cell: CellAddress | undefined;
}

const NONE: readonly WrongDay[] = [];

/** The days of a field for which the test holds, NaN included: the first of each cell. */
export function wrongDays(row: RegisterRow, field: string, test: (day: Day) => boolean): readonly WrongDay[] {
  const value = valueOf(row, field);
  // Nearly every cell is empty or holds one right date: nothing is made for those.
  if (value === null || value === undefined || (typeof value === 'number' && !test(value))) return NONE;
  const days = itemsOf(row, field).map(dayOfItem);
  const wrong = wrongEntries(row, { field, items: days }, (day) => day !== undefined && test(day));
  return wrong.map(({ item, cell }) => ({ day: item ?? Number.NaN, cell }));
}
