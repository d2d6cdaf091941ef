/** Whether rows can be a heading together: what a heading never holds. */
import { dayOfSerial, partsOf } from '../domain/day.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { CellValue, SheetRow } from '../domain/sheet-cells.ts';
import { dayRun, hasTextBefore, isWithin } from './day-headings.ts';
import type { DayRun } from './day-headings.ts';
import { familyIn } from './family-sections.ts';
import type { ColumnRange } from './header-rows.ts';
import { knownShare, normaliseHeading, saysPartOfHeading } from './heading-normaliser.ts';
import { periodOfHeading } from './periods-in-headings.ts';
import { filled, headingText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** Rows stand together, cut no merged cell, hold no data, and the first is no title. */
export function isPlausible(grid: SheetGrid, rows: readonly SheetRow[], range: ColumnRange): boolean {
  const top = rows[0]?.row ?? 0;
  const bottom = rows.at(-1)?.row ?? 0;
  if (bottom - top !== rows.length - 1) return false;
  for (const [at, row] of rows.entries()) {
    const texts = new Set<string>();
    let numbers = 0;
    let people = 0;
    const days = daysUnder(rows, at);
    for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column += 1) {
      const cell = filled(row.cells[column]);
      if (cell === null) continue;
      const area = grid.areaAt(row.row, column);
      if (area && area.bottom > bottom && area.top === row.row && area.bottom - area.top < 10) return false;
      if (area && area.top < top) return false;
      if (isFigure(cell) && !isWithin(days, column) && !isOrdinalUnder(grid, row.row, column, cell)) numbers += 1;
      if (typeof cell === 'string' && PERSON.test(cell.trim())) people += 1;
      texts.add(headingText(cell));
    }
    // «Куратор | Осипова О.И.»: labels with their values, as on a card.
    if (people > 0 && people * 2 >= texts.size) return false;
    if (texts.size === 0 || numbers * 10 > texts.size) return false;
    if (at === 0 && (texts.size < 2 || isTitle(grid, row, rows.slice(1)))) return false;
    const [only = ''] = texts;
    if (texts.size === 1 && !saysPart(only, '') && familyIn(only) !== null) return false;
    if (at > 0 && texts.size === 1 && isSection(grid, row, rows[0])) return false;
  }
  return true;
}

/** «Приложение № 3 | лист 1», «Начат: 12.01.2026 | экз. № 2»: one or two texts over many headings that they do not name. */
function isTitle(grid: SheetGrid, row: SheetRow, below: readonly SheetRow[]): boolean {
  const texts: string[] = [];
  for (let column = 0; column < row.cells.length; column += 1) {
    const cell = filled(row.cells[column]);
    if (cell === null) continue;
    const area = grid.areaAt(row.row, column);
    if (typeof cell !== 'string' || texts.length > 1 || (area !== null && area.right > area.left)) return false;
    texts.push(cell);
  }
  const headings = Math.max(0, ...below.map(({ cells }) => cells.filter((cell) => filled(cell) !== null).length));
  return headings > MOST_DIVIDED && texts.some(saysNoHeading);
}

/** Headings below one or two texts that may be parts of them. */
const MOST_DIVIDED = 4;

function saysNoHeading(text: string): boolean {
  if (/\d{1,2}\.\d{1,2}\.\d{2,4}/u.test(text)) return true;
  const heading = normaliseHeading(text);
  return /[\d«"]/u.test(text) && knownShare(heading) < 1;
}

/**
 * «Кризисный уровень» below a heading: words alone in the row, from the first column on, or such as no heading is made
 * of.
 */
function isSection(grid: SheetGrid, row: SheetRow, top: SheetRow | undefined): boolean {
  const first = row.cells.findIndex((cell) => filled(cell) !== null);
  const begins = top?.cells.findIndex((cell) => filled(cell) !== null) ?? -1;
  if (begins < 0 || reachesDown(grid, top, row.row)) return false;
  const text = headingText(row.cells[first]);
  if (!saysPart(text, headingText(top?.cells[first]))) return true;
  if (first > begins) return false;
  const area = grid.areaAt(row.row, first);
  const isWide = area !== null && area.right > area.left;
  return isWide || /\p{L}{3}\s+\p{L}{3}/u.test(text);
}

/** A cell of the row is merged with those below it, down to another row. */
function reachesDown(grid: SheetGrid, top: SheetRow | undefined, to: number): boolean {
  return grid.areasOf(top?.row ?? 0).some((area) => area.top === top?.row && area.bottom >= to);
}

/** «последнее» under «Посещение», «март» under «Выходы 2026». */
function saysPart(text: string, above: string): boolean {
  if (periodOfHeading([text])) return /посе|выход|патронаж|визит|20\d{2}/iu.test(above);
  const heading = normaliseHeading(text);
  return !/\d/.test(heading) && saysPartOfHeading(heading);
}

const PERSON = /^\p{Lu}\p{Ll}[\p{L}-]*\s+(?:\p{Lu}\s?\.\s?\p{Lu}\s?\.?|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вна|чна|вич))$/u;

/** The days of a row of a heading: texts stand before them, or above the columns before them. */
export function daysUnder(rows: readonly SheetRow[], at: number): DayRun | null {
  const [row, above] = [rows[at], rows[at - 1]];
  const days = row ? dayRun(row) : null;
  if (!row || !days) return null;
  return hasTextBefore(row, days) || (above && hasTextBefore(above, days)) ? days : null;
}

/** 1, 2, 3 under one merged heading: «Даты посещений» over its columns. */
function isOrdinalUnder(grid: SheetGrid, row: number, column: number, cell: CellValue): boolean {
  if (typeof cell !== 'number' || !Number.isInteger(cell) || cell < 1 || cell > 31) return false;
  const above = grid.areaAt(row - 1, column);
  return above !== null && above.right > above.left && above.right - above.left < 31;
}

/** A number, a date, or a text of digits («11.06.2024», a telephone): a value, not a heading. */
function isFigure(cell: CellValue): boolean {
  if (typeof cell !== 'string') return !isPeriodCell(cell);
  return /(?:\d\D*){5}/.test(cell) && !/\p{L}{2}/u.test(cell) && !MONTH.test(cell.trim());
}

/** «03.2026» */
const MONTH = /^(?:0?[1-9]|1[0-2])[./]20\d{2}(?!\d)/u;

/** A date on the first of a month, or a year. */
export function isPeriodCell(cell: CellValue): boolean {
  if (isCellDate(cell)) return isFirstOfMonth(cell.serial);
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 2000 && cell <= 2100;
}

function isFirstOfMonth(serial: number): boolean {
  return serial > 30_000 && serial < 80_000 && partsOf(dayOfSerial(serial)).dayOfMonth === 1;
}
