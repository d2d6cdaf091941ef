/** Numbers and dates under any format, as Excel in a Russian office shows them. Loaded only when a workbook needs it. */
import { SSF } from '@e965/xlsx';
import { dayOfSerial, partsOf } from '../../shared/domain/day.ts';
import type { CellFormat } from './xlsx-styles.ts';

/** Built-in formats that follow the computer's language; here it is Russian. */
const RUSSIAN_BUILT_IN: Readonly<Record<number, string>> = {
  14: 'dd.mm.yyyy',
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  17: 'mmm.yy',
  22: 'dd.mm.yyyy h:mm',
};

const MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ');
const SHORT_MONTHS = 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' ');
const WEEKDAYS = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ');
const SHORT_WEEKDAYS = 'Вс Пн Вт Ср Чт Пт Сб'.split(' ');

/** Pieces of a date format: what stands as it is, names of months and weekdays, and full stops. */
const DATE_PIECES = /"[^"]*"|\\.|\[[^\]]*\]|m{3,4}(?!m)|d{3,4}(?!d)|\.(?!0)/gi;

/** The text of a number under a format; the number itself where the format cannot be understood. */
export function formattedNumber(number: number, format: CellFormat | undefined): string {
  const id = format?.numberFormatId ?? 0;
  const code = RUSSIAN_BUILT_IN[id] ?? format?.numberFormat ?? id;
  if (code === 0 || code === 'General' || code === '@' || code === 49) return general(number);
  const russian = format?.isDate && typeof code === 'string' ? russianDateCode(code, number) : code;
  try {
    const shown = String(SSF.format(russian, number));
    if (format?.isDate) return shown === '' ? general(number) : shown;
    return withComma(shown);
  } catch {
    return general(number);
  }
}

/** Puts Russian names in place of English ones; the library takes a full stop for a fraction of seconds. */
function russianDateCode(code: string, serial: number): string {
  const day = dayOfSerial(serial);
  const month = partsOf(day).month - 1;
  const weekday = (((day + 4) % 7) + 7) % 7;
  const names: Readonly<Record<string, string | undefined>> = {
    '.': '.',
    mmmm: MONTHS[month],
    mmm: SHORT_MONTHS[month],
    dddd: WEEKDAYS[weekday],
    ddd: SHORT_WEEKDAYS[weekday],
  };
  return code.replace(DATE_PIECES, (piece) => {
    const name = names[piece.toLowerCase()];
    return name === undefined ? piece : `"${name}"`;
  });
}

const general = (number: number): string => withComma(String(SSF.format('General', number)));

/** Decimal comma and narrow groups, unless the text is more than a number. */
function withComma(shown: string): string {
  return /^-?[\d,]*\.?\d*(E[+-]?\d+)?\s*%?$/.test(shown) ? shown.replaceAll(',', '\u00A0').replace('.', ',') : shown;
}
