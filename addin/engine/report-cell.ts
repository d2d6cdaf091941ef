/** How a cell of a report stands in a workbook. */
import { dayOfIso, serialOf } from '../../shared/domain/day.ts';
import type { ReportCell } from '../../shared/domain/report-sheet.ts';
import { FIRST_TRUE_SERIAL, MAX_CELL_TEXT } from './excel-limits.ts';

export type ReportEntry =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'percent'; readonly value: number }
  /** A serial number in the 1900 system. */
  | { readonly kind: 'date'; readonly value: number };

/**
 * What is entered for a cell. A date that Excel cannot hold, and a number that is none, stay texts; a text ends where a
 * cell of Excel does, or the file would be damage to it.
 */
export function reportEntry({ value, format }: ReportCell): ReportEntry {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { kind: 'text', value: '' };
    return { kind: format === 'percent' ? 'percent' : 'number', value };
  }
  const day = format === 'date' ? dayOfIso(value) : null;
  const serial = day === null ? 0 : serialOf(day);
  return serial < FIRST_TRUE_SERIAL
    ? { kind: 'text', value: value.slice(0, MAX_CELL_TEXT) }
    : { kind: 'date', value: serial };
}
