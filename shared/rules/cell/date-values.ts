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

/** The first day of a field for which the test holds, NaN included; undefined when there is none. Allocates nothing. */
export function findDay(row: RegisterRow, field: string, test: (day: Day) => boolean): Day | undefined {
  const value = valueOf(row, field);
  if (typeof value === 'number') return test(value) ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  for (const item of value) {
    const day = dayOfItem(item);
    if (day !== undefined && test(day)) return day;
  }
  return undefined;
}

/** The day of a date, or of a transfer; undefined for anything else. */
export function dayOfItem(item: unknown): Day | undefined {
  if (typeof item === 'number') return item;
  const hasDay = typeof item === 'object' && item !== null && 'day' in item && typeof item.day === 'number';
  return hasDay ? Number(item.day) : undefined;
}

/** The days of a field for which the test holds, the first of each cell; undefined: the field's own cell. */
export function wrongDays(
  row: RegisterRow,
  field: string,
  test: (day: Day) => boolean,
): readonly { readonly day: Day; readonly cell: CellAddress | undefined }[] {
  const days = itemsOf(row, field).map(dayOfItem);
  const wrong = wrongEntries(row, { field, items: days }, (day) => day !== undefined && test(day));
  return wrong.map(({ item, cell }) => ({ day: item ?? Number.NaN, cell }));
}
