/** Values as people see them in a cell. */
import { dayOfSerial, isoOf } from '../../domain/day.ts';
import { fieldSpec } from '../../domain/fields.ts';
import type { RegisterRow } from '../../domain/register.ts';
import { isCellDate, isCellError, type CellValue } from '../../domain/sheet-cells.ts';
import type { ValueByType } from '../../domain/values.ts';
import { showDate } from '../../text/format.ts';

/** Any decoded value, null for an empty cell, undefined where there is no column. */
export type FieldValue = ValueByType[keyof ValueByType] | null | undefined;

/** The value of a field known only by name. */
export function valueOf(row: RegisterRow, field: string): FieldValue {
  return (row.values as Readonly<Record<string, FieldValue>>)[field];
}

/** What a cell shows: «10.03.2025» for a date, the text or number as it stands, '' for an empty cell. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (isCellDate(value)) return showSerial(value.serial);
  if (isCellError(value)) return value.error;
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}

const LAST_SERIAL = 2_958_465;

function showSerial(serial: number): string {
  return serial >= 0 && serial <= LAST_SERIAL ? showDate(isoOf(dayOfSerial(serial))) : String(serial);
}

/** The text of a decoded value, where there is no sheet to look at. */
export function fieldText(row: RegisterRow, field: string, period?: string): string {
  const value = valueOf(row, field);
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '';
    return fieldSpec(row.kind, field)?.type === 'date' ? showDate(isoOf(value)) : String(value);
  }
  if (isCounts(value)) return String(value[period ?? ''] ?? '');
  return 'text' in value ? value.text : value.map(itemText).join('; ');
}

type Counts = ValueByType['counts'];

/** True for counts per period. */
export function isCounts(value: FieldValue): value is Counts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('code' in value);
}

function itemText(item: number | object): string {
  if (typeof item === 'number') return Number.isNaN(item) ? '?' : showDate(isoOf(item));
  if ('text' in item) return String(item.text);
  if ('name' in item) return String(item.name);
  return 'day' in item && typeof item.day === 'number' && !Number.isNaN(item.day) ? showDate(isoOf(item.day)) : '?';
}
