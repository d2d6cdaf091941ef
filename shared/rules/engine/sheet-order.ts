/** The order in which people meet rows and findings: sheets as in the workbook, then rows, columns, rule ids. */
import type { CellAddress } from '../../domain/cell-address.ts';
import type { Finding } from '../../domain/finding.ts';
import type { RegisterRow, Table } from '../../domain/register.ts';

export interface SheetOrder {
  readonly rows: (a: RegisterRow, b: RegisterRow) => number;
  readonly findings: (a: Finding, b: Finding) => number;
}

/** The order given by the tables of a workbook. Sheets that have none come last. */
export function sheetOrder(tables: readonly Table[]): SheetOrder {
  const places = new Map<string, number>();
  for (const { sheet } of tables) if (!places.has(sheet)) places.set(sheet, places.size);
  const place = (sheet: string): number => places.get(sheet) ?? places.size;
  const cells = (a: CellAddress, b: CellAddress): number =>
    (a.sheet === b.sheet ? 0 : place(a.sheet) - place(b.sheet)) || a.row - b.row || a.column - b.column;
  const firstRelated = (a: Finding, b: Finding): number => {
    const [one] = a.related;
    const [other] = b.related;
    return one && other ? cells(one, other) : 0;
  };
  return {
    rows: (a, b) =>
      (a.table.sheet === b.table.sheet ? 0 : place(a.table.sheet) - place(b.table.sheet)) || a.row - b.row,
    findings: (a, b) =>
      cells(a.cell, b.cell) ||
      compareTexts(a.rule, b.rule) ||
      compareTexts(a.identity, b.identity) ||
      firstRelated(a, b) ||
      compareTexts(JSON.stringify(a.params), JSON.stringify(b.params)) ||
      compareTexts(restOf(a), restOf(b)),
  };
}

/**
 * Rows that share a merged cell may say the same of it and name different people: which of them is shown must not
 * depend on the order in which they were judged. Those that name a curator come first: a quoted name before null.
 */
function restOf({ curator, subject, severity, related, fix }: Finding): string {
  return JSON.stringify([curator, subject, severity, related, fix]);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
