/**
 * Reads a sheet part into a grid. The range that a sheet declares is not believed: only cells that stand there count.
 * Cells and rows may lack their addresses, stand out of order, or carry prefixes.
 */
import { cellOfA1 } from '../../shared/domain/cell-address.ts';
import { serialOf, dayOfIso } from '../../shared/domain/day.ts';
import type { CellArea, CellValue } from '../../shared/domain/sheet-cells.ts';
import { DAYS_1904, MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { ColumnSpan, Grid, GridRow } from './grid.ts';
import { MAX_CELLS, rowForWriting } from './grid.ts';
import { readRichText, unescapeControls } from './shared-strings.ts';
import type { Pause } from './slices.ts';
import type { SheetPart, XlsxPackage } from './xlsx-package.ts';
import type { CellFormat } from './xlsx-styles.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { xmlScanner } from './xml-scanner.ts';

interface Mutable {
  readonly rows: Map<number, GridRow>;
  readonly merges: CellArea[];
  readonly columns: ColumnSpan[];
  readonly hiddenRows: number[];
  readonly heights: [number, number][];
  frozenRows: number;
  frozenColumns: number;
  defaultColumnWidth: number | null;
  isProtected: boolean;
  /** Filled cells. */
  cells: number;
  readonly fixedAreas: CellArea[];
}

interface ValueContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly isDate1904: boolean;
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
const numberOr = <T>(value: string | undefined, other: T): number | T =>
  value !== undefined && value !== '' && Number.isFinite(Number(value)) ? Number(value) : other;

/** What reading a sheet needs beside its text. */
export interface SheetReading {
  readonly pack: XlsxPackage;
  readonly pause: Pause;
}

/** Reads the text of one sheet part, with pauses. */
export async function readSheet(part: SheetPart, text: string, { pack, pause }: SheetReading): Promise<Grid> {
  const sheet: Mutable = {
    rows: new Map(),
    merges: [],
    columns: [],
    hiddenRows: [],
    heights: [],
    frozenRows: 0,
    frozenColumns: 0,
    defaultColumnWidth: null,
    isProtected: false,
    cells: 0,
    fixedAreas: [],
  };
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.isClose) continue;
    if (tag.name === 'sheetData') {
      if (!tag.isEmpty) await readRows(tag, sheet, { ...pack, pause });
    } else readLayout(tag, sheet);
  }
  const last = lastRowOf(sheet.rows);
  for (const { row, formulas } of sheet.rows.values()) if (row > last && !formulas) sheet.rows.delete(row);
  const { cells: _counted, ...layout } = sheet;
  return {
    ...layout,
    name: part.name,
    visibility: part.visibility,
    hiddenRows: new Set(sheet.hiddenRows.filter((row) => row <= last)),
    rowHeights: new Map(sheet.heights.filter(([row]) => row <= last)),
  };
}

function lastRowOf(rows: ReadonlyMap<number, GridRow>): number {
  let last = 0;
  for (const { row, values } of rows.values()) if (row > last && values.length > 0) last = row;
  return last;
}

function readLayout(tag: XmlScanner, sheet: Mutable): void {
  if (tag.name === 'mergeCell') {
    const area = areaOf(tag.attribute('ref') ?? '');
    if (area) sheet.merges.push(area);
  } else if (tag.name === 'col' && tag.attribute('min') !== undefined) {
    sheet.columns.push({
      from: numberOr(tag.attribute('min'), 1) - 1,
      to: Math.min(numberOr(tag.attribute('max'), 1), MAX_COLUMNS) - 1,
      width: numberOr(tag.attribute('width'), null),
      isHidden: isOn(tag.attribute('hidden')) || tag.attribute('width') === '0',
    });
  } else if (
    tag.name === 'pane' &&
    sheet.frozenRows + sheet.frozenColumns === 0 &&
    (tag.attribute('state') ?? '').startsWith('frozen')
  ) {
    sheet.frozenRows = numberOr(tag.attribute('ySplit'), 0);
    sheet.frozenColumns = numberOr(tag.attribute('xSplit'), 0);
  } else if (tag.name === 'sheetFormatPr') {
    sheet.defaultColumnWidth = numberOr(tag.attribute('defaultColWidth'), null);
  } else if (tag.name === 'sheetProtection') sheet.isProtected = isOn(tag.attribute('sheet'));
}

