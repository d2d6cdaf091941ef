/** The readers of a table's columns: what a cell of each column gives to a record. */
import { dayOfIso, UNREADABLE } from '../domain/day.ts';
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { TableColumn } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { CodeValue } from '../domain/values.ts';
import type { Composite } from './composite-fields.ts';
import type { Decoded } from './date-cell.ts';
import { cellDecoder } from './decode-cell.ts';
import { markedDays, markIn } from './decode-mark.ts';
import { isDash } from './decode-number.ts';
import { ownName } from './decode-people.ts';
import { addEntries } from './list-entries.ts';
import type { ListDraft } from './list-entries.ts';
import type { RecordsInput } from './read-records.ts';
import { ownPart } from './several-families.ts';
import { cellText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** Adds what a cell gives to a record. */
export interface Reader {
  readonly column: number;
  readonly keys: readonly string[];
  readonly take: (cell: CellValue, record: Draft, row: number) => void;
  /** Several lines of a family add up instead of the first one counting. */
  readonly addsUp: boolean;
}

/** A record while its cells are read. */
export interface Draft extends ListDraft {
  levelBefore: CodeValue | undefined;
}

/** The readers of columns, composites first. */
export function readersOf(columns: readonly TableColumn[], kind: RecordKind, input: RecordsInput): readonly Reader[] {
  const composites = kind === input.kind ? input.columns.composites : [];
  const inComposite = new Set(composites.flatMap(({ column, fields }) => fields.map((field) => `${column}|${field}`)));
  const readers: Reader[] = composites.map(({ column, ...composite }) => compositeReader(column, composite, input));
  for (const column of columns) {
    if (inComposite.has(`${column.column}|${column.field}`)) continue;
    if (column.field === 'children' && input.columns.childSeries.length > 0) continue;
    if (input.columns.levelDates.some((one) => [one.column, one.until].includes(column.column))) continue;
    if (column.code !== undefined) readers.push(markReader(column, column.code));
    else if (column.period !== undefined) readers.push(periodReader(column, column.period, input));
    else readers.push(fieldReader(column, kind, input));
  }
  return readers;
}

function compositeReader(column: number, composite: Composite, input: RecordsInput): Reader {
  const legend = input.codeBooks.get(column);
  const book = legend?.book ?? input.book;
  const known = new Map<string, Readonly<Record<string, unknown>>>();
  const split = (cell: CellValue): Readonly<Record<string, unknown>> => {
    const key = typeof cell === 'string' ? cell : null;
    const cached = key === null ? undefined : known.get(key);
    const parts = cached ?? composite.split(cell, { ...input, book, codes: legend?.codes });
    if (key !== null && known.size < 20_000) known.set(key, parts);
    return parts;
  };
  return {
    column,
    keys: composite.fields,
    addsUp: false,
    take: (cell, record) => {
      const parts = split(cell);
      for (const field of composite.fields) record.values[field] = parts[field] ?? null;
      if (parts['levelBefore']) record.levelBefore = parts['levelBefore'] as CodeValue;
    },
  };
}

function fieldReader(column: TableColumn, kind: RecordKind, input: RecordsInput): Reader {
  const { field } = column;
  const spec = fieldSpec(kind, field);
  const book = input.codeBooks.get(column.column)?.book ?? input.book;
  const decode = spec
    ? cellDecoder(field, spec, { ...input, book })
    : (cell: CellValue): Decoded => ({ value: cellText(cell) });
  const addsUp = spec !== undefined && ['people', 'codes', 'dates', 'transfers'].includes(spec.type);
  const isSpread = addsUp && isOverSeveral(input, field);
  const isFamily = kind !== 'families' && (field === 'caseNo' || field === 'applicant');
  const isOwnName = kind === input.kind && (field === 'applicant' || field === 'name');
  const parts = isOwnName ? input.columns.nameParts : [];
  const ofCell = (text: string): string => {
    if (isFamily) return ownPart(field, text);
    return kind === 'families' && field === 'applicant' ? ownName(text) : text;
  };
  if (parts.length > 0) return nameReader(column.column, { field, parts, grid: input.grid });
  return {
    column: column.column,
    keys: [field],
    addsUp,
    take: (cell, record, row) => {
      const decoded = decode(cell);
      if (addsUp && Array.isArray(decoded.value)) {
        const { value: entries, isTextDate = false } = decoded;
        addEntries(record, { field, entries, row, column: column.column, isSpread, isTextDate });
        return;
      }
      record.values[field] = typeof decoded.value === 'string' ? ofCell(decoded.value) : decoded.value;
      if (decoded.isTextDate) (record.textDates ??= new Set()).add(field);
    },
  };
}

/** A name over several columns, the surname first. */
function nameReader(
  column: number,
  { field, parts, grid }: { readonly field: string; readonly parts: readonly number[]; readonly grid: SheetGrid },
): Reader {
  return {
    column,
    keys: [field],
    addsUp: false,
    take: (cell, record, row) => {
      const texts = [cell, ...parts.map((part) => grid.at(row, part))].map(cellText);
      record.values[field] = texts.filter((text) => text !== '' && !isDash(text)).join(' ') || null;
    },
  };
}

/** A mark gives the code of its column. Two marks where one is allowed are no entry of the list. */
function markReader({ field, column, heading }: TableColumn, code: string): Reader {
  const isList = fieldSpec('families', field)?.type === 'codes';
  const named: CodeValue = { code, text: heading.split(' > ').at(-1) ?? heading };
  return {
    column,
    keys: [field],
    addsUp: isList,
    take: (cell, record, row) => {
      const mark = markIn(cellText(cell));
      if (mark === false || isDash(cellText(cell))) return;
      const entry = mark === true ? named : { code: null, text: cellText(cell) };
      if (isList) {
        addEntries(record, { field, entries: [entry], row, column, isSpread: true, isTextDate: false });
        return;
      }
      const before = record.values[field] as CodeValue | null;
      record.values[field] = before ? { code: null, text: `${before.text}, ${entry.text}` } : entry;
      (record.moved ??= {})[field] = { row, column };
    },
  };
}

function periodReader(column: TableColumn, period: string, input: RecordsInput): Reader {
  const { field } = column;
  const spec = fieldSpec('families', field);
  const [year = 0, number, day] = period.split('-').map(Number);
  const month = number ? { year, month: number } : null;
  const decode = spec
    ? cellDecoder(field, spec, { book: input.book, year, namedYear: year, month })
    : (): Decoded => ({ value: null });
  const marked = day === undefined ? null : (dayOfIso(period) ?? UNREADABLE);
  return {
    column: column.column,
    keys: [`${field}|${period}`],
    addsUp: false,
    take: (cell, record, row) => {
      if (field === 'visitsByMonth') {
        const counts = record.values[field];
        if (typeof counts === 'object' && counts !== null) Object.assign(counts, { [period]: decode(cell).value });
        return;
      }
      const { value, isTextDate = false } = marked === null ? decode(cell) : { value: markedDays(cell, marked) };
      const entries = Array.isArray(value) ? value : [];
      addEntries(record, { field, entries, row, column: column.column, isSpread: true, isTextDate });
    },
  };
}

/** True for a field that has several columns. */
function isOverSeveral({ table }: RecordsInput, field: string): boolean {
  return table.columns.filter((column) => column.field === field).length > 1;
}
