/**
 * Reads «XML Spreadsheet 2003» (urn:schemas-microsoft-com:office:spreadsheet), which other systems like to call .xls.
 * Values, merged cells, hidden rows and columns and number formats are taken; the rest of the look is not.
 */
import { isDateFormat } from '../../shared/domain/date-format.ts';
import { dayOfIso, serialOf } from '../../shared/domain/day.ts';
import type { CellArea, CellValue, SheetVisibility } from '../../shared/domain/sheet-cells.ts';
import { DAYS_1904, MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { ColumnSpan, Grid } from './grid.ts';
import { MAX_CELLS, plainGrid, rowForWriting } from './grid.ts';
import { decodeMarkup } from './markup-text.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { GENERAL } from './xlsx-styles.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { xmlScanner } from './xml-scanner.ts';

/** Formats that have names there; numbers are those of Excel's own list. */
const NAMED_FORMATS: Readonly<Record<string, number>> = { 'Short Date': 14, 'General Date': 22, Fixed: 2 };

interface Sheet {
  readonly name: string;
  visibility: SheetVisibility;
  readonly grid: Grid;
  readonly merges: CellArea[];
  readonly columns: ColumnSpan[];
  readonly hidden: Set<number>;
  row: number;
  column: number;
  /** Where the next Column element counts on from. */
  nextSpan: number;
}

interface Book {
  readonly sheets: Sheet[];
  readonly formats: CellFormat[];
  /** Index of a style's format, by the style's name. */
  readonly styles: Map<string, number>;
  cells: number;
  /** Numbers under date formats count days from 1904; dates are written out anyway. */
  isDate1904: boolean;
}

const whole = (text: string | undefined, other: number): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : other;

/** The place from 1 on that an Index names; the next one where it names none. */
const placeOf = (text: string | undefined, next: number): number => {
  const place = whole(text, next);
  return place >= 1 ? place : next;
};

/** Throws `damaged-file` for broken XML, `bomb` for own entities, `too-large` for more cells than a register can have. */
export function readXmlSpreadsheet(bytes: Uint8Array): {
  readonly grids: readonly Grid[];
  readonly formats: readonly CellFormat[];
} {
  const book: Book = { sheets: [], formats: [GENERAL], styles: new Map(), cells: 0, isDate1904: false };
  const tag = xmlScanner(decodeMarkup(bytes));
  let style = '';
  while (tag.next()) {
    if (tag.isClose) continue;
    const sheet = book.sheets.at(-1);
    if (tag.name === 'Date1904') book.isDate1904 = true;
    else if (tag.name === 'Style') style = tag.attribute('ID') ?? '';
    else if (tag.name === 'NumberFormat') addFormat(book, style, tag.attribute('Format') ?? 'General');
    else if (tag.name === 'Worksheet') book.sheets.push(newSheet(tag.attribute('Name') ?? ''));
    else if (sheet) readPart(tag, sheet, book);
  }
  const grids = book.sheets.map(({ grid, name, visibility, merges, columns, hidden }) => ({
    ...grid,
    name,
    visibility,
    merges,
    columns,
    hiddenRows: new Set([...hidden].filter((row) => grid.rows.has(row))),
  }));
  return { grids, formats: book.formats };
}

function newSheet(name: string): Sheet {
  const grid = plainGrid(name, new Map());
  const lists = { merges: [], columns: [], hidden: new Set<number>() };
  return { name, visibility: 'visible', grid, ...lists, row: 0, column: -1, nextSpan: 0 };
}

function addFormat({ formats, styles }: Book, style: string, code: string): void {
  if (code === 'General') return;
  const id = NAMED_FORMATS[code];
  const isDate = id === undefined ? isDateFormat(code) : id !== 2;
  formats.push({ ...GENERAL, numberFormatId: id ?? -1, numberFormat: id === undefined ? code : null, isDate });
  styles.set(style, formats.length - 1);
}

function readPart(tag: XmlScanner, sheet: Sheet, book: Book): void {
  if (tag.name === 'Row') {
    sheet.row = placeOf(tag.attribute('Index'), sheet.row + 1);
    sheet.column = -1;
    if (tag.attribute('Hidden') === '1' && sheet.row <= MAX_ROWS) sheet.hidden.add(sheet.row);
  } else if (tag.name === 'Cell') readCell(tag, sheet, book);
  else if (tag.name === 'Column') {
    const from = placeOf(tag.attribute('Index'), sheet.nextSpan + 1) - 1;
    const to = Math.min(from + whole(tag.attribute('Span'), 0), MAX_COLUMNS - 1);
    sheet.nextSpan = to + 1;
    // Widths are in points there, about 5.25 to a character.
    const width = Number(tag.attribute('Width') ?? Number.NaN) / 5.25;
    const isHidden = tag.attribute('Hidden') === '1';
    sheet.columns.push({ from, to, width: Number.isFinite(width) ? width : null, isHidden });
  } else if (tag.name === 'Visible' && !tag.isEmpty) {
    const said = tag.textAfter().trim();
    if (said === 'SheetHidden') sheet.visibility = 'hidden';
    if (said === 'SheetVeryHidden') sheet.visibility = 'veryHidden';
  }
}

function readCell(tag: XmlScanner, sheet: Sheet, book: Book): void {
  const column = placeOf(tag.attribute('Index'), sheet.column + 2) - 1;
  const across = whole(tag.attribute('MergeAcross'), 0);
  const down = whole(tag.attribute('MergeDown'), 0);
  const style = book.styles.get(tag.attribute('StyleID') ?? '');
  const hasFormula = tag.attribute('Formula') !== undefined;
  const data = tag.isEmpty ? null : readData(tag);
  const { row } = sheet;
  sheet.column = column + across;
  if (row > MAX_ROWS || column >= MAX_COLUMNS) return;
  if ((book.cells += 1) > MAX_CELLS) throw new WorkbookError('too-large');
  if (across + down > 0) {
    const bottom = Math.min(row + down, MAX_ROWS);
    sheet.merges.push({ top: row, left: column, bottom, right: Math.min(column + across, MAX_COLUMNS - 1) });
  }
  const isDate = style !== undefined && book.formats[style]?.isDate === true;
  const lacking = book.isDate1904 ? DAYS_1904 : 0;
  const value = data && valueOf(data, isDate ? lacking : null);
  if (value === null) return;
  const kept = rowForWriting(sheet.grid, row);
  kept.values[column] = value;
  if (style !== undefined) kept.formats[column] = style;
  if (hasFormula) (kept.formulas ??= new Set()).add(column);
}

interface CellData {
  readonly type: string;
  readonly text: string;
}

/** Goes to the end of the cell. Parts of a text may be dressed in tags; a note in the cell has data of its own. */
function readData(tag: XmlScanner): CellData | null {
  let data: CellData | null = null;
  let isInNote = false;
  while (tag.next() && !(tag.isClose && tag.name === 'Cell')) {
    if (tag.name === 'Comment') isInNote = !tag.isClose && !tag.isEmpty;
    if (tag.name !== 'Data' || tag.isClose || isInNote) continue;
    const type = tag.attribute('Type') ?? 'String';
    let text = tag.isEmpty ? '' : tag.textAfter();
    while (!tag.isEmpty && tag.next() && !(tag.isClose && tag.name === 'Data')) text += tag.textAfter();
    data = { type, text };
    if (tag.name !== 'Data') return data;
  }
  return data;
}

/** @param lacking days to the serial number of the 1900 system; null for a cell whose format is no date */
function valueOf({ type, text }: CellData, lacking: number | null): CellValue {
  if (text === '') return null;
  if (type === 'Number' && Number.isFinite(Number(text))) {
    return lacking === null ? Number(text) : { serial: Number(text) + lacking };
  }
  if (type === 'Boolean') return text.trim() === '1';
  if (type === 'Error') return { error: text };
  return type === 'DateTime' ? (dateValue(text) ?? text) : text;
}

/** «2019-03-12T10:30:00.000» */
function dateValue(text: string): CellValue {
  const day = dayOfIso(text.slice(0, 10));
  if (day === null) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = (/T(\d\d):(\d\d):(\d\d)/.exec(text) ?? []).map(Number);
  return { serial: serialOf(day) + (hours * 3_600 + minutes * 60 + seconds) / 86_400 };
}
