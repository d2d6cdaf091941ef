/** Numbers and dates as Excel in a Russian office shows them. */
import { SSF } from '@e965/xlsx';
import type { CellFormat } from './xlsx-styles.ts';

/** Built-in formats that follow the computer's language; here it is Russian. */
const RUSSIAN_BUILT_IN: Readonly<Record<number, string>> = {
  14: 'dd.mm.yyyy',
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  17: 'mmm.yy',
  22: 'dd.mm.yyyy h:mm',
};

/** The text of a number under a format; the number itself where the format cannot be understood. */
export function formattedNumber(number: number, format: CellFormat | undefined): string {
  const id = format?.numberFormatId ?? 0;
  const code = format?.numberFormat ?? RUSSIAN_BUILT_IN[id] ?? id;
  if (code === 0 || code === 'General' || code === '@' || code === 49) return general(number);
  try {
    const shown = String(SSF.format(code, number));
    return format?.isDate ? shown : withComma(shown);
  } catch {
    return general(number);
  }
}

const general = (number: number): string => withComma(String(SSF.format('General', number)));

/** Decimal comma and thin groups, unless the text is no number. */
function withComma(shown: string): string {
  return /^-?[\d,]*\.?\d*(E[+-]\d+)?\s*%?$/.test(shown) ? shown.replaceAll(',', '\u00A0').replace('.', ',') : shown;
}
