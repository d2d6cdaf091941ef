/** Cells that hold codes of a legend, read by what the legend says of them. */
import type { CellValue } from '../domain/sheet-cells.ts';
import type { CodeListName } from '../domain/fields.ts';
import type { CodeValue } from '../domain/values.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { ColumnLegend } from './legend-columns.ts';
import { findDates } from './decode-date.ts';
import { codeKey } from './legend-text.ts';
import type { CodeOfLegend } from './legend-text.ts';
import { cellText } from './sheet-grid.ts';

/** Between codes of one cell: «1, 3», «1;3», «1 и 3»; in a number the decimal comma («1,3»). */
const BETWEEN = /\s*[;,\n\r/+.]\s*|\s+и\s+|\s+/u;
const NUMBER = /^\d{1,2}$/u;

function piecesOf(text: string): readonly string[] {
  return text.split(BETWEEN).filter((piece) => piece !== '');
}

/**
 * The code book for a column that holds codes of a legend. The legend goes before the wordings of the pack; a number
 * that is not in a legend of numbers is unknown, whatever the pack says of it. Words are read as ever.
 */
function withLegend(book: CodeBook, codes: readonly CodeOfLegend[]): CodeBook {
  const wordings = new Map(codes);
  const isOfNumbers = codes.some(([code]) => NUMBER.test(code));
  const decode = (list: CodeListName, text: string): CodeValue => {
    const wording = wordings.get(codeKey(text));
    if (wording === undefined)
      return isOfNumbers && NUMBER.test(text.trim()) ? { code: null, text: text.trim() } : book.decode(list, text);
    const { code } = book.decode(list, wording);
    return { code, text: code === null ? `${text.trim()} (${wording})` : text.trim() };
  };
  const decodeList = (list: CodeListName, text: string): readonly CodeValue[] => {
    const pieces = piecesOf(text);
    const isCodes = pieces.every((piece) => wordings.has(codeKey(piece)) || (isOfNumbers && NUMBER.test(piece)));
    if (isCodes) return pieces.map((piece) => decode(list, piece));
    const parts = text.split(/[;\n\r]+/u).filter((part) => part.trim() !== '');
    if (parts.length > 1) return parts.flatMap((part) => decodeList(list, part));
    return wordings.has(codeKey(text)) ? [decode(list, text)] : book.decodeList(list, text);
  };
  return { ...book, decode, decodeList };
}

/** The code book of a column with a legend. */
export interface LegendBook {
  readonly book: CodeBook;
  readonly codes: readonly CodeOfLegend[];
}

/** The code books of columns that hold codes of a legend. */
export function codeBooksOf(legends: readonly ColumnLegend[], book: CodeBook): ReadonlyMap<number, LegendBook> {
  return new Map(legends.map(({ column, codes }) => [column, { book: withLegend(book, codes), codes }]));
}

/** A figure where a level stands: first, after a date or a sign, after «на»; no part of a date, no length of a term. */
const FIGURE =
  /(?<=^\s{0,3}|[;/\n–—-]\s{0,3}|(?:на|уровень|ур\.)\s{1,2}|\d{4}\s{0,2}(?:г\.?)?\s{1,2})\d{1,2}(?![\d.,/]\d|-?\d|\s{0,2}(?:мес|м\.|год|лет|г\.|кв|дн|нед))/gu;

/** «2, 12 мес. / 15.05.2026 – 3» in the words of the legend («код 9» where it has none); dates and terms stay. */
export function levelsInWords(text: string, codes: readonly CodeOfLegend[]): string {
  if (!codes.some(([code]) => NUMBER.test(code))) return text;
  const wordings = new Map(codes);
  const dates = findDates(text);
  return text.replace(FIGURE, (figure, at: number) =>
    dates.some(({ start, end }) => at >= start && at < end)
      ? figure
      : (wordings.get(codeKey(figure)) ??
        `код ${String.fromCodePoint(...[...figure].map((digit) => WIDE_ZERO + Number(digit)))}`),
  );
}

/** Wide digits are no terms and dates to those who read the text on. */
const WIDE_ZERO = 0xff10;

/** A wording of such a text as people write it. */
export function withPlainDigits(wording: string): string {
  return wording.replace(/[\uFF10-\uFF19]/gu, (digit) => String((digit.codePointAt(0) ?? WIDE_ZERO) - WIDE_ZERO));
}

/** Cells of a column in the words of its legend, for telling what the column holds; cells without codes as they are. */
export function inWords(
  cells: readonly CellValue[],
  legends: readonly ColumnLegend[],
  column: number,
): readonly CellValue[] {
  const legend = legends.find((one) => one.column === column);
  if (!legend) return cells;
  const wordings = new Map(legend.codes);
  return cells.map((cell) => wordedCell(cell, wordings));
}

function wordedCell(cell: CellValue, wordings: ReadonlyMap<string, string>): CellValue {
  if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
  const pieces = piecesOf(cellText(cell));
  const words = pieces.flatMap((piece) => wordings.get(codeKey(piece)) ?? []);
  return pieces.length > 0 && words.length === pieces.length ? words.join('; ') : cell;
}
