/** One sheet: its tables as records, and the account of how they were read. */
import type { Day } from '../domain/day.ts';
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { MemberRow, RegisterRow, ReportForm, Table } from '../domain/register.ts';
import type { SheetCells } from '../domain/sheet-cells.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { tableAccount } from './account.ts';
import { namesNoFamily } from './body-shape.ts';
import { readCards } from './family-cards.ts';
import { familyAbove } from './family-sections.ts';
import { findTablesSteps } from './find-tables.ts';
import { furtherBlocks, withFurtherColumns } from './further-blocks.ts';
import type { FoundTable } from './find-tables.ts';
import { codeBooksOf } from './legend-book.ts';
import type { Legend } from './legend-columns.ts';
import { readRecords } from './read-records.ts';
import type { RecordsInput } from './read-records.ts';
import { readReportForm } from './report-form.ts';
import { reportLikeness } from './report-meaning.ts';
import type { MappingCorrection, TableAccount } from './reading.ts';
import { planRows } from './row-plan.ts';
import type { RowPlan } from './row-plan.ts';
import { withFamiliesApart } from './several-families.ts';
import { readSpreadVisits, spreadDates } from './spread-visits.ts';
import { forKind, givenBySheetName, givenByTitle } from './sections.ts';
import type { GivenValue } from './sections.ts';
import { filled, sheetGrid } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { columnPlan } from './table-columns.ts';
import type { ColumnPlan } from './table-columns.ts';
import { namedYear } from './title-lines.ts';

export interface SheetContext {
  readonly book: CodeBook;
  readonly asOf: Day;
  readonly isTextFile: boolean;
  readonly correction: MappingCorrection | undefined;
  /** What other sheets say of codes. */
  readonly legends: readonly Legend[];
}

/** What a table was read with, for reading single rows of it again. */
export interface TableSource {
  readonly found: FoundTable;
  readonly plan: RowPlan;
  readonly input: RecordsInput;
  readonly given: readonly GivenValue[];
}

/** What one table gives. */
export interface ReadTable {
  /** Null for a report form. */
  readonly source: TableSource | null;
  readonly tables: readonly Table[];
  readonly rows: readonly RegisterRow[];
  readonly members: readonly MemberRow[];
  readonly report: ReportForm | null;
  readonly account: TableAccount;
  readonly titles: readonly string[];
  /** The headings, for corrections that may no longer fit. */
  readonly headings: readonly string[];
}

/** A sheet as it was read. */
export interface ReadSheet {
  readonly grid: SheetGrid;
  readonly context: SheetContext;
  readonly isPlain: boolean;
  readonly tables: readonly ReadTable[];
}

const GIVEN_FIELDS = [
  'level',
  'curator',
  'district',
  'categories',
  'specialist',
  'responsible',
  'applicant',
  'caseNo',
] as const;

/** Reads the tables of a sheet, in slices. */
export function* readSheet(sheet: SheetCells, context: SheetContext): Generator<undefined, ReadSheet> {
  const grid = sheetGrid(sheet);
  yield undefined;
  const found = yield* findTablesSteps(grid, { ...context, report: likenessTo(context.book) });
  const tables: ReadTable[] = [];
  for (const table of found.tables) {
    if (table.kind === 'summary') tables.push(readSummary(grid, table, context));
    else tables.push(yield* readTable(grid, table, { ...context, kind: table.kind }));
  }
  return { grid, context, isPlain: found.isPlain, tables: withCards(grid, context, tables) };
}

/** A sheet without a register may be the card of a family; members that stand on it are that family's. */
function withCards(grid: SheetGrid, context: SheetContext, tables: readonly ReadTable[]): readonly ReadTable[] {
  if (context.correction?.kind !== undefined || tables.some((table) => !isOfCard(table))) return tables;
  const card = readCards(grid, context);
  if (card === null) return tables;
  const [family, second] = card.rows;
  const ofFamily = (row: RegisterRow): RegisterRow =>
    family && !second ? ({ ...row, family: family as RegisterRow<'families'> } as RegisterRow) : row;
  return [card, ...tables.map((table) => ({ ...table, source: null, rows: table.rows.map(ofFamily) }))];
}

/** Members, or what a line above gives to a family: no register by itself. */
function isOfCard({ account, tables: [table] }: ReadTable): boolean {
  return (
    account.kind === 'members' ||
    table?.givenFields.some((field) => field === 'applicant' || field === 'caseNo') === true
  );
}

/** How much texts look like headings of report forms; a text is judged once. */
export function likenessTo(book: CodeBook): (text: string) => number {
  const likeness = new Map<string, number>();
  return (text) => {
    const known = likeness.get(text) ?? reportLikeness(text, book);
    if (likeness.size < 20_000) likeness.set(text, known);
    return known;
  };
}

