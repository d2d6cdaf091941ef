/** Loads .xls, .xlsb and .ods through SheetJS. What it gives is turned into grids; a copy is a new .xlsx. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { CFB, read } from '@e965/xlsx';
import { isDateFormat } from '../../shared/domain/date-format.ts';
import { isErrorText, type CellArea, type CellValue } from '../../shared/domain/sheet-cells.ts';
import { DATE_FORMAT, DAYS_1904 } from '../engine/excel-limits.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import { isContainer } from './file-kind.ts';
import { emptyRow, type Grid, type GridRow, plainGrid } from './grid.ts';
import type { LoadedFile } from './loaded-file.ts';
import { oldLetters } from './old-letters.ts';
import { rewrittenFile } from './rewritten-file.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { GENERAL } from './xlsx-styles.ts';

/** Reads what only the library can. Throws `password-protected`, `damaged-file` or `empty-file`. */
export function loadLegacy(bytes: Uint8Array): LoadedFile {
  const book = readBook(bytes);
  const formats: CellFormat[] = [GENERAL];
  const isDate1904 = book.Workbook?.WBProps?.date1904 === true;
  const lettersOf = oldLetters(recordsOf(book, bytes)) ?? ((text) => text);
  const grids = book.SheetNames.map((name, index) => {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const visibility = hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible';
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    // The library loses a sheet whose name is a word of JavaScript; better no workbook than one without a sheet.
    if (!sheet) throw new WorkbookError('unsupported-format');
    return { ...gridOf(lettersOf(name), sheet, { formats, isDate1904, lettersOf }), visibility } as const;
  });
  return rewrittenFile({ grids, formats });
}

function readBook(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      bookFiles: isContainer(bytes),
    });
  } catch (cause) {
    const isLocked = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new WorkbookError(isLocked ? 'password-protected' : 'damaged-file', { cause });
  }
}

/** The records of a workbook: those of the container where it has one, or else the file itself. */
function recordsOf(book: WorkBook, bytes: Uint8Array): Uint8Array {
  if (!('cfb' in book)) return bytes;
  const entry: unknown = CFB.find(book.cfb, '/Workbook') ?? CFB.find(book.cfb, '/Book');
  const content = typeof entry === 'object' && entry !== null && 'content' in entry ? entry.content : null;
  return content instanceof Uint8Array || Array.isArray(content) ? Uint8Array.from(content) : new Uint8Array();
}

interface Context {
  readonly formats: CellFormat[];
  readonly isDate1904: boolean;
  /** Resolves what the library has taken for letters. */
  readonly lettersOf: (text: string) => string;
}

function gridOf(name: string, sheet: WorkSheet, context: Context): Grid {
  const rows = new Map<number, GridRow>();
  const dense: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  dense.forEach((cells, index) => {
    const row = rowOf(index + 1, cells ?? [], context);
    if (row.values.length > 0) rows.set(row.row, row);
  });
  const layout = sheet['!rows'] ?? [];
  return {
    ...plainGrid(name, rows),
    merges: (sheet['!merges'] ?? []).map(({ s, e }): CellArea => ({
      top: s.r + 1,
      left: s.c,
      bottom: e.r + 1,
      right: e.c,
    })),
    columns: (sheet['!cols'] ?? []).flatMap((column, index) =>
      column ? [{ from: index, to: index, width: column.wch ?? null, isHidden: column.hidden === true }] : [],
    ),
    hiddenRows: new Set([...rows.keys()].filter((row) => layout[row - 1]?.hidden === true)),
  };
}

function rowOf(row: number, cells: readonly (CellObject | undefined)[], context: Context): GridRow {
  const made = emptyRow(row);
  cells.forEach((cell, column) => {
    if (!cell) return;
    const value = valueOf(cell, context);
    if (cell.f !== undefined) (made.formulas ??= new Set()).add(column);
    if (value !== null) made.values[column] = value;
    if (value !== null && typeof cell.z === 'string') {
      made.formats[column] = formatIndex(context.lettersOf(cell.z), context.formats);
    }
  });
  return made;
}

function valueOf(cell: CellObject, { isDate1904, lettersOf }: Context): CellValue {
  if (cell.t === 's') return textValue(lettersOf(String(cell.v)), cell.f !== undefined);
  if (cell.t === 'b') return cell.v === true;
  if (cell.t === 'e') return { error: cell.w ?? ERRORS[Number(cell.v)] ?? '#VALUE!' };
  if (cell.t !== 'n' || typeof cell.v !== 'number') return null;
  const isDate = typeof cell.z === 'string' && isDateFormat(cell.z);
  return isDate ? { serial: isDate1904 ? cell.v + DAYS_1904 : cell.v } : cell.v;
}

/** In .ods the result of a failed formula is a text. */
function textValue(text: string, isFormula: boolean): CellValue {
  if (text === '') return null;
  if (!isFormula) return text;
  if (isErrorText(text)) return { error: text };
  return /^Err:\d{3}$/.test(text) ? { error: '#VALUE!' } : text;
}

/** Numbers of errors in .xls (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** The library's word for the short date of the computer's language. */
const SHORT_DATE = 'm/d/yy';
/** Its words for dates of .ods, whose separators it loses. */
const BARE_DATE = /^[dmy]{4,}$/i;

function formatIndex(code: string, formats: CellFormat[]): number {
  if (code === 'General') return 0;
  const numberFormat = BARE_DATE.test(code) ? DATE_FORMAT : code;
  const known = formats.findIndex((format) => format.numberFormat === numberFormat);
  if (known >= 0) return known;
  const numberFormatId = numberFormat === SHORT_DATE ? 14 : -1;
  formats.push({ ...GENERAL, numberFormatId, numberFormat, isDate: isDateFormat(numberFormat) });
  return formats.length - 1;
}
