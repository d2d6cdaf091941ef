/**
 * Legends of codes around tables: in notes above, below and beside them, line by line or as a list of two columns, and
 * on sheets that hold nothing else («Справочник», «Коды»).
 */
import { FIELD_LISTS } from '../domain/fields.ts';
import type { CodeListName } from '../domain/fields.ts';
import type { CellValue, SheetCells, SheetRow } from '../domain/sheet-cells.ts';
import type { CodeBook } from '../packs/code-book.ts';
import type { ColumnRange, HeaderBlock } from './header-rows.ts';
import { listsOfHeading } from './legend-columns.ts';
import type { Legend } from './legend-columns.ts';
import { codeKey, entryOf, legendsIn } from './legend-text.ts';
import type { CodeOfLegend } from './legend-text.ts';
import { cellText, filled, hasContent } from './sheet-grid.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** So many of the wordings must be known, or the line before them names the field. */
const MOST = 0.6;
const ABOVE = 30;
const BELOW = 400;
/** The last rows of long sheets are looked at too. */
const LAST = 60;
/** A row of more cells is a record. */
const MOST_CELLS = 4;
/** Unless it is one of lists side by side. */
const MOST_IN_LISTS = 12;

/** The legends of the notes around a table, above first. */
export function legendsAround(
  grid: SheetGrid,
  { top, from, range }: { readonly top: number; readonly from: number; readonly range: ColumnRange },
  book: CodeBook,
): readonly Legend[] {
  const { rows } = grid;
  const above = rows.slice(Math.max(0, top - ABOVE), top);
  const end = Math.max(from + BELOW, rows.length - LAST);
  const below = [...rows.slice(from, from + BELOW), ...rows.slice(end)];
  const beside = rows
    .slice(top, from + BELOW)
    .filter(({ cells }) => cells.length > range.right + 1)
    .map(({ row, cells }) => ({ row, cells: cells.map((cell, at) => (at > range.right ? cell : null)) }));
  return [
    ...[above, below].flatMap((near) => legendsOfRows(near, book)),
    ...legendsOfRows(beside, book).map(withoutRows),
  ];
}

/** «Код | Категория» over nothing but codes with their wordings: a list, and no table. */
export function isListOfCodes(grid: SheetGrid, { rows, columns }: HeaderBlock, book: CodeBook): boolean {
  const [first, second, third] = columns;
  if (!first || !second || third) return false;
  const start = grid.indexFrom((rows.at(-1) ?? 0) + 1);
  const body = grid.rows
    .slice(start, start + LONGEST_LIST)
    .map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, at) => (at === first.column || at === second.column ? cell : null)),
    }))
    .filter(hasContent);
  const [legend] = legendsOfRows(body, book);
  return legend !== undefined && legend.rows.length >= body.length * MOST;
}

/** True for a row that a legend may stand in, in a note or beside the tables. */
export function saysCodes(row: SheetRow, tables: readonly ColumnRange[]): boolean {
  const beside = Math.max(...tables.map(({ right }) => right)) + 1;
  if (row.cells.slice(beside).some((cell) => filled(cell) !== null)) return true;
  const cells = filledCells(row);
  const isInText = cells.length <= MOST_CELLS && textsOf(cells).some((text) => legendsIn(text).length > 0);
  return isInText || entriesOf(cells, true).length > 0;
}

/** The legends of rows of few cells. */
function legendsOfRows(rows: readonly SheetRow[], book: CodeBook, hasLists = true): readonly Legend[] {
  const legends: Legend[] = [];
  const add = (codes: readonly CodeOfLegend[], label: string, found: readonly number[]): void => {
    const lists = listsOf(codes, label, book);
    if (lists.length > 0) legends.push({ lists, codes, rows: found });
  };
  let runs: readonly Run[] = [];
  const close = (run: Run): void => {
    if (run.codes.length > 1) add(run.codes, run.label, run.rows);
  };
  let above: readonly FilledCell[] = [];
  for (const row of rows) {
    const cells = filledCells(row);
    const isFew = cells.length > 0 && cells.length <= MOST_CELLS;
    const inTexts = isFew ? textsOf(cells).flatMap(legendsIn) : [];
    for (const { codes, label } of inTexts) add(codes, label, [row.row]);
    const entries = inTexts.length === 0 ? entriesOf(cells, hasLists) : [];
    const next = entries.map(({ column, code }) => goneOn(runs, { column, code, row: row.row }, above));
    for (const run of runs)
      if (!next.some(({ rows: [first], column }) => first === run.rows[0] && column === run.column)) close(run);
    runs = next;
    above = cells;
  }
  for (const run of runs) close(run);
  return legends;
}

