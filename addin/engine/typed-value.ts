/** Understands what a person types into a cell of the grid, as Excel with Russian settings does. */
import { dayOf, isoOf } from '../../shared/domain/day.ts';
import type { CellEdit } from './workbook-port.ts';

/** «10.03.2025» becomes a date, «1 234,5» a number, all else text; a leading apostrophe always means text. */
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
  const [, dayOfMonth, month, year] = match.map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null;
  const day = dayOf(year < 100 ? 2000 + year : year, month, dayOfMonth);
  return day === null ? null : isoOf(day);
}