function readSummary(grid: SheetGrid, found: FoundTable, context: SheetContext): ReadTable {
  const district = givenToWholeTable(grid, found, context).find(({ field }) => field === 'district')?.text ?? null;
  const { form, account } = readReportForm(grid, found, { ...context, district });
  return {
    source: null,
    tables: [form.table],
    rows: [],
    members: [],
    report: form,
    account,
    titles: found.titles.map(({ text }) => text),
    headings: account.columns.map((column) => column.heading),
  };
}

function* readTable(
  grid: SheetGrid,
  found: FoundTable,
  context: SheetContext & { readonly kind: RecordKind },
): Generator<undefined, ReadTable> {
  const { kind, book, asOf } = context;
  const ownPlan = yield* planRows(grid, found, book);
  const columns = columnPlan(found, kind);
  const { joined, skipped } = yield* furtherBlocks(grid, found, ownPlan, book);
  const plan = { ...ownPlan, skipped: [...ownPlan.skipped, ...skipped] };
  const givenToAll = givenToWholeTable(grid, found, context);
  const table = withFurtherColumns(
    tableOf(grid, found, { kind, plan, columns, givenToAll, isTextFile: context.isTextFile }),
    joined,
  );
  const membersTable: Table | null =
    columns.members.length > 0
      ? { ...table, kind: 'members', columns: columns.members, duplicateHeadings: [], givenFields: [] }
      : null;
  const input = {
    grid,
    table,
    kind,
    columns,
    joined,
    membersTable,
    records: plan.records,
    givenToAll,
    book,
    asOf,
    year: found.year,
    namedYear: namedYear(
      found.titles.map(({ text }) => text),
      grid.sheet.name,
    ),
    month: found.month,
    codeBooks: codeBooksOf(found.legends, book),
  };
  const isSpread = spreadDates(table).length > 0;
  const { rows: lines, members } = isSpread
    ? { rows: yield* readSpreadVisits(input), members: [] }
    : yield* readRecords(input);
  const rows = withFamiliesApart(lines);
  const isSplit = rows.length > lines.length;
  const given = [...givenToAll, ...plan.sections];
  return {
    // An edit may change which row goes on with which record: such a sheet is read anew.
    source: isSpread || isSplit || found.further.length + found.pages.length > 0 ? null : { found, plan, input, given },
    tables: membersTable ? [table, membersTable] : [table],
    rows,
    members,
    report: null,
    account: tableAccount({
      grid,
      found,
      plan,
      table,
      records: rows.length,
      given,
      corrections: context.correction !== undefined,
    }),
    titles: found.titles.map(({ text }) => text),
    headings: found.columns.map((column) => column.path.join(' > ')),
  };
}

interface TableParts {
  readonly kind: RecordKind;
  readonly plan: RowPlan;
  readonly columns: ColumnPlan;
  readonly givenToAll: readonly GivenValue[];
  readonly isTextFile: boolean;
}

function tableOf(grid: SheetGrid, found: FoundTable, parts: TableParts): Table {
  const { plan, columns } = parts;
  const own = new Set(columns.columns.map((column) => column.field));
  const given = new Set([...parts.givenToAll, ...plan.sections].map(({ field }) => field));
  return {
    sheet: grid.sheet.name,
    kind: parts.kind,
    headerRows: found.headerRows,
    firstRow: plan.firstRow,
    lastRow: plan.lastRow,
    columns: columns.columns,
    skippedRows: plan.skipped,
    duplicateHeadings: columns.duplicates,
    givenFields: GIVEN_FIELDS.filter(
      (field) => given.has(field) && !own.has(field) && fieldSpec(parts.kind, field) !== undefined,
    ),
    isTextFile: parts.isTextFile,
  };
}

/** The family of a table that has no column for it, where a line above says whose it is. */
function givenFamily(grid: SheetGrid, found: FoundTable): readonly GivenValue[] {
  const line = namesNoFamily(found) ? familyAbove(found.titles) : null;
  if (line === null) return [];
  const { text, row, family } = line;
  const cells = grid.rows[grid.indexFrom(row)]?.cells ?? [];
  // The name stands behind its label: in the same cell, or in the next one.
  const filledAt = cells.flatMap((cell, at) => (filled(cell) === null ? [] : [at]));
  const column = filledAt[1] ?? filledAt[0] ?? 0;
  return (['applicant', 'caseNo'] as const).flatMap((field) =>
    family[field] === null ? [] : [{ field, value: family[field], text, row, column }],
  );
}

/** What the sheet's name and the lines above give; the name gives way to a line that says the same field. */
function givenToWholeTable(grid: SheetGrid, found: FoundTable, context: SheetContext): readonly GivenValue[] {
  const byTitle = found.titles.flatMap(({ text, row, cells }) =>
    cells > 2 || found.legendRows.includes(row) ? [] : givenByTitle(text, row, context.book),
  );
  const bySheet = givenBySheetName(grid.sheet.name, context.book);
  const values = new Map<string, GivenValue>();
  for (const value of [...byTitle, ...bySheet]) values.set(value.field, value);
  return [...forKind([...values.values()], found.kind), ...givenFamily(grid, found)];
}
