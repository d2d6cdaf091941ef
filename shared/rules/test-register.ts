/**
 * Builds a register from a sketch (example.ts): for tests, for the rule book and for nothing else. Each sheet has its
 * heading in row 1 and its rows from row 2 on; columns stand in the order in which the rows first name their fields.
 */
import { dayOfIso, isKnown, serialOf, UNREADABLE, type Day } from '../domain/day.ts';
import { fieldSpec, type CodeListName, type FieldSpec, type RecordKind } from '../domain/fields.ts';
import type { Register, RegisterRow, Table, TableColumn } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { codeBook, type CodeBook } from '../packs/code-book.ts';
import { extendPack } from '../packs/extend-pack.ts';
import { packSchema, type Pack } from '../packs/pack.ts';
import { packById } from '../packs/packs.ts';
import { showDate } from '../text/format.ts';
import type { PersonSketch, RegisterSketch } from './example.ts';

const KINDS = ['families', 'members', 'visits', 'measures', 'specialists'] as const;
const NOT_FIELDS: ReadonlySet<string> = new Set(['sheet', 'raw', 'given']);
const SHEET_NAMES = {
  families: 'Реестр',
  members: 'Состав',
  visits: 'Журнал',
  measures: 'Мероприятия',
  specialists: 'Специалисты',
} as const satisfies Record<RecordKind, string>;

export interface TestRun {
  readonly register: Register;
  readonly pack: Pack;
  readonly asOf: Day;
}

type AnyRowSketch = Readonly<Record<string, unknown>>;
type Cells = Map<string, CellValue>;

/** The register of a sketch, with the pack (the training one and the sketch's differences) and the day to check it for. */
export function testRun(sketch: RegisterSketch): TestRun {
  const training = packById('training');
  const asOf = dayOfIso(sketch.asOf ?? '2026-10-31');
  if (!training || asOf === null) throw new Error('A sketch needs the training pack and an ISO date.');
  const pack = packSchema.parse(extendPack(training, sketch.pack ?? {}));
  const book = codeBook(pack);
  const cells: Cells = new Map();
  const rows: { [K in RecordKind]: RegisterRow<K>[] } = {
    families: [],
    members: [],
    visits: [],
    measures: [],
    specialists: [],
  };
  const tables = KINDS.flatMap((kind) => {
    const made = tablesOf(kind, sketch, { book, cells });
    const into: RegisterRow[] = rows[kind];
    for (const { rows: its } of made) into.push(...its);
    return made.map(({ table }) => table);
  });
  const reports = sketch.reports ?? [];
  const rawCell = (sheet: string, row: number, column: number): CellValue =>
    cells.get(`${sheet}|${row}|${column}`) ?? null;
  const register: Register = {
    tables: [...tables, ...reports.map((form) => form.table)],
    ...rows,
    reports,
    rawCell: sketch.isWithoutSheet ? undefined : rawCell,
  };
  return { register, pack, asOf };
}

interface Making {
  readonly book: CodeBook;
  readonly cells: Cells;
}

function tablesOf(kind: RecordKind, sketch: RegisterSketch, making: Making): { table: Table; rows: RegisterRow[] }[] {
  const all: readonly AnyRowSketch[] = sketch[kind] ?? [];
  const sheetOf = (row: AnyRowSketch): string => (typeof row['sheet'] === 'string' ? row['sheet'] : SHEET_NAMES[kind]);
  const sheets = [...new Set(all.map(sheetOf))];
  if (sketch[kind] && sheets.length === 0) sheets.push(SHEET_NAMES[kind]);
  return sheets.map((sheet) => {
    const sketches = all.filter((row) => sheetOf(row) === sheet);
    const table = tableOf(kind, sheet, sketches, sketch);
    const rows = sketches.map((row, index) => rowOf(table, index + 2, row, making));
    return { table, rows };
  });
}

function tableOf(kind: RecordKind, sheet: string, rows: readonly AnyRowSketch[], sketch: RegisterSketch): Table {
  const given = new Set(rows.flatMap((row) => (Array.isArray(row['given']) ? row['given'].map(String) : [])));
  const columns: TableColumn[] = [];
  const add = (field: string, period?: string): void => {
    if (columns.some((column) => column.field === field && column.period === period)) return;
    const heading = fieldSpec(kind, field)?.title.ru ?? field;
    columns.push({ field, column: columns.length, heading, ...(period === undefined ? {} : { period }) });
  };
  for (const row of rows) {
    for (const [field, value] of Object.entries(row)) {
      if (NOT_FIELDS.has(field) || given.has(field)) continue;
      if (fieldSpec(kind, field)?.type === 'counts') for (const period of Object.keys(value ?? {})) add(field, period);
      else add(field);
    }
  }
  return {
    sheet,
    kind,
    headerRows: sketch.isWithoutSheet ? [] : [1],
    firstRow: 2,
    lastRow: rows.length + 1,
    columns,
    skippedRows: [],
    duplicateHeadings: (sketch.duplicateHeadings ?? []).map((duplicate) => ({ ...duplicate, row: 1 })),
    givenFields: [...given],
    isTextFile: sketch.isTextFile ?? false,
  };
}

