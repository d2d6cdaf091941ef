/** Rows of a table's body that hold no record: totals, sections, number rows, repeated headings, footnotes. */
import type { SkippedRow } from '../domain/register.ts';
import { isCellDate } from '../domain/sheet-cells.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import { familyIn, sectionText } from './family-sections.ts';
import { cellText, filled, headingText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** What the row reader needs to know of a table's columns. */
export interface BodyShape {
  readonly left: number;
  readonly right: number;
  /** Recognised columns. */
  readonly columns: ReadonlySet<number>;
  readonly seq: number | null;
  /** Columns that name the record: case number, applicant, name, date of a visit … */
  readonly keys: readonly number[];
  /** Its rows belong to families, and no column names them: section rows do. */
  readonly isInSections: boolean;
  /** The lines of each heading, in lower case. */
  readonly headings: ReadonlyMap<number, ReadonlySet<string>>;
}

export type RowKind = 'record' | SkippedRow['why'];

export interface RowView {
  readonly kind: RowKind;
  /** For sections: the text and whether it stands in a merged area. */
  readonly text: string;
}

/** «Итого», «Всего», «Перенос», and what a spreadsheet adds by itself: «Осипова О.И. Итог», «Общее количество». */
const TOTAL =
  /^\s*(?:итого|всего|в\s?с\s?е\s?г\s?о|подытог|итог|(?:к\s+)?перенос[уа]?|перенесено|перенес[её]н[аы]?|общ(?:ий|ее)\s+(?:итог|количество))(?![а-яё])|\s(?:итог|количество)\s*$/iu;
const SIGNED =
  /^\s*(?:(?:директор[ау]?|руководител[ья]|начальник[ау]?|заведующ(?:ий|ая|его|ей|ему)|составил[аи]?)(?!\p{L})|исполнител[ья]\s*[:_]|исп\.|подпись|м\.\s?п\.|дата составления|зам\.|заместител|специалист\s*_+|согласовано|утверждаю)/iu;
/** Of those who keep registers; alone in its row it begins a section. */
const OF_STAFF = /^\s*(?:главный|ведущий|старший)?\s?специалист\s+по\s/iu;
/** A row of «пн», «вт» … under the days of a month. */
const WEEKDAY = /^\s*(?:пн|вт|ср|чт|пт|сб|вс|п|в|с|ч)\.?\s*$/iu;
const RECORD: RowView = { kind: 'record', text: '' };

/** Kind of a row between the heading and the end of the table. */
export function rowKind(grid: SheetGrid, row: SheetRow, shape: BodyShape): RowView {
  if (isPlainRecord(row, shape)) return RECORD;
  const cells = filledCells(row, shape);
  const [first] = cells;
  if (!first) return { kind: 'blank', text: '' };
  if (cells.length >= 5 && cells.every(({ value }) => typeof value === 'string' && WEEKDAY.test(value)))
    return { kind: 'other', text: '' };
  if (cells.length >= 3 && cells.every(({ value }) => typeof value === 'string') && isHints(cells))
    return { kind: 'other', text: '' };
  if (isCaption(cells) || isNote(cells)) return { kind: 'footnote', text: cellText(first.value) };
  const section = shape.isInSections ? sectionText(row, shape) : null;
  if (section !== null && !TOTAL.test(section) && familyIn(section) !== null) return { kind: 'section', text: section };
  const seqText = shape.seq === null ? '' : cellText(row.cells[shape.seq]);
  const isNumbered = /^[\d.\-/]+[а-я]?\.?$/iu.test(seqText);
  const keyCount = shape.keys.filter((column) => filled(row.cells[column]) !== null).length;
  if (cells.length > 2 && typeof first.value === 'number' && isNumberRow(cells, shape))
    return { kind: 'number-row', text: '' };
  if (typeof first.value === 'string' || !isNumbered) {
    const text = cellText(cells.find((cell) => typeof cell.value === 'string')?.value ?? first.value);
    if (isTotal(text, cells, { isNumbered, shape })) return { kind: 'total', text };
    if (isRepeatedHeading(cells, shape)) return { kind: 'repeated-heading', text };
    if (isNumberRow(cells, shape)) return { kind: 'number-row', text };
    if (!isNumbered && cells.length <= 5 && isSignature(text, cells, shape)) return { kind: 'footnote', text };
    if (isSection(grid, row, cells, shape)) return { kind: 'section', text };
  }
  const known = cells.filter((cell) => shape.columns.has(cell.column) && cell.column !== shape.seq);
  if (known.length === 0)
    return { kind: isNumbered && cells.length === 1 ? 'blank' : 'other', text: cellText(first.value) };
  // Words instead of a number, and hardly anything else: «Специалист по социальной работе … Осипова О.И.».
  if (/\p{L}{4}/u.test(seqText) && known.length <= 2) return { kind: 'other', text: seqText };
  if (keyCount === 0 && known.length === 1 && !isNumbered) return { kind: 'other', text: cellText(first.value) };
  return RECORD;
}

/** «(подпись)», «(расшифровка)» below the lines to sign on: every text in brackets. */
function isCaption(cells: readonly FilledCell[]): boolean {
  return cells.every(({ value }) => typeof value === 'string' && /^\s*\(\p{L}[^()]*\)\s*$/u.test(value));
}

/** «* | графа заполняется при наличии сведений»: the mark of a note, and what it says. */
function isNote([mark, second, third]: readonly FilledCell[]): boolean {
  if (third !== undefined || typeof mark?.value !== 'string') return false;
  return (second === undefined && NOTE.test(mark.value)) || /^(?:\*+|<\d+>)\s*\)?$/u.test(mark.value.trim());
}

