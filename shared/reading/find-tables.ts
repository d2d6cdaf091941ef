/** Finds the tables of a sheet: where each heading stands, which columns it has, what kind it is, where its body ends. */
import type { TableKind } from '../domain/fields.ts';
import type { SheetRow } from '../domain/sheet-cells.ts';
import type { Day } from '../domain/day.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { bodySample, titlesAbove, withUnnamedFirst } from './around-heading.ts';
import type { TitleLine } from './around-heading.ts';
import { bestKind } from './choose-kind.ts';
import { columnProfile } from './column-profile.ts';
import { headerBlockAt, headingColumns, splitAtGaps } from './header-rows.ts';
import type { HeaderBlock, Likeness } from './header-rows.ts';
import { headingByShape } from './heading-by-shape.ts';
import { EVERYWHERE, isOverNumbers, rangeToTry } from './heading-signs.ts';
import { mapColumns } from './map-columns.ts';
import type { ColumnInput, MappedColumn } from './map-columns.ts';
import { inWords } from './legend-book.ts';
import { legendsOfColumns } from './legend-columns.ts';
import type { ColumnLegend, Legend } from './legend-columns.ts';
import { isListOfCodes, legendsAround } from './legend-notes.ts';
import type { MappingCorrection } from './reading.ts';
import { endOf, isFurther, lowest, repeated, tableAbove } from './located.ts';
import type { Located } from './located.ts';
import { looksLikeReport } from './report-form.ts';
import { familyAbove, namesFamiliesInSections } from './family-sections.ts';
import { afterNumberRow } from './number-row.ts';
import { tablesUnder } from './parts-of-heading.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { contextMonth, contextYear } from './title-lines.ts';
import type { MonthOfYear } from './title-lines.ts';

export interface FoundTable {
  readonly kind: TableKind;
  readonly headerRows: readonly number[];
  readonly columns: readonly MappedColumn[];
  readonly left: number;
  readonly right: number;
  /** Indexes into the grid's rows: the body is [from, to). */
  readonly from: number;
  readonly to: number;
  /** Texts of the lines above, nearest last. */
  readonly titles: readonly TitleLine[];
  readonly year: number;
  /** The month that the sheet is about, if it is about one. */
  readonly month: MonthOfYear | null;
  /** Its columns that hold codes, with what these stand for. */
  readonly legends: readonly ColumnLegend[];
  /** Rows around it that say what codes stand for. */
  readonly legendRows: readonly number[];
  /** Blocks below that go on with its columns; they have none themselves. */
  readonly further: readonly FoundTable[];
  /** Where its rows go on under the same heading printed again, after a block of other columns. */
  readonly pages: readonly TablePage[];
}

