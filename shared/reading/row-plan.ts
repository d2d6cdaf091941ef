/** Which rows of a table's body are records, which lines belong to one record, and what sections give them. */
import type { SkippedRow } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { FoundTable } from './find-tables.ts';
import { rowKind } from './row-kinds.ts';
import type { BodyShape, RowKind } from './row-kinds.ts';
import { forKind, givenByFamilySection, givenBySection, sectionStack } from './sections.ts';
import type { GivenValue } from './sections.ts';
import { filled, headingText } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A record: its first line, the lines that continue it, and the values that sections give it. */
export interface PlannedRecord {
  readonly row: SheetRow;
  readonly lines: readonly SheetRow[];
  readonly given: readonly GivenValue[];
  /** The row above that names the family, where it is written once for several rows. */
  readonly carried?: SheetRow;
}

export interface RowPlan {
  readonly records: readonly PlannedRecord[];
  readonly skipped: readonly SkippedRow[];
  readonly sections: readonly GivenValue[];
  /** First and last row of the body, sections before the first record included. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly hiddenRows: number;
}

/** Fields that a continued line of a family may hold. */
const LINE_FIELDS = new Set([
  'children',
  'children.birthDate',
  'household',
  'phone',
  'categories',
  'signs',
  'transfers',
  'visitDates',
  'reviewDates',
  'helpKinds',
  'note',
  'applicant.household',
]);
const KEY_FIELDS = new Set([
  'caseNo',
  'applicant',
  'applicant.birthDate',
  'applicant.household',
  'case.registered',
  'children',
  'household',
  'name',
  'date',
  'measure',
  'member.name',
]);
const BLOCK = 2000;

/** Plans the rows of a table. Yields between blocks of rows, so that long sheets can be read in slices. */
export function* planRows(grid: SheetGrid, table: FoundTable, book: CodeBook): Generator<undefined, RowPlan> {
  const shape = bodyShape(table);
  const identity = identityColumns(table);
  const stack = sectionStack();
  const records: { row: SheetRow; lines: SheetRow[]; given: readonly GivenValue[] }[] = [];
  const skipped: SkippedRow[] = [];
  const sections: GivenValue[] = [];
  let given: readonly GivenValue[] = [];
  let hiddenRows = 0;
  let isOpen = false;
  let seen = 0;
  for (const { row, isHeading } of bodyRowsOf(grid, table)) {
    seen += 1;
    if (seen % BLOCK === 0) yield undefined;
    if (isHeading) {
      isOpen = false;
      skipped.push({ row: row.row, why: isHeading });
      continue;
    }
    const { kind, text } = rowKind(grid, row, shape);
    if (row.hidden && kind !== 'blank') hiddenRows += 1;
    const last = records.at(-1);
    const values = kind === 'section' ? sectionValues(row, text, { shape, table, book }) : [];
    if (
      last &&
      isOpen &&
      kind !== 'total' &&
      kind !== 'number-row' &&
      values.length === 0 &&
      continues(grid, row, { table, identity, last: last.lines.at(-1) ?? last.row })
    ) {
      last.lines.push(row);
      continue;
    }
    isOpen = kind === 'record';
    if (kind === 'record') records.push({ row, lines: [row], given });
    else skipped.push({ row: row.row, why: kind });
    if (kind !== 'section') continue;
    sections.push(...values);
    stack.enter(values);
    given = stack.current();
  }
  return finish({ grid, table, records: carriedDown(records, table), skipped, sections, hiddenRows });
}

function sectionValues(
  row: SheetRow,
  text: string,
  { shape, table, book }: { readonly shape: BodyShape; readonly table: FoundTable; readonly book: CodeBook },
): readonly GivenValue[] {
  const column = row.cells.findIndex((cell) => filled(cell) !== null);
  const given = shape.isInSections
    ? givenByFamilySection(text, { row: row.row, column }, book)
    : givenBySection(text, row.row, book);
  return forKind(given, table.kind);
}

interface BodyRow {
  readonly row: SheetRow;
  /** The heading printed again, or the row of numbers under it. */
  readonly isHeading: 'repeated-heading' | 'number-row' | null;
}

/** The rows of the body, page by page. */
function* bodyRowsOf(grid: SheetGrid, { from, to, pages }: FoundTable): Generator<BodyRow, undefined> {
  for (let index = from; index < to; index += 1) {
    const row = grid.rows[index];
    if (row) yield { row, isHeading: null };
  }
  for (const page of pages) {
    for (let index = grid.indexFrom(page.headerRows[0] ?? 0); index < page.to; index += 1) {
      const row = grid.rows[index];
      const isHeading =
        index >= page.from ? null : page.headerRows.includes(row?.row ?? 0) ? 'repeated-heading' : 'number-row';
      if (row) yield { row, isHeading };
    }
  }
  return undefined;
}

/** What the plan asks of a row by itself: as long as these answers are the same, an edited row changes no plan. */
export interface RowRole {
  readonly kind: RowKind;
  /** It goes on with the record of the line above. */
  readonly goesOn: boolean;
  /** It names the family that rows below may go without. */
  readonly names: boolean;
}

/** Asks a row of the table's body; `above` is the line it would go on from. */
export function rowRoles(grid: SheetGrid, table: FoundTable): (row: SheetRow, above: SheetRow | undefined) => RowRole {
  const shape = bodyShape(table);
  const identity = identityColumns(table);
  const keys = familyColumns(table);
  return (row, above) => ({
    kind: rowKind(grid, row, shape).kind,
    goesOn: above !== undefined && continues(grid, row, { table, identity, last: above }),
    names: namesFamily(row, keys),
  });
}

/**
 * Rows of visits, measures and members whose family is written once and left empty below, when that is the custom of
 * the table (a fifth of its rows); a single empty cell stays empty.
 */
function carriedDown(records: readonly PlannedRecord[], table: FoundTable): readonly PlannedRecord[] {
  if (table.kind === 'families' || table.kind === 'specialists' || table.kind === 'summary') return records;
  const keys = familyColumns(table);
  const isNamed = (row: SheetRow): boolean => namesFamily(row, keys);
  if (!isCustom(records, keys)) return records;
  let named: SheetRow | null = null;
  return records.map((record) => {
    if (isNamed(record.row)) named = record.row;
    return named === null || named === record.row ? record : { ...record, carried: named };
  });
}

/** True when the family is written once for several rows: also before and after an edit that names or unnames a row. */
export function carriesDown(records: readonly PlannedRecord[], table: FoundTable): boolean {
  return table.kind !== 'families' && table.kind !== 'specialists' && isCustom(records, familyColumns(table));
}

function isCustom(records: readonly PlannedRecord[], keys: readonly number[]): boolean {
  let unnamed = 0;
  for (const { row } of records) if (!namesFamily(row, keys)) unnamed += 1;
  return keys.length > 0 && unnamed * 5 >= records.length;
}

/** Rows of these kinds belong to families. */
function isLinked({ kind }: FoundTable): boolean {
  return kind === 'visits' || kind === 'measures' || kind === 'members';
}

function familyColumns(table: FoundTable): readonly number[] {
  return table.columns.filter(({ field }) => field === 'caseNo' || field === 'applicant').map(({ column }) => column);
}

function namesFamily(row: SheetRow, keys: readonly number[]): boolean {
  return keys.some((column) => filled(row.cells[column]) !== null);
}

function finish(plan: {
  readonly grid: SheetGrid;
  readonly table: FoundTable;
  readonly records: readonly PlannedRecord[];
  readonly skipped: readonly SkippedRow[];
  readonly sections: readonly GivenValue[];
  readonly hiddenRows: number;
}): RowPlan {
  const last = plan.records.at(-1)?.lines.at(-1)?.row ?? plan.table.headerRows.at(-1) ?? 0;
  const firstSection = plan.skipped.find((row) => row.why === 'section' && row.row < (plan.records[0]?.row.row ?? 0));
  const numberRows = numberRowsAbove(plan.grid, plan.table);
  const skipped = plan.skipped
    .filter((row) => row.why !== 'blank' || row.row < last)
    .map((row) =>
      row.row > last && row.why !== 'total' && row.why !== 'blank' ? { row: row.row, why: 'footnote' as const } : row,
    );
  return {
    records: plan.records,
    skipped: [...numberRows, ...skipped],
    sections: plan.sections,
    firstRow: Math.min(firstSection?.row ?? Infinity, plan.records[0]?.row.row ?? last + 1),
    lastRow: last,
    hiddenRows: plan.hiddenRows,
  };
}

/** The number row directly under the heading, which the body begins after. */
function numberRowsAbove(grid: SheetGrid, table: FoundTable): readonly SkippedRow[] {
  const start = grid.indexFrom((table.headerRows.at(-1) ?? 0) + 1);
  return grid.rows.slice(start, table.from).map((row) => ({ row: row.row, why: 'number-row' as const }));
}

function bodyShape(table: FoundTable): BodyShape {
  const columns = new Set<number>();
  const keys: number[] = [];
  const headings = new Map<number, string>();
  let seq: number | null = null;
  for (const column of table.columns) {
    const leaf = column.path.at(-1);
    if (leaf !== undefined) headings.set(column.column, headingText(leaf).toLowerCase());
    if (column.field === null) continue;
    columns.add(column.column);
    if (column.field === 'seq') seq = column.column;
    if (KEY_FIELDS.has(column.field) && column.period === undefined) keys.push(column.column);
  }
  const isInSections = isLinked(table) && familyColumns(table).length === 0;
  return { left: table.left, right: table.right, columns, seq, keys, isInSections, headings };
}

interface Identity {
  readonly columns: readonly number[];
  /** Columns that a continued line may fill. */
  readonly line: ReadonlySet<number>;
  /** The applicant's column names the members too: each line has a relation and no member column of its own. */
  readonly relation: number | null;
}

function identityColumns(table: FoundTable): Identity {
  const hasMemberName = table.columns.some((column) => column.field === 'member.name');
  const relation = table.columns.find((column) => column.field === 'member.relation')?.column ?? null;
  const isShared = relation !== null && !hasMemberName;
  const columns: number[] = [];
  const line = new Set<number>();
  for (const { field, column } of table.columns) {
    if (field === null) continue;
    const isApplicant = field.startsWith('applicant') && field !== 'applicantKind' && field !== 'applicantBirthDate';
    if (field === 'seq' || field === 'caseNo' || field === 'case.registered' || (isApplicant && !isShared))
      columns.push(column);
    if (LINE_FIELDS.has(field) || field.startsWith('member.') || (isApplicant && isShared)) line.add(column);
  }
  return { columns, line, relation: isShared ? relation : null };
}

/** Each line of a member repeats the family's number and name: the same family, where members have columns of their own. */
function repeatsFamily(row: SheetRow, last: SheetRow, table: FoundTable): boolean {
  const hasLines = table.columns.some(({ field }) => field === 'member.name' || field === 'children.birthDate');
  const names = table.columns.filter(({ field }) => field === 'caseNo' || field === 'applicant');
  if (!hasLines || !names.some(({ field }) => field === 'caseNo')) return false;
  return names.every(({ column }) => {
    const own = filled(row.cells[column]);
    return (typeof own === 'string' || typeof own === 'number') && own === last.cells[column];
  });
}

/** True when a row goes on with the family of the line above: its identity cells are merged into it, or empty. */
function continues(
  grid: SheetGrid,
  row: SheetRow,
  context: { readonly table: FoundTable; readonly identity: Identity; readonly last: SheetRow },
): boolean {
  const { table, identity, last } = context;
  if (table.kind !== 'families' || row.row - last.row > 1) return false;
  if (repeatsFamily(row, last, table)) return true;
  if (identity.columns.some((column) => filled(row.cells[column]) !== null)) return false;
  const isMerged = identity.columns.some((column) => {
    const area = grid.areaAt(row.row, column);
    return area !== null && area.top < row.row && area.top <= last.row && area.bottom - area.top < 100;
  });
  if (isMerged) return true;
  if (identity.columns.length === 0 && identity.relation === null) return false;
  const known = table.columns.filter((column) => column.field !== null && filled(row.cells[column.column]) !== null);
  if (identity.relation !== null && filled(row.cells[identity.relation]) === null) return false;
  return known.length > 0 && known.every((column) => identity.line.has(column.column));
}
