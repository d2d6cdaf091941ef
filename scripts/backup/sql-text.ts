/**
 * Rows as SQL, for a database that only takes a file of statements. D1 takes none of more than 100 kB, and kept answers
 * and sealed values may be longer: such a text goes in pieces into a table of its own and is put together there.
 */
import { inOrderOfTables, type BackupRow } from './backup-file.ts';

/** Characters of a text that stands in a statement whole: three bytes each at most, and few such texts in a row. */
const MOST_CHARACTERS = 10_000;

const PIECES = 'restored_piece';
const BEGIN = `CREATE TABLE ${PIECES} (field TEXT NOT NULL, n INTEGER NOT NULL, text TEXT NOT NULL) STRICT;`;
const END = `DROP TABLE ${PIECES};`;

/** Statements that fill an empty database, each of at most 100 kB. The settings replace those that are there. */
export function sqlOf(rows: readonly BackupRow[]): string {
  const ordered = inOrderOfTables(rows, ({ table }) => table);
  return ['DELETE FROM setting;', BEGIN, ...ordered.flatMap(insertions), END, ''].join('\n');
}

/** The statement for a row whose texts are all short. */
export function insertSql({ table, row }: BackupRow): string {
  return insertOf({ table, row }, (name) => literal(row[name] ?? null));
}

function insertions({ table, row }: BackupRow): readonly string[] {
  const long = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'string' && value.length > MOST_CHARACTERS ? [[name, value] as const] : [],
  );
  if (long.length === 0) return [insertSql({ table, row })];
  const names = new Set(long.map(([name]) => name));
  return [
    ...long.flatMap(([name, text]) =>
      piecesOf(text).map((piece, n) => insertSql({ table: PIECES, row: { field: name, n, text: piece } })),
    ),
    insertOf({ table, row }, (name) => (names.has(name) ? joined(name) : literal(row[name] ?? null))),
    `DELETE FROM ${PIECES};`,
  ];
}

function insertOf({ table, row }: BackupRow, valueOf: (name: string) => string): string {
  const names = Object.keys(row);
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(valueOf).join(', ')});`;
}

function joined(name: string): string {
  return `(SELECT group_concat(text, '') FROM (SELECT text FROM ${PIECES} WHERE field = '${name}' ORDER BY n))`;
}

/** A letter of two code units is never cut. */
function piecesOf(text: string): readonly string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${MOST_CHARACTERS}}`, 'gu')) ?? [];
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
