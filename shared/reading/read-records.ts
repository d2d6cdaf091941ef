/** The rows of a found table as records that remember their cells. */
import type { RecordKind } from '../domain/fields.ts';
import type { Day } from '../domain/day.ts';
import type { CellPlace, MemberRow, RegisterRow, Table } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { blankValues } from './blank-values.ts';
import { readersOf } from './cell-readers.ts';
import type { Draft, Reader } from './cell-readers.ts';
import { addBirthDates, addChild } from './child-columns.ts';
import type { JoinedBlock } from './further-blocks.ts';
import { codeBooksOf } from './legend-book.ts';
import type { LegendBook } from './legend-book.ts';
import { addLevelDates } from './level-dates.ts';
import type { PlannedRecord } from './row-plan.ts';
import type { GivenValue } from './sections.ts';
import { isSameCell } from './same-row.ts';
import { filled } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { ColumnPlan } from './table-columns.ts';
import type { MonthOfYear } from './title-lines.ts';

export interface RecordsInput {
  readonly grid: SheetGrid;
  readonly table: Table;
  readonly kind: RecordKind;
  readonly columns: ColumnPlan;
  /** Blocks of further columns below the table. */
  readonly joined: readonly JoinedBlock[];
  readonly membersTable: Table | null;
  readonly records: readonly PlannedRecord[];
  /** Values by the sheet's name or the lines above, for fields without a column. */
  readonly givenToAll: readonly GivenValue[];
  readonly book: CodeBook;
  readonly asOf: Day;
  readonly year: number;
  readonly namedYear: number | null;
  readonly month: MonthOfYear | null;
  /** The code books of columns that hold codes of a legend. */
  readonly codeBooks: ReadonlyMap<number, LegendBook>;
}

export interface ReadRecords {
  readonly rows: readonly RegisterRow[];
  readonly members: readonly MemberRow[];
}

const BLOCK = 2000;

/** Decodes the records. Yields between blocks of rows. */
export function* readRecords(input: RecordsInput): Generator<undefined, ReadRecords> {
  const read = recordReader(input);
  const rows: RegisterRow[] = [];
  const members: MemberRow[] = [];
  for (const [at, planned] of input.records.entries()) {
    if (at % BLOCK === BLOCK - 1) yield undefined;
    rows.push(read(planned, members));
  }
  return { rows, members };
}

/** Decodes one record; its members are added to the list given. */
export type RecordReader = (planned: PlannedRecord, members: MemberRow[]) => RegisterRow;

export function recordReader(input: RecordsInput): RecordReader {
  const further = new Set(input.joined.flatMap(({ columns }) => columns.columns));
  const readers = readersOf(
    input.table.columns.filter((column) => !further.has(column)),
    input.kind,
    input,
  );
  const joined = input.joined.map(({ columns, legends, rowOf }) => ({
    rowOf,
    readers: readersOf(columns.columns, input.kind, { ...input, columns, codeBooks: codeBooksOf(legends, input.book) }),
  }));
  const memberReaders = readersOf(input.membersTable?.columns ?? [], 'members', input);
  const blank = blankValues(input.table.columns);
  const blankMember = blankValues(input.membersTable?.columns ?? []);
  const context = { grid: input.grid, merged: mergedColumns(input), names: namesOf(input) };
  const levels = levelsOf(input);
  return (planned, members) => {
    const draft = draftOf(planned.row.row, blank());
    for (const reader of readers) readLines(reader, planned, draft, context);
    for (const block of joined) readFurther(block, planned, draft, context);
    for (const one of input.columns.childSeries) addChild(draft, planned.lines, one);
    if (input.columns.childBirth !== null) addBirthDates(draft, planned.lines, input.columns.childBirth);
    if (levels.columns.length > 0) addLevelDates(draft, planned.lines, levels);
    const row = finished(input, planned, draft);
    if (!input.membersTable) return row;
    for (const line of planned.lines) {
      const member = draftOf(line.row, blankMember());
      for (const reader of memberReaders) readLines(reader, { ...planned, row: line, lines: [line] }, member, context);
      if (Object.values(member.values).some((value) => value !== null))
        members.push({ ...finishedMember(input.membersTable, line, member), family: row as RegisterRow<'families'> });
    }
    return row;
  };
}

function namesOf({ table }: RecordsInput): readonly number[] {
  return table.columns
    .filter(({ field }) => field === 'seq' || field === 'caseNo' || field === 'applicant')
    .map(({ column }) => column);
}

