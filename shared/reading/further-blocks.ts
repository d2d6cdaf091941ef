/**
 * Headings below a table that go on with its columns: a wide form printed on two pages (domain facts, form F16). Its
 * rows belong to the records above, by their numbers, or one by one where there are as many of them.
 */
import type { CodeBook } from '../packs/code-book.ts';
import type { SkippedRow, Table } from '../domain/register.ts';
import type { FoundTable } from './find-tables.ts';
import type { PlannedRecord, RowPlan } from './row-plan.ts';
import { planRows } from './row-plan.ts';
import { cellText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { columnPlan } from './table-columns.ts';
import type { ColumnPlan } from './table-columns.ts';

/** A block that was joined: its columns, and its row for each record of the table. */
export interface JoinedBlock {
  readonly columns: ColumnPlan;
  readonly legends: FoundTable['legends'];
  readonly rowOf: ReadonlyMap<PlannedRecord, PlannedRecord>;
}

export interface FurtherBlocks {
  readonly joined: readonly JoinedBlock[];
  /** The blocks' headings, and rows that belong to no record. */
  readonly skipped: readonly SkippedRow[];
}

/** Reads the blocks that continue a table of families. What cannot be joined is named among the skipped rows. */
export function* furtherBlocks(
  grid: SheetGrid,
  found: FoundTable,
  main: RowPlan,
  book: CodeBook,
): Generator<undefined, FurtherBlocks> {
  const joined: JoinedBlock[] = [];
  const skipped: SkippedRow[] = [];
  const own = new Set(found.columns.map(({ field }) => field));
  for (const block of found.further) {
    const plan = yield* planRows(grid, block, book);
    skipped.push(...block.headerRows.map((row) => ({ row, why: 'repeated-heading' as const })), ...plan.skipped);
    const rowOf = pairs({ found, records: main.records }, { found: block, records: plan.records });
    const used = new Set(rowOf.values());
    for (const record of plan.records)
      if (!used.has(record)) skipped.push({ row: record.row.row, why: 'other' as const });
    const columns = block.columns.filter(({ field }) => field !== null && !own.has(field));
    if (rowOf.size > 0)
      joined.push({ columns: blockPlan({ ...block, columns }, joined.length + 1), legends: block.legends, rowOf });
    for (const { field } of columns) own.add(field);
  }
  return { joined, skipped };
}

function blockPlan(block: FoundTable, number: number): ColumnPlan {
  const plan = columnPlan(block, 'families');
  return { ...plan, columns: plan.columns.map((column) => ({ ...column, block: number })) };
}

interface Side {
  readonly found: FoundTable;
  readonly records: readonly PlannedRecord[];
}

function pairs(main: Side, further: Side): ReadonlyMap<PlannedRecord, PlannedRecord> {
  for (const field of ['caseNo', 'applicant', 'seq']) {
    const [own, other] = [byKey(main, field), byKey(further, field)];
    if (!own || !other) continue;
    const found = [...other].flatMap(([key, record]) => {
      const mine = own.get(key);
      return mine ? [[mine, record] as const] : [];
    });
    if (found.length > 0) return new Map(found);
  }
  const [own, other] = [byPage(main), byPage(further)];
  if (own.length !== other.length) return oneByOne(main.records, further.records);
  return new Map(own.flatMap((records, page) => [...oneByOne(records, other[page] ?? [])]));
}

/** Records one by one, where there are as many of them. */
function oneByOne(
  own: readonly PlannedRecord[],
  others: readonly PlannedRecord[],
): ReadonlyMap<PlannedRecord, PlannedRecord> {
  if (own.length !== others.length) return new Map();
  return new Map(own.flatMap((record, at) => (others[at] ? [[record, others[at]] as const] : [])));
}

/** The records under each printing of the heading. */
function byPage({ found, records }: Side): readonly (readonly PlannedRecord[])[] {
  const starts = found.pages.map(({ headerRows }) => headerRows[0] ?? 0);
  const pageOf = ({ row }: PlannedRecord): number => starts.filter((start) => start < row.row).length;
  return Array.from({ length: starts.length + 1 }, (_, page) => records.filter((record) => pageOf(record) === page));
}

/** Records by what a column holds; null when it is not filled in each, or names two alike. */
function byKey({ found, records }: Side, field: string): ReadonlyMap<string, PlannedRecord> | null {
  const column = found.columns.find((one) => one.field === field)?.column;
  if (column === undefined) return null;
  const keys = new Map(records.map((record) => [cellText(record.row.cells[column]), record]));
  return keys.size === records.length && !keys.has('') ? keys : null;
}

/** The table with the columns of its further blocks. */
export function withFurtherColumns(table: Table, joined: readonly JoinedBlock[]): Table {
  return joined.length === 0
    ? table
    : { ...table, columns: [...table.columns, ...joined.flatMap(({ columns }) => withoutKeys(columns))] };
}

/** The number that only tells which record a row belongs to is no field of it. */
function withoutKeys({ columns }: ColumnPlan): ColumnPlan['columns'] {
  return columns.filter(({ field }) => field !== 'seq');
}
