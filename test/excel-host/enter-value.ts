/**
 * What Excel makes of a value that is put into a cell, as far as the add-in can meet it: text that turns into a
 * formula, a number or a date, the apostrophe prefix, cells with the text format. Where Microsoft's documentation is
 * silent the stricter behaviour is taken (see docs/excel-limits.md for what to confirm by hand).
 */
import type { HostCell } from './host-workbook.ts';
import { HostError } from './host-object.ts';

const MAX_TEXT = 32_767;
const ERRORS = new Set(['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']);
const DAY_MS = 86_400_000;

/** The change that entering `input` makes to a cell, be it set as a value or as a formula. */
export function enterValue(cell: HostCell, input: unknown): Partial<HostCell> {
  if (input === null) return {};
  if (typeof input === 'number') return enterNumber(cell, input);
  if (typeof input === 'boolean') return { value: input, formula: null };
  if (typeof input !== 'string') throw new HostError('InvalidArgument', 'values holds something that is no value');
  if (input.length > MAX_TEXT) throw new HostError('InvalidArgument', 'text longer than 32,767 characters');
  if (input.startsWith("'")) return { value: input.slice(1), formula: null };
  if (cell.numberFormat === '@') return { value: input, formula: null };
  return enterTypedText(input);
}

function enterNumber(cell: HostCell, input: number): Partial<HostCell> {
  return { value: cell.numberFormat === '@' ? String(input) : input, formula: null };
}

function enterTypedText(input: string): Partial<HostCell> {
  if (input === '') return { value: '', formula: null };
  if (/^[+-]?\d+([.,]\d+)?$/.test(input)) return { value: Number(input.replace(',', '.')), formula: null };
  if (/^[=+\-@＝＋－＠]/.test(input)) return enterAsFormula(input);
  if (/^\d+([.,]\d+)?%$/.test(input)) {
    return { value: Number(input.slice(0, -1).replace(',', '.')) / 100, formula: null, numberFormat: '0%' };
  }
  const date = serialOfTyped(input);
  if (date !== null) return { value: date, formula: null, numberFormat: 'dd.mm.yyyy' };
  if (/^(true|истина)$/i.test(input)) return { value: true, formula: null };
  if (/^(false|ложь)$/i.test(input)) return { value: false, formula: null };
  if (ERRORS.has(input.toUpperCase())) return { value: input.toUpperCase(), formula: null };
  return { value: input, formula: null };
}

function enterAsFormula(input: string): Partial<HostCell> {
  const formula = /^[=＝]/.test(input) ? `=${input.slice(1)}` : `=${input}`;
  return { value: '#NAME?', formula };
}

function serialOfTyped(input: string): number | null {
  const match = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?$/.exec(input);
  if (!match) return null;
  const typed = Number(match[3] ?? 2026);
  const year = typed < 100 ? 2000 + typed : typed;
  const ms = Date.UTC(year, Number(match[2]) - 1, Number(match[1]));
  const isDay = new Date(ms).getUTCDate() === Number(match[1]) && Number(match[2]) <= 12;
  return isDay ? ms / DAY_MS + 25_569 : null;
}
