/** Which rows of a table's body are records, which lines belong to one record, and what sections give them. */
import type { SkippedRow } from '../domain/register.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { bodyShape, familyColumns, identityColumns } from './body-shape.ts';
import { continues } from './continued-lines.ts';
import type { FoundTable } from './find-tables.ts';
import { periodOfHeading } from './periods-in-headings.ts';
import { rowKind } from './row-kinds.ts';
import type { BodyShape, RowKind, RowView } from './row-kinds.ts';
import { forKind, givenByFamilySection, givenBySection, sectionStack } from './sections.ts';
import type { GivenValue } from './sections.ts';
import { filled } from './sheet-grid.ts';
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

/** «2015 г.р.» may be a child without a name. */
const YEAR = /^\s{0,9}20\d{2}\s{0,2}(?:года?|г\.?)?\s{0,9}$/iu;
const BLOCK = 2000;

/** Plans the rows of a table. Yields between blocks of rows, so that long sheets can be read in slices. */
export function* planRows(grid: SheetGrid, table: FoundTable, book: CodeBook): Generator<undefined, RowPlan> {
  const planner = rowPlanner(grid, table, book);
  for (const { from, to, why } of stretches(grid, table)) {
    for (let index = from; index < to; index += 1) {
      if ((index - from) % BLOCK === BLOCK - 1) yield undefined;
      const row = grid.rows[index];
      if (row && why === null) planner.take(row);
      else if (row) planner.leaveOut(row, why ?? 'other');
    }
  }
  return planner.plan();
}

interface Stretch {
  /** Indexes into the grid's rows: [from, to). */
  readonly from: number;
  readonly to: number;
  /** Null for rows of the body; else the heading printed again, or the row of numbers under it. */
  readonly why: 'repeated-heading' | 'number-row' | null;
}

/** The body, page by page. */
function stretches(grid: SheetGrid, { from, to, pages }: FoundTable): readonly Stretch[] {
  const ofPages = pages.flatMap((page): readonly Stretch[] => {
    const [first, last] = [page.headerRows[0] ?? 0, page.headerRows.at(-1) ?? 0];
    const numbers = grid.indexFrom(last + 1);
    return [
      { from: grid.indexFrom(first), to: numbers, why: 'repeated-heading' },
      { from: numbers, to: page.from, why: 'number-row' },
      { from: page.from, to: page.to, why: null },
    ];
  });
  return [{ from, to, why: null }, ...ofPages];
}

interface RowPlanner {
  readonly take: (row: SheetRow) => void;
  readonly leaveOut: (row: SheetRow, why: SkippedRow['why']) => void;
  readonly plan: () => RowPlan;
}

function rowPlanner(grid: SheetGrid, table: FoundTable, book: CodeBook): RowPlanner {
  const shape = bodyShape(table);
  const identity = identityColumns(table);
  const stack = sectionStack();
  const records: { row: SheetRow; lines: SheetRow[]; given: readonly GivenValue[] }[] = [];
  const skipped: SkippedRow[] = [];
  const sections: GivenValue[] = [];
  let given: readonly GivenValue[] = [];
  let hiddenRows = 0;
  let isOpen = false;
  const goesOn = (row: SheetRow, { kind, text }: RowView): boolean => {
    const last = records.at(-1);
    if (!last || !isOpen || kind === 'total' || kind === 'number-row' || kind === 'footnote') return false;
    // «Февраль», «2025 год» alone in the column of children are no child.
    if (kind === 'section' && (periodOfHeading([text])?.rest === '' || YEAR.test(text))) return false;
    if (!continues(grid, row, { table, identity, last: last.lines.at(-1) ?? last.row })) return false;
    last.lines.push(row);
    return true;
  };
  const notes = new Set(table.legendRows);
  const take = (row: SheetRow): void => {
    if (notes.has(row.row)) {
      isOpen = false;
      skipped.push({ row: row.row, why: 'footnote' });
      return;
    }
    const view = rowKind(grid, row, shape);
    const { kind, text } = view;
    if (row.hidden && kind !== 'blank') hiddenRows += 1;
    const values = kind === 'section' ? sectionValues(row, text, { shape, table, book }) : [];
    if (values.length === 0 && goesOn(row, view)) return;
    isOpen = kind === 'record';
    if (kind === 'record') records.push({ row, lines: [row], given });
    else skipped.push({ row: row.row, why: kind });
    if (values.length === 0) return;
    sections.push(...values);
    stack.enter(values);
    given = stack.current();
  };
  return {
    take,
    leaveOut: (row, why) => {
      isOpen = false;
      skipped.push({ row: row.row, why });
    },
    plan: () => finish({ grid, table, records: carriedDown(records, table), skipped, sections, hiddenRows }),
  };
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