/** «* - заполняется при наличии», «Примечание: …», «Условные обозначения», «(1) многодетная …». */
const NOTE =
  /^\s{0,4}(?:(?:\*{1,3}|<\d{1,2}>|\(\d\)|\d\))\s{0,2}[-–—]?\s{0,2}\p{Ll}{2}|[Пп]римечани[ея]\s?:|[Уу]словные\s{1,2}обозначения)/u;

/** «(текст)», «(из справочника)», «дд.мм.гггг»: what a template says about filling its columns. */
function isHints(cells: readonly FilledCell[]): boolean {
  const hints = cells.filter(({ value }) => /^\s*(?:\(.*\)|д{1,2}\.м{1,2}\.г{2,4})\s*$/iu.test(cellText(value)));
  return hints.length * 3 >= cells.length * 2;
}

/** Most rows: someone or something is named, and a recognised column holds a real date. No other kind of row has both. */
function isPlainRecord(row: SheetRow, shape: BodyShape): boolean {
  let hasKey = false;
  for (const column of shape.keys) {
    const cell = row.cells[column];
    if (isCellDate(cell)) hasKey = true;
    else if (cell !== undefined && cell !== null)
      hasKey = typeof cell !== 'string' || (cell.length > 2 && !TOTAL.test(cell));
    if (hasKey) break;
  }
  if (!hasKey) return false;
  const seq = shape.seq === null ? null : row.cells[shape.seq];
  if (typeof seq === 'string' && TOTAL.test(seq)) return false;
  for (const column of shape.columns) if (isCellDate(row.cells[column])) return true;
  return false;
}

/** «Директор ____ Лукина О.О.» under a table; a column of positions holds such words too. */
function isSignature(text: string, cells: readonly FilledCell[], shape: BodyShape): boolean {
  const column = cells[0]?.column ?? 0;
  const isOtherColumn = shape.columns.has(column) && column !== shape.seq && !shape.keys.includes(column);
  const isNarrow = shape.columns.size < FEW_COLUMNS;
  if (isOtherColumn && isNarrow && cells.some((cell) => shape.keys.includes(cell.column))) return false;
  return SIGNED.test(text) || (cells.length > 1 && OF_STAFF.test(text));
}

/** Lists of staff have no more: position, name, rate, district, telephone. */
const FEW_COLUMNS = 6;

interface FilledCell {
  readonly column: number;
  readonly value: NonNullable<ReturnType<typeof filled>>;
}