/** The area of "A1:C3", or null. */
export function areaOf(ref: string): CellArea | null {
  const [from = '', to = from] = ref.split(':');
  const start = cellOfA1(from);
  const end = cellOfA1(to);
  return start && end ? { top: start.row, left: start.column, bottom: end.row, right: end.column } : null;
}

async function readRows(tag: XmlScanner, sheet: Mutable, context: ValueContext & { pause: Pause }): Promise<void> {
  let row = 0;
  let column = -1;
  let current: GridRow | undefined;
  while (tag.next()) {
    if (tag.isClose) {
      if (tag.name === 'sheetData') return;
      continue;
    }
    if (tag.name === 'row') {
      const due = row % 32 === 0 ? context.pause() : null;
      if (due) await due;
      row = numberOr(tag.attribute('r'), row + 1);
      column = -1;
      current = undefined;
      const height = numberOr(tag.attribute('ht'), null);
      if (isOn(tag.attribute('hidden')) || height === 0) sheet.hiddenRows.push(row);
      if (height !== null && isOn(tag.attribute('customHeight'))) sheet.heights.push([row, height]);
    } else if (tag.name === 'c') {
      column = columnOf(tag.attribute('r'), column + 1);
      current = readCell(tag, { sheet, row, column, current }, context);
    }
  }
}

/** The column of a cell's address without making texts of it: half a million cells ask. */
function columnOf(address: string | undefined, next: number): number {
  if (address === undefined) return next;
  let column = 0;
  for (let i = 0; i < address.length; i += 1) {
    const letter = address.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? next : column - 1;
}

interface Place {
  readonly sheet: Mutable;
  readonly row: number;
  readonly column: number;
  readonly current: GridRow | undefined;
}

function readCell(tag: XmlScanner, place: Place, context: ValueContext): GridRow | undefined {
  const { row, column, sheet } = place;
  const format = numberOr(tag.attribute('s'), 0);
  const type = tag.attribute('t') ?? 'n';
  const content = tag.isEmpty ? NOTHING : readContent(tag, sheet.fixedAreas);
  const isOutside = row < 1 || row > MAX_ROWS || column >= MAX_COLUMNS;
  if (isOutside) return place.current;
  const value = valueOf(content, type, context.formats[format]?.isDate === true, context);
  if (value === null && !content.hasFormula && format === 0) return place.current;
  const current = place.current ?? sheet.rows.get(row) ?? rowForWriting(sheet, row);
  if (value !== null) {
    if ((sheet.cells += 1) > MAX_CELLS) throw new WorkbookError('too-large');
    current.values[column] = value;
  }
  if (format !== 0) current.formats[column] = format;
  if (content.hasFormula) (current.formulas ??= new Set()).add(column);
  return current;
}

interface Content {
  readonly text: string | null;
  readonly inline: string | null;
  readonly hasFormula: boolean;
}

const NOTHING: Content = { text: null, inline: null, hasFormula: false };

function readContent(tag: XmlScanner, fixedAreas: CellArea[]): Content {
  let text: string | null = null;
  let inline: string | null = null;
  let hasFormula = false;
  while (tag.next() && !(tag.isClose && tag.name === 'c')) {
    if (tag.isClose) continue;
    if (tag.name === 'v') text = tag.isEmpty ? '' : tag.textAfter();
    else if (tag.name === 'is') inline = tag.isEmpty ? '' : readRichText(tag, 'is');
    else if (tag.name === 'f') {
      hasFormula = true;
      const area = /^(array|dataTable)$/.test(tag.attribute('t') ?? '') ? areaOf(tag.attribute('ref') ?? '') : null;
      if (area && (area.top !== area.bottom || area.left !== area.right)) fixedAreas.push(area);
    }
  }
  return { text, inline, hasFormula };
}

function valueOf(content: Content, type: string, isDate: boolean, context: ValueContext): CellValue {
  if (type === 'inlineStr') return content.inline || null;
  const { text } = content;
  if (text === null || text === '') return null;
  if (type === 's') return context.strings[Number(text)] || null;
  if (type === 'str') return unescapeControls(text);
  if (type === 'b') return isOn(text.trim());
  if (type === 'e') return { error: text };
  if (type === 'd') return isoValue(text);
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (!isDate) return number;
  return { serial: context.isDate1904 ? number + DAYS_1904 : number };
}

function isoValue(text: string): CellValue {
  const day = dayOfIso(text.slice(0, 10));
  return day === null ? text : { serial: serialOf(day) };
}
