/**
 * Edits of a file's cells, kept beside the file until a copy is saved. Each edit tells what stood there before, so that
 * putting it back leaves no trace at all: the saved copy then has the file's own bytes in that place.
 */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { dayOfIso, isoOf, serialOf } from '../../shared/domain/day.ts';
import type { CellArea, CellValue } from '../../shared/domain/sheet-cells.ts';
import { isCellDate, isCellError, isInside } from '../../shared/domain/sheet-cells.ts';
import { showDate } from '../../shared/text/format.ts';
import { isSameCell } from '../../shared/reading/same-row.ts';
import { DATE_FORMAT, FIRST_TRUE_SERIAL, MAX_CELL_TEXT, MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import type { CellEdit, EditOutcome, SheetChange } from '../engine/workbook-port.ts';
import { canEncode } from './csv-text.ts';
import type { Grid, GridRow } from './grid.ts';
import { areaAround, rowForWriting, valueAt } from './grid.ts';
import type { ChangedCell, Changes, LoadedFile, MadeFormat } from './loaded-file.ts';
import type { CellFormat } from './xlsx-styles.ts';
import { GENERAL } from './xlsx-styles.ts';

export interface CellWriter {
  readonly write: (edit: CellEdit) => EditOutcome;
  readonly changes: () => Omit<Changes, 'state'>;
  /** The areas changed since the last call, one per sheet. */
  readonly takeAreas: () => readonly Omit<SheetChange, 'source'>[];
  /** The file's formats and those made. */
  readonly formats: readonly CellFormat[];
}

type NewValue = Exclude<CellEdit['value'], { kind: 'restore' }>;

/** What stood in a cell: the `before` of an outcome. */
interface Before {
  readonly value: CellValue;
  readonly format: number | undefined;
  readonly isFormula: boolean;
  readonly change: ChangedCell | undefined;
}

const DATED = { numberFormatId: -1, numberFormat: DATE_FORMAT, isDate: true } as const;
const UNDATED = { numberFormatId: 0, numberFormat: null, isDate: false } as const;

const keyOf = (row: number, column: number): string => `${row}:${column}`;

interface Pending {
  readonly change: ChangedCell;
  /** What stands there in the file. */
  readonly own: Before;
}

interface Writing {
  readonly file: LoadedFile;
  readonly pending: Map<Grid, Map<string, Pending>>;
  readonly formats: CellFormat[];
  readonly madeFormats: Map<number, MadeFormat>;
  readonly areas: Map<Grid, CellArea>;
}

/** Starts with the file as it is. */
export function cellWriter(file: LoadedFile): CellWriter {
  const writing: Writing = {
    file,
    pending: new Map(),
    formats: [...file.formats],
    madeFormats: new Map(),
    areas: new Map(),
  };
  const { pending, formats, madeFormats, areas } = writing;
  return {
    write: (edit) => writeCell(writing, edit),
    formats,
    changes: () => ({
      cells: new Map(
        [...pending]
          .filter(([, cells]) => cells.size > 0)
          .map(([grid, cells]) => [grid.name, [...cells.values()].map(({ change }) => change)]),
      ),
      madeFormats,
      formats,
    }),
    takeAreas: () => {
      const taken = [...areas].map(([grid, area]) => ({ sheet: grid.name, area }));
      areas.clear();
      return taken;
    },
  };
}

function writeCell(writing: Writing, { cell, value: wanted }: CellEdit): EditOutcome {
  const { file, formats, pending } = writing;
  const grid = file.grids.find(({ name }) => name === cell.sheet);
  if (!grid || !isOnSheet(cell) || isCoveredByMerge(grid, cell)) return { ok: false, cell, code: 'gone' };
  const row = grid.rows.get(cell.row);
  const format = row?.formats[cell.column];
  const isLocked = grid.isProtected && (formats[format ?? 0] ?? GENERAL).isLocked;
  if (isLocked || grid.fixedAreas.some((area) => isInside(area, cell))) return { ok: false, cell, code: 'protected' };
  const known = pending.get(grid)?.get(keyOf(cell.row, cell.column));
  const before: Before = {
    value: valueAt(grid, cell.row, cell.column),
    format,
    isFormula: row?.formulas?.has(cell.column) ?? false,
    change: known?.change,
  };
  const own = known?.own ?? before;
  const next = wanted.kind === 'restore' ? wanted.before : entryOf(writing, cell, wanted, own);
  if (!isBefore(next)) return { ok: false, cell, code: 'read-back-differs' };
  put(writing, grid, cell, { next, own });
  return { ok: true, cell, before, now: valueAt(grid, cell.row, cell.column) };
}

/** What the cell is to be; null when the file cannot hold it. What stands in the file already is no change. */
function entryOf(writing: Writing, { row, column }: CellAddress, wanted: NewValue, own: Before): Before | null {
  const value = valueToWrite(wanted, writing.file);
  if (value === undefined) return null;
  const format = formatFor(writing, value, own.format);
  const entry = { value, format, isFormula: false };
  if (format === own.format && !own.isFormula && isSameCell(value, own.value)) return { ...entry, change: undefined };
  return { ...entry, change: { row, column, value, format: format === own.format ? undefined : format } };
}

/** The format that a value needs in a cell: its own if it fits, else a copy of it with another number format. */
function formatFor({ file, formats, madeFormats }: Writing, value: CellValue, format?: number): number | undefined {
  const own = formats[format ?? 0] ?? GENERAL;
  const isFitting = isCellDate(value) ? own.isDate : typeof value !== 'number' || !own.isDate;
  if (isFitting || file.isTextFile) return format;
  const numberFormat = isCellDate(value) ? 'date' : 'general';
  const from = format ?? 0;
  for (const [index, made] of madeFormats) if (made.from === from && made.numberFormat === numberFormat) return index;
  if (formats.length === 0) formats.push(GENERAL);
  formats.push({ ...own, ...(numberFormat === 'date' ? DATED : UNDATED) });
  madeFormats.set(formats.length - 1, { from, numberFormat });
  return formats.length - 1;
}

function put(
  { pending, areas }: Writing,
  grid: Grid,
  cell: CellAddress,
  { next, own }: { readonly next: Before; readonly own: Before },
): void {
  const row = newRow(grid, cell.row);
  setOrDelete(row.values, cell.column, next.value ?? undefined);
  setOrDelete(row.formats, cell.column, next.format);
  if (next.isFormula) (row.formulas ??= new Set()).add(cell.column);
  else row.formulas?.delete(cell.column);
  if (row.values.length === 0 && row.formats.length === 0) grid.rows.delete(cell.row);
  const changes = pending.get(grid) ?? new Map<string, Pending>();
  pending.set(grid, changes);
  if (next.change) changes.set(keyOf(cell.row, cell.column), { change: next.change, own });
  else changes.delete(keyOf(cell.row, cell.column));
  const known = areas.get(grid);
  const corners = known
    ? [
        { row: known.top, column: known.left },
        { row: known.bottom, column: known.right },
      ]
    : [];
  areas.set(grid, areaAround([...corners, cell]));
}

/** A row of its own for each edit: readers hold the one before. */
function newRow(grid: Grid, row: number): GridRow {
  const known = rowForWriting(grid, row);
  const made: GridRow = {
    row,
    values: known.values.slice(),
    formats: known.formats.slice(),
    formulas: known.formulas && new Set(known.formulas),
  };
  grid.rows.set(row, made);
  return made;
}

function setOrDelete<T>(list: (T | undefined)[], index: number, value: T | undefined): void {
  if (value !== undefined) list[index] = value;
  else if (index < list.length) {
    list[index] = undefined;
    while (list.length > 0 && list.at(-1) === undefined) list.pop();
  }
}

function isOnSheet({ row, column }: CellAddress): boolean {
  const areWhole = Number.isInteger(row) && Number.isInteger(column);
  return areWhole && row >= 1 && row <= MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
}

/** Only the first cell of a merged area can hold something. */
function isCoveredByMerge(grid: Grid, cell: CellAddress): boolean {
  return grid.merges.some((area) => isInside(area, cell) && (cell.row !== area.top || cell.column !== area.left));
}

function isBefore(before: unknown): before is Before {
  return typeof before === 'object' && before !== null && 'value' in before && 'isFormula' in before;
}

/** The value that an edit names; undefined when the file cannot hold it. */
function valueToWrite(value: NewValue, file: LoadedFile): CellValue | undefined {
  if (value.kind === 'empty') return null;
  if (value.kind === 'text') {
    if (value.text === '') return null;
    return value.text.length <= MAX_CELL_TEXT && canHold(file, value.text) ? value.text : undefined;
  }
  if (value.kind === 'number') {
    if (!Number.isFinite(value.number)) return undefined;
    return file.isTextFile ? String(value.number).replace('.', ',') : value.number;
  }
  const day = dayOfIso(value.iso);
  if (day === null) return undefined;
  if (file.isTextFile) return showDate(isoOf(day));
  return serialOf(day) >= FIRST_TRUE_SERIAL ? { serial: serialOf(day) } : undefined;
}

/** False for a text that the file has no letters for. */
function canHold({ encoding }: LoadedFile, text: string): boolean {
  return encoding === null || canEncode(text, encoding);
}

/** The text that stands for a value where only text can. */
export function valueText(value: CellValue): string {
  if (value === null) return '';
  if (isCellDate(value)) return showDate(isoOf(Math.floor(value.serial) - 25_569));
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}
