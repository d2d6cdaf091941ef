/** Rows as SQL, for a database that only takes a file of statements. */
import type { BackupRow } from './backup-file.ts';

const FIRST = ['region', 'district'];

/** One INSERT for each row: a statement may not be longer than 100 kB. The settings replace those that are there. */
export function sqlOf(rows: readonly BackupRow[]): string {
  const ordered = rows.toSorted((a, b) => place(a) - place(b));
  return ['DELETE FROM setting;', ...ordered.map(insertSql), ''].join('\n');
}

function place({ table }: BackupRow): number {
  return FIRST.includes(table) ? FIRST.indexOf(table) : FIRST.length;
}

export function insertSql({ table, row }: BackupRow): string {
  const names = Object.keys(row);
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => literal(row[name] ?? null)).join(', ')});`;
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
