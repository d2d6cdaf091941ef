/** What was read, in a form that tests can write down. */
import { columnLetters } from '../domain/cell-address.ts';
import { fieldSpec } from '../domain/fields.ts';
import type { RecordKind } from '../domain/fields.ts';
import type { Register, RegisterRow } from '../domain/register.ts';
import type { Reading } from './reading.ts';
import { shown } from './testing-sheet.ts';

/** "families 5-8: A seq, B caseNo, H visitsByMonth 2026-03". */
export function tablesOf(reading: Reading): readonly string[] {
  return reading.register.tables.map((table) => {
    const columns = table.columns.map(({ field, column, period }) =>
      [columnLetters(column), field, period].filter((part) => part !== undefined).join(' '),
    );
    return `${table.kind} ${table.firstRow}-${table.lastRow}: ${columns.join(', ')}`;
  });
}

/** A record's values: days as ISO texts, codes as codes, unreadable as "?", empty ones left out. */
export function valuesOf(row: RegisterRow): Readonly<Record<string, unknown>> {
  const entries = Object.entries(row.values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    entries.map(([field, value]) => [field, shown(value, /^dates?$/.test(fieldSpec(row.kind, field)?.type ?? ''))]),
  );
}

/** The records of a kind by sheet row. */
export function rowsOf(
  register: Register,
  kind: RecordKind,
): readonly (readonly [number, Readonly<Record<string, unknown>>])[] {
  const rows: readonly RegisterRow[] = register[kind];
  return rows.map((row) => [row.row, valuesOf(row)]);
}

/** "4 section", "9 total": the rows that hold no record. */
export function skippedOf(reading: Reading, table = 0): readonly string[] {
  return reading.register.tables[table]?.skippedRows.map(({ row, why }) => `${row} ${why}`) ?? [];
}

/** One field of all families, in order. */
export function fieldOf(reading: Reading, field: string): readonly unknown[] {
  return reading.register.families.map((row) => valuesOf(row)[field] ?? null);
}

/** The sheet rows of all families. */
export function familyRowsOf(reading: Reading): readonly number[] {
  return reading.register.families.map(({ row }) => row);
}
