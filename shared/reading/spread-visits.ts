/**
 * Journals with several visits on a line: a matrix of families and days with marks, dates in month columns, or dates
 * written down one by one. Each date and each mark is a visit of its own, and stands on its own cell.
 */
import { dayOfIso, UNREADABLE } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { MemberRow, RegisterRow, Table, TableColumn } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { daysDecoder } from './decode-days.ts';
import { markedVisits } from './decode-mark.ts';
import { recordReader } from './read-records.ts';
import type { RecordsInput } from './read-records.ts';
import type { PlannedRecord } from './row-plan.ts';
import { filled } from './sheet-grid.ts';

/** The columns of dates, where a table of visits has several. */
export function spreadDates(table: Pick<Table, 'kind' | 'columns'>): readonly TableColumn[] {
  const dates = table.kind === 'visits' ? table.columns.filter(({ field }) => field === 'date') : [];
  return dates.length > 1 ? dates : [];
}

/** Visits that a cell tells of. */
interface CellVisit {
  readonly day: Day;
  readonly isTextDate: boolean;
  /** What the cell says instead of a plain mark: the kind of the visit, or who made it. */
  readonly word: string | null;
}

const BLOCK = 500;

/** The visits of all lines. Yields between blocks of rows. */
export function* readSpreadVisits(input: RecordsInput): Generator<undefined, readonly RegisterRow[]> {
  const dates = spreadDates(input.table);
  const columns = input.table.columns.filter(({ field }) => field !== 'date');
  const read = recordReader({ ...input, table: { ...input.table, columns } });
  const readers = dates.map((column) => ({ column, visitsIn: visitReader(column, input) }));
  const visits: RegisterRow[] = [];
  const members: MemberRow[] = [];
  for (const [at, planned] of input.records.entries()) {
    if (at % BLOCK === BLOCK - 1) yield undefined;
    const line = read(planned, members);
    let judged: ReadonlySet<number> = new Set(columns.map(({ column }) => column));
    for (const { column, visitsIn } of readers) {
      judged = new Set([...judged, column.column]);
      for (const visit of visitsIn(cellOf(planned, column.column))) {
        visits.push(visitOf(line, input.table, { visit, column: column.column, judged }));
        judged = new Set();
      }
    }
  }
  return visits;
}

function cellOf({ row }: PlannedRecord, column: number): CellValue {
  return filled(row.cells[column]);
}

function visitOf(
  line: RegisterRow,
  table: Table,
  {
    visit,
    column,
    judged,
  }: { readonly visit: CellVisit; readonly column: number; readonly judged: ReadonlySet<number> },
): RegisterRow {
  const { day, word, isTextDate } = visit;
  const isPerson = word !== null && /^\p{Lu}\p{Ll}{2,}/u.test(word);
  const saidField = isPerson ? 'specialist' : 'kind';
  const known = (line.values as Readonly<Record<string, unknown>>)[saidField] ?? null;
  const said = word === null || known !== null ? {} : { [saidField]: word };
  return {
    ...line,
    table,
    values: { ...line.values, ...said, date: day } as RegisterRow['values'],
    movedCells: { ...line.movedCells, date: { row: line.row, column } },
    judgedColumns: judged,
    ...(isTextDate ? { datesAsText: new Set(['date']) } : {}),
  };
}

function visitReader({ period }: TableColumn, input: RecordsInput): (cell: CellValue) => readonly CellVisit[] {
  if (period !== undefined && /-\d{2}-\d{2}$/.test(period)) {
    const day = dayOfIso(period) ?? UNREADABLE;
    return (cell) => markedVisits(cell, day).map(({ word }) => ({ day, isTextDate: false, word }));
  }
  const [named, number] = (period ?? '').split('-').map(Number);
  const month = named && number ? { year: named, month: number } : null;
  const decode = daysDecoder(named ? { year: named, namedYear: named, month } : input);
  return (cell) => {
    const { value, isTextDate = false } = cell === null ? { value: [] } : decode(cell);
    return value.map((day) => ({ day, isTextDate, word: null }));
  };
}
