/**
 * What reading gives back: the register, and the account of how it was read («Как прочитано»).
 * The function itself is readWorkbook in read-workbook.ts.
 */
import type { TableKind } from '../domain/fields.ts';
import type { Register, SkippedRow } from '../domain/register.ts';
import type { SheetVisibility } from '../domain/sheet-cells.ts';

/** A person's correction of how a sheet was read. Kept in the workbook, offered for others with the same headings. */
export interface MappingCorrection {
  readonly sheet: string;
  /** The kind of the table; "none" leaves the sheet alone. Absent: as found. */
  readonly kind?: TableKind | 'none';
  /** Rows of the heading, from 1. Absent: as found. */
  readonly headerRows?: readonly number[];
  /** Heading path → field name, or null to leave the column alone. */
  readonly fields: Readonly<Record<string, string | null>>;
}

/** How one heading was understood. */
export interface ColumnAccount {
  readonly column: number;
  readonly heading: string;
  /** Null: not recognised, left alone. */
  readonly field: string | null;
  readonly period?: string;
  /** From 0 to 1. Below 0.75 the screen shows doubt. */
  readonly confidence: number;
  readonly hidden: boolean;
  readonly corrected: boolean;
  /** Up to three different values that stand in the column. They never leave the workbook. */
  readonly samples: readonly string[];
  /** Other fields that it might be, best first. */
  readonly candidates: readonly string[];
}

/** How one table of a sheet was read. */
export interface TableAccount {
  readonly kind: TableKind;
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly records: number;
  readonly columns: readonly ColumnAccount[];
  readonly skippedRows: readonly SkippedRow[];
  readonly hiddenRows: number;
  /** Values that sections or the sheet's name give: «Базовый уровень» → level BASE. */
  readonly given: readonly { readonly field: string; readonly text: string; readonly row: number | null }[];
  /** The family stands on a card: labels on the left, values on the right; the columns are its labels, counted from 0. */
  readonly isCard?: true;
  /** The sheets of whose families it tells more: its rows are joined with theirs, and count no families of their own. */
  readonly continues?: readonly string[];
}

/** How one sheet was read, or why it was left alone. */
export interface SheetAccount {
  readonly sheet: string;
  readonly visibility: SheetVisibility;
  readonly tables: readonly TableAccount[];
  /**
   * Why the sheet has no table here; null when it has one. "card": a card of one family that is not clear; "in-columns":
   * every family has a column of its own; "copy": its cases stand on a sheet of a later period.
   */
  readonly leftOut: 'empty' | 'hidden' | 'no-table' | 'card' | 'in-columns' | 'copy' | 'corrected' | null;
}

/** One way in which wordings of a field were understood: «баз.» → BASE, 214 times. */
export interface Understanding {
  readonly field: string;
  readonly text: string;
  readonly as: string;
  readonly times: number;
}

/** Two sheets with the same case numbers; the first is of the earlier period, where they name their periods. */
export interface RepeatedCases {
  readonly first: string;
  readonly second: string;
  /** How many numbers stand on both. */
  readonly cases: number;
  readonly counted: 'both' | 'second';
}

export interface ReadingAccount {
  readonly sheets: readonly SheetAccount[];
  readonly understandings: readonly Understanding[];
  /** Period named in title lines («Начат…», «за 3 квартал»), ISO dates; null when none. */
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  /** Absent where no sheets share their cases. */
  readonly repeats?: readonly RepeatedCases[];
  /** Corrections that no longer fit, because the heading has changed. */
  readonly staleCorrections: readonly { readonly sheet: string; readonly heading: string }[];
}

export interface Reading {
  readonly register: Register;
  readonly account: ReadingAccount;
}
