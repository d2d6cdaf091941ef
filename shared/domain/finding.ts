/** What the validator finds, and the account it gives of what it did not judge. */
import type { CellAddress } from './cell-address.ts';
import type { Day } from './day.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Values that a message is made of. Days are ISO dates, so that parameters travel as JSON. */
export type FindingParams = Readonly<Record<string, string | number | readonly string[]>>;

/** A correction that one click can make. `value` is an ISO date, a number or a text. */
export interface Fix {
  readonly kind: 'date' | 'number' | 'text';
  readonly value: string | number;
  /** How the value will look in the cell: «10.03.2025». */
  readonly display: string;
}

/** One place that breaks a rule. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly cell: CellAddress;
  /** The field it is about, and the period for a field over several columns. Null: the row as a whole. */
  readonly field: string | null;
  readonly period?: string;
  /** What stands in the cell, as text. */
  readonly value: string;
  readonly params: FindingParams;
  readonly fix: Fix | null;
  readonly related: readonly CellAddress[];
  /** How people call the family or person it is about («Иванова М. П.», «дело 15/2025»); null for a table. */
  readonly subject: string | null;
  /** The curator of the row, for grouping; null where there is none. */
  readonly curator: string | null;
  /**
   * Stays the same when rows are sorted, inserted or copied into next month's workbook:
   * rule + case + field (and period) + value.
   */
  readonly identity: string;
}

/** Why a rule, or a part of it, was not judged. */
export type SkipReason =
  | 'norm-null'
  | 'column-missing'
  | 'value-unreadable'
  | 'calendar-missing'
  | 'calendar-provisional'
  | 'data-too-coarse'
  | 'table-missing'
  | 'not-sent'
  | 'failed';

/** One line under «Не проверено». */
export interface Skipped {
  readonly rule: string;
  readonly reason: SkipReason;
  /** The norm, field or year it is about, as a machine word: "level:CRISIS", "field:formedOn", "year:2027". */
  readonly detail: string;
  /** Rows that it concerns; 0 when the whole rule is meant. */
  readonly rows: number;
}

/** What one rule did in a run. */
export interface LedgerEntry {
  readonly rule: string;
  /** Rows (or groups) looked at. */
  readonly looked: number;
  readonly findings: number;
  readonly skipped: readonly Skipped[];
}

/** The outcome of a run over a register. Findings are in sheet order, then by row, column and rule id. */
export interface CheckResult {
  readonly asOf: Day;
  readonly pack: { readonly id: string; readonly version: string };
  /** Version of the rules as code. */
  readonly engine: string;
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  readonly summary: {
    readonly cases: number;
    readonly visits: number;
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
  };
}