/** Longer sheets are registers. */
const LONGEST_LIST = 500;
const NAMED = /справочн|классификатор|код|обозначен|сокращен|легенд|пояснен|словар|списк/iu;

/**
 * What sheets say of codes to the tables of other sheets. A list of two columns counts only where the sheet's name says
 * what it is: the lines of a report form look the same.
 */
export function legendsOfSheets(sheets: readonly SheetCells[], book: CodeBook): (sheet: string) => readonly Legend[] {
  const bySheet = sheets.map(({ name, rows }) => ({
    name,
    legends: rows.length > LONGEST_LIST ? [] : legendsOfRows(rows, book, NAMED.test(name)).map(withoutRows),
  }));
  return (sheet) => bySheet.flatMap(({ name, legends }) => (name === sheet ? [] : legends));
}

function withoutRows(legend: Legend): Legend {
  return { ...legend, rows: [] };
}

interface FilledCell {
  readonly column: number;
  readonly value: CellValue;
}

/** A legend written line by line. */
interface Run {
  readonly column: number;
  readonly label: string;
  readonly codes: readonly CodeOfLegend[];
  readonly rows: readonly number[];
}

function goneOn(
  runs: readonly Run[],
  { column, code, row }: { readonly column: number; readonly code: CodeOfLegend; readonly row: number },
  above: readonly FilledCell[],
): Run {
  const run = runs.find((one) => one.column === column && !one.codes.some(([known]) => known === code[0]));
  if (run) return { ...run, codes: [...run.codes, code], rows: [...run.rows, row] };
  const near = above.filter((cell) => cell.column === column || cell.column === column + 1);
  const label = (near.length > 0 ? near : above).map(({ value }) => cellText(value)).join(' ');
  return { column, label, codes: [code], rows: [row] };
}

function filledCells({ cells }: SheetRow): readonly FilledCell[] {
  const found: FilledCell[] = [];
  for (let column = 0; column < cells.length && found.length <= MOST_IN_LISTS; column += 1) {
    const value = filled(cells[column]);
    if (value !== null) found.push({ column, value });
  }
  return found;
}

/** The texts of a row, or all in one where the cells hold one code each. */
function textsOf(cells: readonly FilledCell[]): readonly string[] {
  const texts = cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const isInPieces = texts.length > 1 && texts.length === cells.length && texts.slice(1).every((text) => entryOf(text));
  return isInPieces ? [texts.join('; ')] : texts;
}

/** The codes that stand alone in a row: «1 – многодетная», or 1 beside «многодетная». */
function entriesOf(
  cells: readonly FilledCell[],
  hasLists: boolean,
): readonly { readonly column: number; readonly code: CodeOfLegend }[] {
  if (cells.length > MOST_IN_LISTS) return [];
  const entries = cells.flatMap(({ column, value }, at) => {
    const entry = typeof value === 'string' ? entryOf(value) : null;
    if (entry) return [{ column, code: entry, cells: 1 }];
    if (!hasLists) return [];
    const beside = cells[at + 1];
    const isPair =
      beside?.column === column + 1 && cells[at - 1]?.column !== column - 1 && cells[at + 2]?.column !== column + 2;
    if (!isPair || typeof beside.value !== 'string' || !CODE.test(cellText(value))) return [];
    return [{ column, code: [codeKey(cellText(value)), beside.value.trim()] as const, cells: 2 }];
  });
  const covered = entries.reduce((sum, entry) => sum + entry.cells, 0);
  return cells.length <= MOST_CELLS || covered === cells.length ? entries : [];
}

const CODE = /^(?:\d{1,2}|\p{L}{1,5}\.?)$/u;

function listsOf(codes: readonly CodeOfLegend[], label: string, book: CodeBook): readonly CodeListName[] {
  const known = FIELD_LISTS.map((list) => ({
    list,
    share:
      codes.filter(([, wording]) => book.decodeList(list, wording).every(({ code }) => code !== null)).length /
      codes.length,
  }));
  const best = Math.max(...known.map(({ share }) => share));
  const named = listsOfHeading([label]);
  if (best < MOST) return /^\d/u.test(codes[0]?.[0] ?? '') ? named : [];
  const lists = known.filter(({ share }) => share === best).map(({ list }) => list);
  const both = lists.filter((list) => named.includes(list));
  return both.length > 0 ? both : lists;
}
