/** A table of texts and numbers as a new .xlsx: a title, headings over two rows, frozen, ready for an A4 page. */
import type { CellArea, CellValue } from '../../shared/domain/sheet-cells.ts';
import type { Grid, GridRow } from './grid.ts';
import { writePlainXlsx } from './plain-xlsx.ts';
import { GENERAL, type CellFormat } from './xlsx-styles.ts';

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  /** Headings above several columns, with how many each takes; together as many as there are headings. */
  readonly groups: readonly { readonly title: string; readonly span: number }[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly total: readonly CellValue[];
  /** Lines below the table. */
  readonly notes: readonly string[];
}

const CELL: CellFormat = { ...GENERAL, vertical: 'top', wraps: true, hasBorder: true };
const FORMATS: readonly CellFormat[] = [
  { ...GENERAL, isBold: true },
  { ...CELL, isBold: true, horizontal: 'center', vertical: 'center', fill: 'E7EDF5' },
  CELL,
  { ...CELL, isBold: true },
  GENERAL,
];
const [TITLE, HEADING, PLAIN, TOTAL, NOTE] = [0, 1, 2, 3, 4];
const FIRST_WIDTH = 24;
const WIDTH = 11;
const HEADING_ROWS = 3;

/** The bytes of the workbook. */
export function writeTable(sheet: TableSheet): Uint8Array {
  const spread = sheet.groups.flatMap(({ title, span }) => [title, ...Array<CellValue>(span - 1).fill(null)]);
  const lines: readonly (readonly [readonly CellValue[], number])[] = [
    [[sheet.title], TITLE],
    [spread, HEADING],
    [sheet.headings, HEADING],
    ...sheet.rows.map((row) => [row, PLAIN] as const),
    [sheet.total, TOTAL],
    ...sheet.notes.map((note) => [[note], NOTE] as const),
  ];
  const grid: Grid = {
    name: sheet.name,
    visibility: 'visible',
    rows: new Map(lines.map(([values, format], index) => [index + 1, gridRow(index + 1, values, format)])),
    merges: [...groupMerges(sheet.groups)],
    columns: sheet.headings.map((_, index) => ({
      from: index,
      to: index,
      width: index === 0 ? FIRST_WIDTH : WIDTH,
      isHidden: false,
    })),
    hiddenRows: new Set(),
    rowHeights: new Map([[HEADING_ROWS, 48]]),
    frozenRows: HEADING_ROWS,
    frozenColumns: 1,
    defaultColumnWidth: null,
    isProtected: false,
    fixedAreas: [],
  };
  return writePlainXlsx([grid], FORMATS);
}

/** A group of one column stands over its heading; a wider one is merged. */
function* groupMerges(groups: TableSheet['groups']): Generator<CellArea> {
  let left = 0;
  for (const { span } of groups) {
    if (span > 1) yield { top: 2, left, bottom: 2, right: left + span - 1 };
    left += span;
  }
}

function gridRow(row: number, values: readonly CellValue[], format: number): GridRow {
  return {
    row,
    values: values.map((value) => value ?? undefined),
    formats: values.map(() => format),
    formulas: undefined,
  };
}
