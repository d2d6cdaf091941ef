/** Lines of values as a sheet that looks like one from an office. */
import type { Grid, GridRow } from '../../addin/file/grid.ts';
import type { CellFormat } from '../../addin/file/xlsx-styles.ts';
import { GENERAL } from '../../addin/file/xlsx-styles.ts';
import type { Day } from '../../shared/domain/day.ts';
import { isoOf, serialOf } from '../../shared/domain/day.ts';
import type { CellArea, CellDate, CellValue } from '../../shared/domain/sheet-cells.ts';
import { isCellDate } from '../../shared/domain/sheet-cells.ts';
import { showDate } from '../../shared/text/format.ts';

const CELL: CellFormat = { ...GENERAL, vertical: 'top', wraps: true, hasBorder: true };

/** Formats of all samples: heading, cell, date, title, column number. */
export const SAMPLE_FORMATS: readonly CellFormat[] = [
  { ...CELL, isBold: true, horizontal: 'center', vertical: 'center', fill: 'E7EDF5' },
  CELL,
  { ...CELL, numberFormat: 'dd.mm.yyyy', isDate: true, horizontal: 'center', wraps: false },
  { ...GENERAL, isBold: true, horizontal: 'center' },
  { ...CELL, isItalic: true, horizontal: 'center' },
];
const [HEADING, PLAIN, DATE, TITLE, NUMBER] = [0, 1, 2, 3, 4];

export interface SampleSheet {
  readonly name: string;
  /** Lines above the heading, each merged over all columns. */
  readonly titles?: readonly string[];
  readonly headings: readonly string[];
  /** True for a line 1, 2, 3 … below the heading. */
  readonly hasColumnNumbers?: boolean;
  readonly rows: readonly (readonly CellValue[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly frozenColumns?: number;
}

/** A day as a real date. */
export function date(day: Day | null): CellDate | null {
  return day === null ? null : { serial: serialOf(day) };
}

/** A day as text: «10.03.2026». */
export function dateText(day: Day): string {
  return showDate(isoOf(day));
}

/** The sheet as a grid. */
export function sampleGrid(sheet: SampleSheet): Grid {
  const { titles = [], headings, hasColumnNumbers = false, rows, widths, frozenColumns = 0 } = sheet;
  const numbers = hasColumnNumbers ? [headings.map((_, index) => index + 1)] : [];
  const lines: readonly (readonly [readonly CellValue[], number | undefined])[] = [
    ...titles.map((title) => [[title], TITLE] as const),
    [headings, HEADING],
    ...numbers.map((line) => [line, NUMBER] as const),
    ...rows.map((line) => [line, undefined] as const),
  ];
  const headingRow = titles.length + 1;
  return {
    name: sheet.name,
    visibility: 'visible',
    rows: new Map(lines.map(([values, format], index) => [index + 1, gridRow(index + 1, values, format)])),
    merges: titles.map((_, index): CellArea => ({
      top: index + 1,
      left: 0,
      bottom: index + 1,
      right: headings.length - 1,
    })),
    columns: widths.map((width, index) => ({ from: index, to: index, width, isHidden: false })),
    hiddenRows: new Set(),
    rowHeights: new Map([[headingRow, 62]]),
    frozenRows: headingRow + numbers.length,
    frozenColumns,
    defaultColumnWidth: null,
    isProtected: false,
    fixedAreas: [],
  };
}

function gridRow(row: number, values: readonly CellValue[], format: number | undefined): GridRow {
  return {
    row,
    values: values.map((value) => value ?? undefined),
    formats: values.map((value) => format ?? (isCellDate(value ?? undefined) ? DATE : PLAIN)),
    formulas: undefined,
  };
}
