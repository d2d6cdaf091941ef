/** Values as Excel gives them, turned into the cells that reading knows, and back into serials. */
import { isDateFormat } from '../../shared/domain/date-format.ts';
import { isErrorText, type CellValue } from '../../shared/domain/sheet-cells.ts';
import { DAYS_1904 } from '../engine/excel-limits.ts';

/**
 * One cell. Error values stand among the values as text: Excel has no other way to tell them in one question.
 * @param value as in Range.values
 * @param format the number format, or null when it was not asked for (it is for numbers only)
 */
export function cellValueOf(value: unknown, format: string | null, is1904: boolean): CellValue {
  if (typeof value === 'number') {
    if (format === null || !isDateFormat(format)) return value;
    return { serial: is1904 ? value + DAYS_1904 : value };
  }
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value === '') return null;
  return isErrorText(value) && format !== '@' ? { error: value } : value;
}

/** Bytes that a value takes in Excel's answer, with its comma: letters outside of Latin take two, of rare scripts three. */
export function answerBytesOf(value: unknown): number {
  if (typeof value !== 'string') return String(value).length + 1;
  let bytes = value.length + 3;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}