function filledCells(row: SheetRow, shape: BodyShape): readonly FilledCell[] {
  const cells: FilledCell[] = [];
  const last = Math.min(shape.right, row.cells.length - 1);
  for (let column = shape.left; column <= last; column += 1) {
    const value = filled(row.cells[column]);
    if (value !== null) cells.push({ column, value });
  }
  return cells;
}

function isTotal(
  text: string,
  cells: readonly FilledCell[],
  context: { readonly isNumbered: boolean; readonly shape: BodyShape },
): boolean {
  if (!TOTAL.test(text) || context.isNumbered) return false;
  // A family may be called «Всеволодовы»; the expression asks for the whole word. A total names nobody and no date.
  const rest = cells.filter((cell) => typeof cell.value === 'string' && cellText(cell.value) !== text);
  return rest.length <= 2 || rest.every((cell) => /^[\d\s.,/%xхX-]*$/iu.test(cellText(cell.value)));
}

function isRepeatedHeading(cells: readonly FilledCell[], shape: BodyShape): boolean {
  if (cells.length < 2 || shape.headings.size < 2) return false;
  let same = 0;
  for (const cell of cells) {
    if (shape.headings.get(cell.column)?.has(headingText(cell.value).toLowerCase())) same += 1;
  }
  return same >= 2 && same * 2 >= cells.length;
}

/**
 * 1, 2, 3 … across the columns, also continued from another page (13, 14 …), as text, after letters («А», «Б»), or with
 * the 1 of «№ п/п» again where a second page begins (1, 2, 3, 1, 4, 5; 1, 5, 6, 7).
 */
export function isNumberRow(
  cells: readonly { readonly column: number; readonly value: unknown }[],
  shape: Pick<BodyShape, 'left' | 'right'>,
): boolean {
  const width = shape.right - shape.left + 1;
  if (cells.length < Math.min(3, width) || cells.length < width * 0.6) return false;
  const numbers = cells.map(({ value }) => (typeof value === 'number' ? value : wholeNumber(value)));
  const letters = numbers.findIndex((number) => number !== null);
  if (letters > 2 || cells.slice(0, letters).some(({ value }, at) => value !== 'АБ'.charAt(at))) return false;
  let highest = 0;
  let last: number | null = null;
  let steps = 0;
  for (const number of numbers.slice(letters)) {
    if (number === null || !Number.isInteger(number) || number < 1) return false;
    if (last !== null && number === last + 1) steps += 1;
    else if (last !== null && number !== 1 && (last !== 1 || (highest > 1 && number !== highest + 1))) return false;
    highest = Math.max(highest, number);
    last = number;
  }
  return letters >= 0 && steps * 2 >= numbers.length - letters - 1 && (steps > 0 || cells.length === 1);
}

function wholeNumber(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const match = /^\s{0,9}(?:гр\.?\s{0,3})?\(?(\d{1,3})\s?[.)]?\s{0,9}$/iu.exec(value);
  return match ? Number(match[1]) : null;
}

/** One text alone in its row: merged over columns, or standing where no record would put it. */
function isSection(grid: SheetGrid, row: SheetRow, cells: readonly FilledCell[], shape: BodyShape): boolean {
  const [only, second] = cells;
  if (!only || second || typeof only.value !== 'string') return false;
  const area = grid.areaAt(row.row, only.column);
  if (area && area.right > area.left && area.top === row.row) return true;
  if (only.column === shape.seq) return /\p{L}/u.test(only.value);
  if (!shape.columns.has(only.column)) return true;
  return !looksLikeName(only.value) || SECTION_WORDS.test(only.value) || OFFICE.test(only.value);
}

const SECTION_WORDS = /^раздел\s|уров|куратор|специалист|район|округ|участ|отделени|категори|снят|действующ|год/iu;

/** A centre or its branch, as reports of accounting programs group by it: ГБУ КЦСОН «Исток». */
const OFFICE = /["«„]|(?<!\p{L})(?:[ГМОКА]{0,3}[БКА]У(?:СО)?|К?ЦСОН?|СРЦН)(?!\p{L})/u;

function looksLikeName(text: string): boolean {
  return /^\p{Lu}[\p{L}-]+\s+\p{Lu}/u.test(text.trim()) && text.length <= 60;
}
