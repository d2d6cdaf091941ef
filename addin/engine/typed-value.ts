/** Understands what a person types into a cell of the grid, much as Excel with Russian settings does. */
import { dayOf, fullYear, isoOf } from '../../shared/domain/day.ts';
import type { CellEdit } from './workbook-port.ts';

/**
 * «10.03.2025» becomes a date, «1234,5» a number, all else text: digits in groups are more often the number of a paper
 * than an amount. A leading apostrophe always means text.
 */
export function typedValue(typed: string): CellEdit['value'] {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (text.startsWith("'")) return { kind: 'text', text: typed.slice(typed.indexOf("'") + 1) };
  const iso = typedDate(text);
  if (iso !== null) return { kind: 'date', iso };
  if (/^-?\d{1,15}([.,]\d{1,10})?$/.test(text) && !/^-?0\d/.test(text)) {
    return { kind: 'number', number: Number(text.replace(',', '.')) };
  }
  return { kind: 'text', text: typed };
}

function typedDate(text: string): string | null {
  const match = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(text);
  if (!match) return null;
  const [, dayOfMonth, month, year = ''] = match;
  const day = dayOf(fullYear(year), Number(month), Number(dayOfMonth));
  return day === null ? null : isoOf(day);
}
