/**
 * The outcome of a check as one JSON object: the contract of the command line (`check --json`). Other programs rely on
 * every name in it.
 */
import { a1, columnLetters, sheetA1 } from '../domain/cell-address.ts';
import { isoOf } from '../domain/day.ts';
import type { TableKind } from '../domain/fields.ts';
import type { CheckResult, Finding, FindingParams, Severity, SkipReason } from '../domain/finding.ts';
import type { SkippedRow, Table, TableColumn } from '../domain/register.ts';

/** A field's column: "B", or for a field over several columns an object by period. */
export type JsonColumns = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export interface JsonTable {
  readonly sheet: string;
  readonly kind: TableKind;
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: JsonColumns;
  readonly skippedRows: readonly SkippedRow[];
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: string;
  readonly fix: { readonly value: string | number; readonly display: string } | null;
  /** "Реестр!B7" */
  readonly related: readonly string[];
  readonly params: FindingParams;
}

export interface CheckJson {
  readonly file: string;
  readonly asOf: string;
  readonly pack: { readonly id: string; readonly version: string };
  readonly tables: readonly JsonTable[];
  readonly findings: readonly JsonFinding[];
  readonly skipped: readonly { readonly rule: string; readonly reason: SkipReason; readonly detail: string }[];
  readonly summary: CheckResult['summary'];
}

export interface CheckJsonInput {
  readonly file: string;
  readonly tables: readonly Table[];
  readonly result: CheckResult;
  /** The sentence for a finding. */
  readonly message: (finding: Finding) => string;
}

/** Builds the object. Pure: the same input gives the same object, in the same order. */
export function checkJson({ file, tables, result, message }: CheckJsonInput): CheckJson {
  return {
    file,
    asOf: isoOf(result.asOf),
    pack: { id: result.pack.id, version: result.pack.version },
    tables: tables.flatMap(jsonTables),
    findings: result.findings.map((finding) => jsonFinding(finding, message(finding))),
    skipped: result.ledger.flatMap(({ skipped }) =>
      skipped.map(({ rule, reason, detail }) => ({ rule, reason, detail })),
    ),
    summary: result.summary,
  };
}

/** A table, and each sheet that goes on with its columns. */
function jsonTables(table: Table): readonly JsonTable[] {
  const { pages = [], columns } = table;
  const own = columns.filter(({ sheet }) => sheet === undefined);
  return [
    jsonTable({ ...table, columns: own }),
    ...pages.map((page) =>
      jsonTable({ ...table, ...page, columns: columns.filter(({ sheet }) => sheet === page.sheet) }),
    ),
  ];
}

function jsonTable(table: Table): JsonTable {
  return {
    sheet: table.sheet,
    kind: table.kind,
    headerRows: table.headerRows,
    firstRow: table.firstRow,
    lastRow: table.lastRow,
    columns: jsonColumns(table.columns),
    skippedRows: table.skippedRows.map(({ row, why }) => ({ row, why })),
  };
}

/** Columns of one field without a period (a list of dates spread over cells) are numbered from 1. */
function jsonColumns(columns: readonly TableColumn[]): JsonColumns {
  const byField = Map.groupBy(columns, ({ field }) => field);
  return Object.fromEntries(
    [...byField].map(([field, list]) => {
      const [first] = list;
      if (first && list.length === 1 && first.period === undefined) return [field, columnLetters(first.column)];
      const letters = list.map(({ period, column }, index) => [period ?? String(index + 1), columnLetters(column)]);
      return [field, Object.fromEntries(letters)];
    }),
  );
}

function jsonFinding(finding: Finding, message: string): JsonFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    sheet: finding.cell.sheet,
    cell: a1(finding.cell.row, finding.cell.column),
    value: finding.value,
    message,
    fix: finding.fix && { value: finding.fix.value, display: finding.fix.display },
    related: finding.related.map(sheetA1),
    params: finding.params,
  };
}