function levelsOf({ columns, asOf }: RecordsInput) {
  const hasLevel = columns.columns.some(({ field, partOf }) => field === 'level' && partOf !== 'transfers');
  const hasEnd = columns.columns.some(({ field, partOf }) => field === 'programUntil' && partOf !== 'transfers');
  return { columns: columns.levelDates, asOf, hasLevel, hasEnd };
}

function draftOf(row: number, values: Record<string, unknown>): Draft {
  return { row, values, textDates: undefined, entries: undefined, moved: undefined, levelBefore: undefined };
}

interface LineContext {
  readonly grid: SheetGrid;
  readonly merged: ReadonlySet<number>;
  /** The columns that number or name the families. */
  readonly names: readonly number[];
}

/** The first filled line gives the value (all of them where they add up); a merged cell gives it from its first row. */
function readLines(reader: Reader, planned: PlannedRecord, draft: Draft, context: LineContext): void {
  let isFirst = true;
  for (const line of planned.lines) {
    const own = line.cells[reader.column];
    let cell = own === undefined || own === null ? null : filled(own);
    let row = line.row;
    let isShared = false;
    if (cell === null && context.merged.has(reader.column) && line === planned.row) {
      const area = context.grid.areaAt(line.row, reader.column);
      if (area && area.top < line.row && area.left === reader.column) {
        cell = context.grid.at(area.top, area.left);
        row = area.top;
        isShared = true;
      }
    }
    if (cell === null && planned.carried && (reader.keys[0] === 'caseNo' || reader.keys[0] === 'applicant')) {
      cell = filled(planned.carried.cells[reader.column]);
      row = planned.carried.row;
      isShared = true;
    }
    if (cell === null || (line !== planned.row && isWrittenAgain(line, planned.row, reader, context))) continue;
    reader.take(cell, draft, row);
    if (isFirst && row !== planned.row.row) {
      const at: CellPlace = { row, column: reader.column, ...(isShared ? { isShared } : {}) };
      for (const key of reader.keys) (draft.moved ??= {})[key] = at;
    }
    if (!reader.addsUp) return;
    isFirst = false;
  }
}

/** The line repeats the family for another of its members, and with it what was read from the first one. */
function isWrittenAgain(line: SheetRow, first: SheetRow, { column }: Reader, { names }: LineContext): boolean {
  const isSame = (at: number): boolean => isSameCell(filled(line.cells[at]), filled(first.cells[at]));
  return isSame(column) && names.some((at) => filled(line.cells[at]) !== null && isSame(at));
}

/** Columns in which merged cells span rows of the body. */
function mergedColumns(input: RecordsInput): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const area of input.grid.sheet.merges) {
    if (
      area.bottom > area.top &&
      area.bottom >= input.table.firstRow &&
      area.top > (input.table.headerRows.at(-1) ?? 0)
    )
      columns.add(area.left);
  }
  return columns;
}

/** What a further block says of the record, found where it stands there, empty cells too. */
function readFurther(
  block: { readonly rowOf: JoinedBlock['rowOf']; readonly readers: readonly Reader[] },
  planned: PlannedRecord,
  draft: Draft,
  context: LineContext,
): void {
  const other = block.rowOf.get(planned);
  if (!other) return;
  for (const reader of block.readers) {
    if (reader.keys[0] === 'seq') continue;
    for (const key of reader.keys) (draft.moved ??= {})[key] = { row: other.row.row, column: reader.column };
    readLines(reader, { row: planned.row, lines: other.lines, given: [] }, draft, context);
  }
}

function finished(input: RecordsInput, planned: PlannedRecord, draft: Draft): RegisterRow {
  const given = new Set<string>();
  for (const value of [...input.givenToAll, ...planned.given]) {
    if (!input.table.givenFields.includes(value.field)) continue;
    draft.values[value.field] = value.value;
    given.add(value.field);
    if (value.row === null || value.column === undefined) continue;
    (draft.moved ??= {})[value.field] = { row: value.row, column: value.column, isShared: true };
  }
  return {
    kind: input.kind,
    table: input.table,
    row: planned.row.row,
    values: draft.values,
    ...(given.size > 0 ? { given } : {}),
    ...(draft.moved ? { movedCells: draft.moved } : {}),
    ...(draft.entries ? { entryCells: draft.entries } : {}),
    ...(draft.textDates ? { datesAsText: draft.textDates } : {}),
    ...(draft.levelBefore ? { levelBefore: draft.levelBefore } : {}),
  };
}

function finishedMember(table: Table, line: SheetRow, draft: Draft): MemberRow {
  return {
    kind: 'members',
    table,
    row: line.row,
    values: draft.values,
    ...(draft.moved ? { movedCells: draft.moved } : {}),
    ...(draft.textDates ? { datesAsText: draft.textDates } : {}),
  };
}
