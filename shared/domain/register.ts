/**
 * A register: all recognised tables of one workbook as records that remember their cells.
 * Reading makes it, rules judge it, sync sends it. It is plain data and never changes once made.
 */
import type { CellAddress } from './cell-address.ts';
import type { CellValue } from './sheet-cells.ts';
import type { DaySpan } from './day-span.ts';
import type { RecordKind, TableKind, ValuesOf } from './fields.ts';
import type { CodeValue } from './values.ts';

/** A column of a table that a field is read from. */
export interface TableColumn {
  readonly field: string;
  /** Column index, A = 0. */
  readonly column: number;
  /** The period, for a field that is spread over several columns: "2026-03", "2026-Q1". */
  readonly period?: string;
  /** The code that a mark in this column stands for, for a field whose code list is spread over columns. */
  readonly code?: string;
  /** The heading as a path, outer heading first: "Договор > Дата". */
  readonly heading: string;
  /** The composite field whose cell also holds this one ("levelComposite" for level, termMonths, transfers). */
  readonly partOf?: string;
  /**
   * Told apart from other columns of the same letter, from 1: in which of the blocks below the table it stands, where
   * the table goes on in further blocks of columns; which line of a card.
   */
  readonly block?: number;
  /** The sheet it stands on, where that is not the table's: a page of the table on a sheet of its own. */
  readonly sheet?: string;
}

/** True for columns whose fields stand in one cell of each record. */
export function shareCells(one: TableColumn, other: TableColumn): boolean {
  return one.column === other.column && one.block === other.block;
}

/** A row between the first and last data row that holds no record. */
export interface SkippedRow {
  readonly row: number;
  readonly why: 'section' | 'total' | 'number-row' | 'blank' | 'repeated-heading' | 'footnote' | 'other';
}

/** A heading that reads as a field which an earlier column already gives. */
export interface DuplicateHeading {
  readonly field: string;
  /** The month that both columns are about, where the field has a column for each. */
  readonly period?: string;
  readonly column: number;
  readonly row: number;
}

/** One recognised table: where it stands and which column gives which field. */
export interface Table {
  readonly sheet: string;
  readonly kind: TableKind;
  /** Rows of the heading, from 1; several for a merged heading. Empty for a register that came over the wire. */
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly TableColumn[];
  readonly skippedRows: readonly SkippedRow[];
  readonly duplicateHeadings: readonly DuplicateHeading[];
  /** Fields that the sheet's name or a section row gives to the rows instead of a column. */
  readonly givenFields: readonly string[];
  /** From a text file: every date is text there. */
  readonly isTextFile: boolean;
  /** Sheets with further columns of its records; absent where there are none. */
  readonly pages?: readonly PageOfTable[];
}

/** Where further columns of a table stand, on a sheet of their own. */
export type PageOfTable = Pick<Table, 'sheet' | 'headerRows' | 'firstRow' | 'lastRow' | 'skippedRows'>;

/** A cell of a record. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  /** The sheet, where that is not the record's own. */
  readonly sheet?: string;
  /** The cell belongs to another record as well: it is merged over both, or names the family of several rows. */
  readonly isShared?: true;
}

/** One record of a table. */
export interface RegisterRow<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly table: Table;
  /** The sheet row it stands on (its first line, where it takes several), from 1. */
  readonly row: number;
  readonly values: ValuesOf<K>;
  /** Fields whose value comes from the sheet's name or a section row and so stands on no cell of the row. */
  readonly given?: ReadonlySet<string>;
  /** Cells that stand elsewhere than row × column: a merged cell's first row, by field (or "field|period"). */
  readonly movedCells?: Readonly<Record<string, CellPlace>>;
  /**
   * Where the entries of a list stand that is written down in several cells (numbered or month columns, several
   * lines), by field and in the order of the list. "children.birthDate" names the cells of birth dates that stand
   * beside the names. Absent for a list in one cell.
   */
  readonly entryCells?: Readonly<Record<string, readonly CellPlace[]>>;
  /**
   * Cells whose text had to be understood before it gave the value: the field is a date, and the cell holds text.
   * By field. For `dates` and `transfers` the mark stands when the whole cell is one date as text; where the list has
   * several cells, it stands for each entry by itself: "visitDates[2]".
   */
  readonly datesAsText?: ReadonlySet<string>;
  /**
   * The level before the first transfer, where a composite cell names it («базовый, 1 год / 15.09.2019 кризисный» →
   * BASE). `values.level` is the level of today, also there. Absent: not known.
   */
  readonly levelBefore?: CodeValue;
  /**
   * Columns whose undecoded cells are judged with this record, where several records stand on one row of the sheet (a
   * matrix of families and days). Absent: all of the row.
   */
  readonly judgedColumns?: ReadonlySet<number>;
  /** The family that the lines of the sheet give this member to (one family over several lines). */
  readonly family?: RegisterRow<'families'>;
}

