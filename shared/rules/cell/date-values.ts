/** The days that a field of any date type holds. */
import type { Day } from '../../domain/day.ts';
import type { FieldType } from '../../domain/values.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { valueOf } from '../engine/cell-text.ts';

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

function dayOfItem(item: unknown): Day | undefined {
  if (typeof item === 'number') return item;
  const hasDay = typeof item === 'object' && item !== null && 'day' in item && typeof item.day === 'number';
  return hasDay ? Number(item.day) : undefined;
}

/** All days of a field, in the order in which they are written. */
export function findDays(row: RegisterRow, field: string): readonly Day[] {
  const value = valueOf(row, field);
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? value.map(dayOfItem).filter((day) => day !== undefined) : [];
}