function rowOf(table: Table, row: number, sketch: AnyRowSketch, { book, cells }: Making): RegisterRow {
  const kind = table.kind as RecordKind;
  const raw = (sketch['raw'] ?? {}) as Readonly<Record<string, CellValue>>;
  const values: Record<string, unknown> = {};
  const datesAsText = new Set<string>();
  const fields = new Set([...table.columns.map((column) => column.field), ...table.givenFields]);
  for (const field of fields) {
    const spec = fieldSpec(kind, field);
    if (!spec) throw new Error(`No field ${field} in ${kind}.`);
    values[field] = sketch[field] === undefined || sketch[field] === null ? null : decode(spec, sketch[field], book);
    const known = isKnown(values[field] as Day | null);
    if (spec.type === 'date' && known && typeof raw[field] === 'string' && !table.isTextFile) datesAsText.add(field);
  }
  for (const { field, column, period } of table.columns) {
    const shown = field in raw ? raw[field] : shownCell(sketch[field], values[field], period);
    cells.set(`${table.sheet}|${row}|${column}`, shown ?? null);
  }
  const given = table.givenFields.length > 0 ? { given: new Set(table.givenFields) } : {};
  return {
    kind,
    table,
    row,
    values: values as RegisterRow['values'],
    ...given,
    ...(datesAsText.size > 0 ? { datesAsText } : {}),
  };
}

/** Whoever a sketch does not name. */
const NOBODY = 'Ромашкин Пётр';

const dayFrom = (text: unknown): Day => dayOfIso(String(text)) ?? UNREADABLE;

function decode(spec: FieldSpec, value: unknown, book: CodeBook): unknown {
  const list: CodeListName = spec.codeList ?? 'levels';
  switch (spec.type) {
    case 'date':
      return dayFrom(value);
    case 'number':
      return typeof value === 'number' ? value : UNREADABLE;
    case 'code':
      return book.decode(list, String(value));
    case 'codes':
      return Array.isArray(value)
        ? value.map((one) => book.decode(list, String(one)))
        : book.decodeList(list, String(value));
    case 'dates':
      return (value as readonly string[]).map(dayFrom);
    case 'transfers':
      return (value as readonly (readonly [string, string | null])[]).map(([day, level]) => ({
        day: dayFrom(day),
        level: level === null ? null : book.decode('levels', level),
      }));
    case 'people':
      return (value as readonly PersonSketch[]).map(personOf);
    case 'counts':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, n]) => [key, typeof n === 'string' ? UNREADABLE : n]),
      );
    default:
      return String(value).trim();
  }
}

function personOf({ name = NOBODY, birth, relation, isStudying }: PersonSketch): object {
  const isYear = birth !== null && /^\d{4}$/.test(birth);
  return {
    name,
    birthDate: birth === null ? null : dayFrom(isYear ? `${birth}-12-31` : birth),
    relation: relation ?? null,
    ...(isYear ? { birthYearOnly: true } : {}),
    ...(isStudying ? { isStudying } : {}),
  };
}

function shownCell(sketched: unknown, value: unknown, period: string | undefined): CellValue {
  if (sketched === undefined || sketched === null) return null;
  if (period !== undefined) return (sketched as Readonly<Record<string, CellValue>>)[period] ?? null;
  if (typeof sketched === 'number') return sketched;
  if (typeof sketched === 'string') {
    return dayOfIso(sketched) !== null && typeof value === 'number' ? { serial: serialOf(value) } : sketched;
  }
  if (!Array.isArray(sketched)) return String(sketched);
  return sketched.map(shownItem).join('; ');
}

function shownItem(item: unknown): string {
  if (Array.isArray(item)) return item.map((part) => showDate(String(part ?? ''))).join(' ');
  if (typeof item !== 'object' || item === null) return showDate(String(item));
  const { name = NOBODY, birth } = item as PersonSketch;
  return birth === null ? name : `${name}, ${showDate(birth)}`;
}
