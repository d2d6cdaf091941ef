/**
 * How an edit is entered into a cell. Excel treats a written text like a typed one: «+7 912…» becomes a formula, «1/2» a
 * date. So a text that Excel could take for anything else is entered into a cell with the text format.
 */
import { dayOfIso, serialOf } from '../../shared/domain/day.ts';
import { isDateFormat } from '../../shared/domain/date-format.ts';
import { isErrorText } from '../../shared/domain/sheet-cells.ts';
import { DATE_FORMAT, DAYS_1904, FIRST_TRUE_SERIAL, MAX_CELL_TEXT } from '../engine/excel-limits.ts';
import type { CellEdit } from '../engine/workbook-port.ts';

/** What stood in a cell, as Excel gives it. The `before` of an outcome. */
export interface CellBefore {
  readonly value: unknown;
  readonly formula: unknown;
  readonly numberFormat: string;
}

/** What to set, in this order: number format, value (or formula), number format after. */
export interface CellEntry {
  readonly numberFormat: string;
  readonly value: string | number | boolean;
  readonly isFormula: boolean;
  readonly formatAfter: string;
  /** What Excel must give back. */
  readonly expected: unknown;
}

const TEXT = '@';
const GENERAL = 'General';
const BOOLEANS = /^(true|false|истина|ложь)$/i;
/** Words that no language of Excel reads as a number, a date or a formula: they begin with a letter and hold no digit. */
const PLAIN_WORDS = /^\p{L}\P{N}*$/u;

/** The entry for an edit, or null when the value cannot stand in a cell. */
export function entryOf(value: CellEdit['value'], before: CellBefore, is1904: boolean): CellEntry | null {
  switch (value.kind) {
    case 'text':
      return textEntry(value.text, before.numberFormat);
    case 'number':
      return Number.isFinite(value.number) ? numberEntry(value.number, numberFormatFor(before.numberFormat)) : null;
    case 'date': {
      const day = dayOfIso(value.iso);
      if (day === null || serialOf(day) < FIRST_TRUE_SERIAL) return null;
      const format = isDateFormat(before.numberFormat) ? before.numberFormat : DATE_FORMAT;
      return numberEntry(serialOf(day) - (is1904 ? DAYS_1904 : 0), format);
    }
    case 'empty':
      return emptyEntry(before.numberFormat);
    case 'restore':
      return isBefore(value.before) ? restoreEntry(value.before) : null;
  }
}

function textEntry(text: string, format: string): CellEntry | null {
  if (text === '') return emptyEntry(format);
  if (text.length > MAX_CELL_TEXT || text.includes('\0')) return null;
  const isPlain = PLAIN_WORDS.test(text) && !BOOLEANS.test(text);
  const kept = isPlain && !isDateFormat(format) ? format : TEXT;
  return { ...typedText(text), numberFormat: kept, formatAfter: kept };
}

/** An apostrophe at the start is Excel's sign for text and disappears; doubled, one of them stays. */
function typedText(text: string): Pick<CellEntry, 'value' | 'isFormula' | 'expected'> {
  return { value: text.startsWith("'") ? `'${text}` : text, isFormula: false, expected: text };
}

function numberFormatFor(format: string): string {
  return format === TEXT || isDateFormat(format) ? GENERAL : format;
}

function numberEntry(value: number, numberFormat: string): CellEntry {
  return { numberFormat, value, isFormula: false, formatAfter: numberFormat, expected: value };
}

function emptyEntry(format: string): CellEntry {
  return { numberFormat: format, value: '', isFormula: false, formatAfter: format, expected: '' };
}

function restoreEntry({ value, formula, numberFormat }: CellBefore): CellEntry | null {
  const after = { formatAfter: numberFormat };
  if (isFormulaOf(formula, value)) {
    return { ...after, numberFormat: GENERAL, value: String(formula), isFormula: true, expected: formula };
  }
  const isError = typeof value === 'string' && isErrorText(value);
  if (typeof value === 'number' || typeof value === 'boolean' || isError) {
    return { ...after, numberFormat: GENERAL, value, isFormula: false, expected: value };
  }
  if (typeof value !== 'string') return null;
  if (value === '') return emptyEntry(numberFormat);
  return { ...typedText(value), ...after, numberFormat: TEXT };
}

/** True when what `formulas` gives is a formula and not a text that looks like one. */
export function isFormulaOf(formula: unknown, value: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

function isBefore(before: unknown): before is CellBefore {
  if (typeof before !== 'object' || before === null) return false;
  return (
    'value' in before && 'formula' in before && 'numberFormat' in before && typeof before.numberFormat === 'string'
  );
}

/** True when the cell now holds what was meant: the value, its format, and no formula unless one was put back. */
export function isAsMeant(entry: CellEntry, now: CellBefore): boolean {
  if (now.numberFormat !== entry.formatAfter) return false;
  if (entry.isFormula) return now.formula === entry.expected;
  return !isFormulaOf(now.formula, now.value) && withPlainBreaks(now.value) === withPlainBreaks(entry.expected);
}

/** Excel keeps one kind of line break. */
function withPlainBreaks(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
}