/** More rows of a table: under a heading of their own, in a range of the grid's rows. */
export interface TablePage {
  readonly headerRows: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface FoundTables {
  readonly tables: readonly FoundTable[];
  /**
   * True when nothing but the headings themselves and the samples of the tables' own columns decided what is a table:
   * no heading was weighed by what stands below it and given up, or cut in parts.
   */
  readonly isPlain: boolean;
}

export interface FindContext {
  readonly book: CodeBook;
  readonly report: Likeness;
  readonly asOf: Day;
  readonly correction: MappingCorrection | undefined;
  /** What other sheets say of codes. */
  readonly legends: readonly Legend[];
}

/** All tables of a sheet, top to bottom, left to right. */
export function findTables(grid: SheetGrid, context: FindContext): FoundTables {
  const steps = findTablesSteps(grid, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in slices. */
export function* findTablesSteps(grid: SheetGrid, context: FindContext): Generator<undefined, FoundTables> {
  const forcedRows = context.correction?.headerRows;
  const { located, isPlain } = forcedRows?.length
    ? { located: forcedTable(grid, forcedRows, context), isPlain: false }
    : yield* scan(grid, context);
  const tables = located.flatMap((table) => {
    if (table.kind === null) return [];
    const found = (one: Located, kind: TableKind, further: readonly FoundTable[]): FoundTable =>
      asFound(one, kind, { to: endOf(grid, one, located), further, pages: pagesOf(grid, one, located) });
    const below = located.filter((one) => isFurther(one, located) && tableAbove(one, located) === table);
    const further = below.map((one) => found(one, 'families', []));
    return [found(table, table.kind, further)];
  });
  return { tables, isPlain: isPlain && located.every(({ kind }) => kind !== null) };
}

function pagesOf(grid: SheetGrid, table: Located, located: readonly Located[]): readonly TablePage[] {
  return located
    .filter((one) => one.goesOnWith === table)
    .map((one) => ({ headerRows: one.block.rows, from: one.from, to: endOf(grid, one, located) }));
}

function asFound(table: Located, kind: TableKind, rest: Pick<FoundTable, 'to' | 'further' | 'pages'>): FoundTable {
  const { block, columns, range, from, titles, year, month, legends, legendRows } = table;
  return {
    kind,
    headerRows: block.rows,
    columns,
    left: range.left,
    right: range.right,
    from,
    titles,
    year,
    month,
    legends,
    legendRows,
    ...rest,
  };
}

function forcedTable(grid: SheetGrid, rows: readonly number[], context: FindContext): readonly Located[] {
  return locate(grid, { rows, columns: headingColumns(grid, rows, EVERYWHERE), score: 9 }, context);
}

/** Rows looked at in one slice: most are told from headings at a glance. */
const SCANNED_AT_ONCE = 256;

interface Scanned {
  readonly located: readonly Located[];
  readonly isPlain: boolean;
}

function* scan(grid: SheetGrid, context: FindContext): Generator<undefined, Scanned> {
  const found: Located[] = [];
  let isPlain = true;
  let earliest = 0;
  for (let index = 0; index < grid.rows.length; index += 1) {
    if (index % SCANNED_AT_ONCE === SCANNED_AT_ONCE - 1) yield undefined;
    const row = grid.rows[index];
    if (!row) continue;
    const stacked = stackedHeading(grid, index, found);
    if (stacked) {
      isPlain = false;
      found.push(tableOf(grid, stacked, context));
      index += 1;
      continue;
    }
    const range = rangeToTry(row, found, context.report);
    // Rows above it within a table are that table's records, and no part of the heading.
    const isInside = found.some((table) => range !== null && table.range.right >= range.left);
    const known = range && headerBlockAt(grid, { index, earliest: isInside ? index : earliest }, range, context.report);
    const block = known ?? (found.length === 0 ? headingByShape(grid, index) : null);
    if (!block || isDoubtfulInside(block, row, found)) continue;
    const again = repeated(block, found);
    if (again) {
      earliest = grid.indexFrom((block.rows.at(-1) ?? 0) + 1);
      if (again === lowest(found, block)) continue;
      isPlain = false;
      found.push(pageOf(grid, block, again));
      continue;
    }
    if (splitAtGaps(block.columns).length > 1) isPlain = false;
    const tables = tablesAt(grid, block, found, context);
    if (tables.length === 0) isPlain = false;
    if (tables.length === 0) continue;
    found.push(...tables);
    earliest = grid.indexFrom((tables.at(-1)?.block.rows.at(-1) ?? 0) + 1);
    if (!known || range?.left === 0) index = earliest - 1;
  }
  return { located: found, isPlain };
}

/** The tables under a heading. The first of a sheet may have a record beneath it that looks like a part of it. */
function tablesAt(
  grid: SheetGrid,
  block: HeaderBlock,
  found: readonly Located[],
  context: FindContext,
): readonly Located[] {
  const tables = locate(grid, block, context).filter(
    (table) => table.kind !== null || endsOthers(grid, table) || isFurther(table, found),
  );
  if (tables.length > 0 || found.length > 0) return tables;
  const shaped = headingByShape(grid, grid.indexFrom(block.rows[0] ?? 0));
  return shaped ? locate(grid, shaped, context).filter(({ kind }) => kind !== null) : [];
}

/**
 * A row of texts with a row of numbers under it that does not begin with 1: a wide form goes on with its further
 * columns below. It ends the table above, whatever its columns are.
 */
function stackedHeading(grid: SheetGrid, index: number, found: readonly Located[]): HeaderBlock | null {
  const row = grid.rows[index];
  if (found.length === 0 || !row || !isOverNumbers(grid, index)) return null;
  const block: HeaderBlock = { rows: [row.row], columns: headingColumns(grid, [row.row], EVERYWHERE), score: 2 };
  return repeated(block, found) ? null : block;
}

/** Within the body of a table a row must be a heading for the most part: values may sound like headings too. */
function isDoubtfulInside(block: HeaderBlock, row: SheetRow, found: readonly Located[]): boolean {
  const left = block.columns[0]?.column ?? 0;
  const right = block.columns.at(-1)?.column ?? 0;
  const isInside = found.some(
    (table) => table.range.left <= right && table.range.right >= left && (table.block.rows[0] ?? 0) < row.row,
  );
  return isInside && block.score < 0.6 * block.columns.length;
}

function pageOf(grid: SheetGrid, block: HeaderBlock, table: Located): Located {
  const from = afterNumberRow(grid, grid.indexFrom((block.rows.at(-1) ?? 0) + 1), table.range);
  return { ...table, kind: null, block, from, titles: [], goesOnWith: table };
}

/** A heading of no known kind ends the table above it only where a number row shows that it is one. */
function endsOthers(grid: SheetGrid, table: Located): boolean {
  const first = grid.rows[table.from - 1];
  return first !== undefined && table.from > grid.indexFrom((table.block.rows.at(-1) ?? 0) + 1);
}

function locate(grid: SheetGrid, block: HeaderBlock, context: FindContext): readonly Located[] {
  const parts = splitAtGaps(block.columns).filter(
    (part) => !isListOfCodes(grid, { ...block, columns: part }, context.book),
  );
  return tablesUnder(grid, parts, (columns) => tableOf(grid, { ...block, columns }, context));
}

function tableOf(grid: SheetGrid, block: HeaderBlock, context: FindContext): Located {
  const named = { left: block.columns[0]?.column ?? 0, right: block.columns.at(-1)?.column ?? 0 };
  const from = afterNumberRow(grid, grid.indexFrom((block.rows.at(-1) ?? 0) + 1), named);
  const range = withUnnamedFirst(grid, from, named);
  const titles = titlesAbove(grid, block.rows[0] ?? 1, range);
  const lines = titles.map(({ text }) => text);
  const year = contextYear(lines, grid.sheet.name, context.asOf);
  const month = contextMonth(lines, grid.sheet.name, context.asOf);
  const sample = bodySample(grid, from, range);
  const notes = legendsAround(grid, { top: grid.indexFrom(block.rows[0] ?? 1), from, range }, context.book);
  const legends = legendsOfColumns(block.columns, notes, context.legends);
  const inputs: readonly ColumnInput[] = block.columns
    .filter(({ column }) => (sample.get(column) ?? []).length > 0 || !isMergedAlong(grid, block, column))
    .map((column) => ({
      ...column,
      profile: columnProfile(
        inWords(sample.get(column.column) ?? [], legends, column.column),
        context.book,
        context.asOf,
      ),
    }));
  const forced = context.correction?.fields ?? {};
  const best = bestKind(inputs, {
    forced,
    year,
    month,
    book: context.book,
    sheetName: grid.sheet.name,
    lines,
    wanted: context.correction?.kind,
    isInSections: () => namesFamiliesInSections(grid, from, range) || familyAbove(titles) !== null,
  });
  const kind = best.kind ?? (isReport(inputs, context) ? 'summary' : null);
  const columns =
    kind === 'summary'
      ? formColumns(inputs)
      : kind === null
        ? mapColumns('families', inputs, { forced, year, month, book: context.book })
        : best.columns;
  const rest = { titles, year, month, legends, legendRows: notes.flatMap(({ rows }) => rows) };
  return { kind, block, columns, range, right: range.right, from, ...rest };
}

/** Under a heading that is merged along several columns only those with values are columns. */
function isMergedAlong(grid: SheetGrid, block: HeaderBlock, column: number): boolean {
  const area = grid.areaAt(block.rows.at(-1) ?? 0, column);
  return area !== null && area.left < column;
}

/** The columns of a form are not fields: its figures are read by what their headings and lines say. */
function formColumns(inputs: readonly ColumnInput[]): readonly MappedColumn[] {
  return inputs.map(({ column, path }) => ({
    column,
    path,
    field: null,
    confidence: 1,
    candidates: [],
    corrected: false,
  }));
}

function isReport(inputs: readonly ColumnInput[], context: FindContext): boolean {
  const wanted = context.correction?.kind;
  return wanted === 'summary' || (wanted === undefined && looksLikeReport(inputs, context.report));
}