export type FamilyRow = RegisterRow<'families'>;
export type MemberRow = RegisterRow<'members'>;
export type VisitRow = RegisterRow<'visits'>;
export type MeasureRow = RegisterRow<'measures'>;
export type SpecialistRow = RegisterRow<'specialists'>;

/** What a figure of a report form counts. */
export type FigureMeaning = 'start' | 'in' | 'out' | 'positive' | 'end' | 'level' | 'total' | 'part' | 'other';

/** One figure of a report form. */
export interface Figure {
  readonly meaning: FigureMeaning;
  /** The level's code, for meaning "level". */
  readonly level?: string;
  /** The district the figure is about; null for all. */
  readonly district: string | null;
  readonly unit: 'families' | 'children' | 'people';
  /** NaN when unreadable, null when the cell is empty or closed with X. */
  readonly value: number | null;
  readonly cell: { readonly row: number; readonly column: number };
  /** The name of the row or column, as it stands. */
  readonly label: string;
}

/** How figures of a form depend on each other. Indexes point into `figures` of the same form. */
export interface FigureRelation {
  readonly kind: 'sum' | 'subset';
  readonly whole: number;
  readonly parts: readonly number[];
}

/** A report form (table kind "summary"). */
export interface ReportForm {
  readonly table: Table;
  /** What it reports on; null when the sheet does not say. */
  readonly period: DaySpan | null;
  readonly figures: readonly Figure[];
  readonly relations: readonly FigureRelation[];
}

/** All recognised tables of one workbook. Rows are in sheet order, sheets in workbook order. */
export interface Register {
  readonly tables: readonly Table[];
  readonly families: readonly FamilyRow[];
  readonly members: readonly MemberRow[];
  readonly visits: readonly VisitRow[];
  readonly measures: readonly MeasureRow[];
  readonly specialists: readonly SpecialistRow[];
  readonly reports: readonly ReportForm[];
  /**
   * What a cell of a table holds, undecoded. Undefined where there is no sheet behind the register (on the server):
   * rules that need it are then not judged.
   */
  readonly rawCell: ((sheet: string, row: number, column: number) => CellValue) | undefined;
}

/** The cell where a field of a row stands, or null when the sheet has no cell for it. */
export function fieldCell(row: RegisterRow, field: string, period?: string): CellAddress | null {
  const moved = row.movedCells?.[period === undefined ? field : `${field}|${period}`];
  if (moved) return addressOf(row, moved);
  if (row.given?.has(field)) return null;
  const column = columnOf(row.table, field, period);
  return column && column.sheet === undefined ? { sheet: row.table.sheet, row: row.row, column: column.column } : null;
}

/** The first column of a field; of its columns per month that of the period, where one is given. */
export function columnOf({ columns }: Table, field: string, period?: string): TableColumn | undefined {
  return columns.find((one) => one.field === field && (period === undefined || one.period === period));
}

function addressOf({ table }: RegisterRow, { sheet = table.sheet, row, column }: CellPlace): CellAddress {
  return { sheet, row, column };
}

/** The cell where one entry of a list stands, by its index in the list; null when the sheet has no cell for it. */
export function entryCell(row: RegisterRow, field: string, index: number): CellAddress | null {
  const place = row.entryCells?.[field]?.[index];
  return place ? addressOf(row, place) : fieldCell(row, field);
}

/** The cell that stands for the whole row: caseNo, or else applicant, or else the first recognised column. */
export function keyCell(row: RegisterRow): CellAddress {
  const keys = row.kind === 'specialists' || row.kind === 'members' ? ['name'] : ['caseNo', 'applicant'];
  for (const key of keys) {
    const cell = fieldCell(row, key);
    if (cell) return cell;
  }
  return { sheet: row.table.sheet, row: row.row, column: row.table.columns[0]?.column ?? 0 };
}

/** The cell of a finding about a field: its own cell, or else the row's key cell. */
export function findingCell(row: RegisterRow, field: string | null, period?: string): CellAddress {
  return (field === null ? null : fieldCell(row, field, period)) ?? keyCell(row);
}
