/** Report forms: tables of figures with a row per district, or a line per figure. */
import { partsOf } from '../domain/day.ts';
import type { Figure, ReportForm, SkippedRow, Table } from '../domain/register.ts';
import type { CodeBook } from '../packs/code-book.ts';
import { columnAccounts } from './account.ts';
import type { FoundTable } from './find-tables.ts';
import type { ColumnInput } from './map-columns.ts';
import type { Likeness } from './header-rows.ts';
import type { TableAccount } from './reading.ts';
import { figuresOfCell } from './report-figures.ts';
import { formLayout } from './report-layout.ts';
import type { FormLayout, FormLine } from './report-layout.ts';
import { reportMeaning, standingDay, unitOf } from './report-meaning.ts';
import type { FormPeriod, Meaning } from './report-meaning.ts';
import { formRelations, wholesOfColumns } from './report-relations.ts';
import type { GridFigure } from './report-relations.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { periodOfTitles } from './title-lines.ts';

/** True when the headings are those of a form and most of the body is figures. */
export function looksLikeReport(columns: readonly ColumnInput[], report: Likeness): boolean {
  const named = columns.filter(({ path }) => report(path.join(' ')) > 0 || report(path.at(-1) ?? '') > 0).length;
  const figures = columns.filter(({ profile }) => profile.size > 0 && profile.number >= 0.6).length;
  return columns.length >= 2 && named >= 2 && figures >= 1 && figures * 3 >= columns.length;
}

export interface FormContext {
  readonly book: CodeBook;
  readonly isTextFile: boolean;
  /** The district that the sheet's name or a line above gives to the whole form. */
  readonly district: string | null;
}

/** Reads a form: every figure with its meaning, how figures depend on each other, and the period. */
export function readReportForm(
  grid: SheetGrid,
  found: FoundTable,
  context: FormContext,
): { readonly form: ReportForm; readonly account: TableAccount } {
  const layout = formLayout(grid, found, context.book);
  const titles = found.titles.map(({ text }) => text);
  const period = wholePeriod(titles) ?? periodOfDates(layout);
  const about = { ...context, period, wholes: wholesOfColumns(layout) };
  const cells = layout.lines.flatMap((line) => lineFigures(line, layout, about));
  const table = tableOf(grid, found, { layout, isTextFile: context.isTextFile });
  const form: ReportForm = {
    table,
    period,
    figures: cells.map(({ figure }) => figure),
    relations: formRelations(cells, layout),
  };
  return { form, account: accountOf(grid, found, table, cells.length) };
}

function wholePeriod(titles: readonly string[]): FormPeriod | null {
  const period = periodOfTitles(titles);
  return period === null || period.from === null || period.to === null ? null : { from: period.from, to: period.to };
}

/** «Состоит на 01.01.2026» and «Состоит на 31.03.2026» in one form say its period. */
function periodOfDates(layout: FormLayout): FormPeriod | null {
  const texts = layout.isByLine
    ? layout.lines.map(({ label }) => label)
    : layout.columns.map(({ path }) => path.join(' '));
  const days = texts.map(standingDay).filter((day) => day !== null);
  const from = Math.min(...days);
  const to = Math.max(...days);
  if (new Set(days).size !== 2 || partsOf(from).dayOfMonth !== 1) return null;
  return { from, to: partsOf(to).dayOfMonth === 1 ? to - 1 : to };
}

interface FigureContext extends FormContext {
  readonly period: FormPeriod | null;
  readonly wholes: ReadonlyMap<number, string>;
}

/** The figures of one line: what they mean follows from its name and from the heading of their column. */
function lineFigures(line: FormLine, layout: FormLayout, context: FigureContext): readonly GridFigure[] {
  return layout.columns.flatMap(({ column, path }) => {
    const heading = path.join(' > ');
    const about = aboutFigure(line, heading, { ...context, layout, whole: context.wholes.get(column) });
    const words = layout.isByLine ? `${heading} ${line.path}` : `${line.label} ${heading}`;
    const read = figuresOfCell(line.row.cells[column], {
      words,
      unit: layout.isByLine ? unitOf(heading, line.label) : unitOf(heading, ''),
    });
    return read.map((part, at): GridFigure => {
      const figure: Figure = {
        meaning: part.isPart ? 'part' : about.meaning,
        ...(about.level === undefined || part.isPart ? {} : { level: about.level }),
        district: about.district ?? context.district,
        unit: part.unit,
        value: part.value,
        cell: { row: line.row.row, column },
        label: layout.isByLine ? line.label : heading,
      };
      return { figure, line, column, at, isPart: part.isPart };
    });
  });
}

interface About extends Meaning {
  readonly district: string | null;
}

interface AboutContext {
  readonly layout: FormLayout;
  readonly book: CodeBook;
  readonly period: FormPeriod | null;
  /** The heading of the column that this one is a part of. */
  readonly whole: string | undefined;
}

function aboutFigure(line: FormLine, heading: string, context: AboutContext): About {
  const { layout, book, whole, period } = context;
  const byColumn = reportMeaning(heading, book, period);
  if (!layout.isByLine) {
    const district = line.isTotal ? null : line.district;
    return {
      ...(whole === undefined ? byColumn : partMeaning(heading.split(' > ').at(-1) ?? heading, whole, book)),
      district,
    };
  }
  const district = layout.districts.get(heading) ?? null;
  const parent = line.partOf && layout.lines[line.partOf.line]?.label;
  const byLine =
    typeof parent === 'string' ? partMeaning(line.label, parent, book) : reportMeaning(line.label, book, period);
  if (byColumn.meaning !== 'level') return { ...byLine, district };
  // Levels as columns: only the line of today's families is a figure by level.
  return byLine.meaning === 'end' ? { ...byColumn, district } : { meaning: 'other', district };
}

/** A part counts what it names only under a whole that it belongs to: levels under today's families, R01 under the removed. */
function partMeaning(text: string, whole: string, book: CodeBook): Meaning {
  const own = reportMeaning(text, book);
  const { meaning } = reportMeaning(whole, book);
  if (own.meaning === 'level' && (meaning === 'end' || meaning === 'total')) return own;
  return own.meaning === 'positive' && (meaning === 'out' || meaning === 'other') ? own : { meaning: 'part' };
}

function tableOf(
  grid: SheetGrid,
  found: FoundTable,
  parts: { readonly layout: FormLayout; readonly isTextFile: boolean },
): Table {
  const start = grid.indexFrom((found.headerRows.at(-1) ?? 0) + 1);
  const numberRows = grid.rows.slice(start, found.from).map((row): SkippedRow => ({ row: row.row, why: 'number-row' }));
  const lines = parts.layout.lines;
  return {
    sheet: grid.sheet.name,
    kind: 'summary',
    headerRows: found.headerRows,
    firstRow: lines[0]?.row.row ?? (found.headerRows.at(-1) ?? 0) + 1,
    lastRow: lines.at(-1)?.row.row ?? found.headerRows.at(-1) ?? 0,
    columns: [],
    skippedRows: [...numberRows, ...parts.layout.skipped],
    duplicateHeadings: [],
    givenFields: [],
    isTextFile: parts.isTextFile,
  };
}

function accountOf(grid: SheetGrid, found: FoundTable, table: Table, figures: number): TableAccount {
  return {
    kind: 'summary',
    headerRows: table.headerRows,
    firstRow: table.firstRow,
    lastRow: table.lastRow,
    records: figures,
    columns: columnAccounts(grid, found),
    skippedRows: table.skippedRows,
    hiddenRows: grid.rows.slice(found.from, found.to).filter((row) => row.hidden).length,
    given: [],
  };
}
