/**
 * Numbers under the few formats that nearly every register keeps to. They need no library; any other format brings it
 * in (library-format.ts), 160 KB that a poor network should not carry for nothing.
 */
import { dayOfSerial, partsOf } from '../../shared/domain/day.ts';
import type { CellFormat } from './xlsx-styles.ts';

/** The text of a number under a format; no format is General. */
export type ShowNumber = (number: number, format: CellFormat | undefined) => string;

/** General, 0, 0.00, text, and the short date of the computer's language. */
const BUILT_IN: Readonly<Record<number, string>> = { 0: 'General', 1: '0', 2: '0.00', 14: 'dd.mm.yyyy', 49: '@' };
const DECIMALS = /^0(?:\.(0+))?$/;
/** Days, months and years in digits, with separators and a language in front. */
const DATE = /^(?:\[\$-[\dA-F]+\])?(?:d{1,2}|m{1,2}|yy|yyyy)(?:(?:\\?[.\-/ ])(?:d{1,2}|m{1,2}|yyyy|yy))*(?:;@)?$/i;
/** Serials that are days of four-digit years. */
const [FIRST, LAST] = [61, 2_958_465];
/** General shows at most eleven characters; beyond these numbers it needs powers of ten. */
const [SMALLEST, LARGEST] = [1e-4, 1e11];

/** How to show the numbers of a workbook with these formats. */
export async function numberShower(formats: readonly CellFormat[]): Promise<ShowNumber> {
  if (formats.every((format) => plainCode(format) !== null)) return shownPlainly;
  const { formattedNumber } = await import('./library-format.ts');
  return formattedNumber;
}

function plainCode({ numberFormatId, numberFormat }: CellFormat): string | null {
  const code = numberFormat ?? BUILT_IN[numberFormatId] ?? '';
  return code === 'General' || code === '@' || DECIMALS.test(code) || DATE.test(code) ? code : null;
}

/** The text of a number under General, fixed decimals, or a date in digits. */
export function shownPlainly(number: number, format: CellFormat | undefined): string {
  const code = (format && plainCode(format)) ?? 'General';
  const decimals = DECIMALS.exec(code);
  if (decimals) return rounded(number, decimals[1]?.length ?? 0);
  if (DATE.test(code) && number >= FIRST && number <= LAST) return dateText(code, number);
  return general(number);
}

/** Excel rounds the decimal digits that people see, half away from zero: 1.005 is 1.01. */
function rounded(number: number, places: number): string {
  const digits = String(Math.abs(number));
  if (digits.includes('e')) return number.toFixed(places).replace('.', ',');
  const size = Number(`${Math.round(Number(`${digits}e${places}`))}e-${places}`).toFixed(places);
  return (number < 0 && Number(size) !== 0 ? `-${size}` : size).replace('.', ',');
}

function dateText(code: string, serial: number): string {
  const { year, month, dayOfMonth } = partsOf(dayOfSerial(serial));
  const parts = code.replace(/^\[[^\]]*\]|;@$|\\/g, '');
  return parts.replace(/d+|m+|y+/gi, (piece) => {
    const letter = piece[0]?.toLowerCase();
    const value = letter === 'd' ? dayOfMonth : letter === 'm' ? month : year;
    return String(letter === 'y' && piece.length === 2 ? value % 100 : value).padStart(piece.length, '0');
  });
}

function general(number: number): string {
  const size = Math.abs(number);
  if (size !== 0 && (size < SMALLEST || size >= LARGEST)) return exponential(number);
  const whole = String(Math.trunc(size)).length;
  return String(Number(number.toFixed(Math.max(0, 10 - whole)))).replace('.', ',');
}

function exponential(number: number): string {
  const [digits = '', power = ''] = number.toExponential(5).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${String(Number(digits)).replace('.', ',')}E${sign}${power.replace(/[+-]/, '').padStart(2, '0')}`;
}
