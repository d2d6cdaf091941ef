import { showDate } from '../../../shared/text/format.ts';

/** A value as it travels (ISO date, code, number, list), for people. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'string') return showDate(value);
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(shownValue).join(', ') : JSON.stringify(value);
}
