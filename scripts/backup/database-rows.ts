/** All rows of a database, out of it and into an empty one. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonChunks, rowsOf, type SqlDatabase, type SqlStatement } from '../../worker/store/database.ts';
import { inOrderOfTables, type Backup, type BackupRow } from './backup-file.ts';

const named = z.object({ name: z.string() });
/** Not those that triggers keep from the rows of others: they fill themselves again. */
const TABLES = `
  SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'
  AND name NOT IN ('d1_migrations', 'family_fingerprint', 'shared_fingerprint') ORDER BY name`;
const MIGRATIONS = 'SELECT name FROM d1_migrations ORDER BY name';

/** Everything, read as one. */
export async function dump(db: SqlDatabase, at: string): Promise<Backup> {
  const tables = await tableNames(db);
  const keys = await Promise.all(tables.map((table) => keyOf(db, table)));
  const reads = tables.map((table, index) => db.prepare(`SELECT * FROM ${table} ORDER BY ${keys[index] ?? '1'}`));
  const [migrations, ...results] = await db.batch([db.prepare(MIGRATIONS), ...reads]);
  const rows = tables.flatMap((table, index) =>
    (results[index]?.results ?? []).map((row) => ({ table, row: row as BackupRow['row'] })),
  );
  return { at, migrations: rowsOf(named, migrations).map(({ name }) => name), rows };
}

export const NOT_EMPTY = 'В базе уже есть данные. Восстанавливайте в пустую базу: ничего не затирается.';

/** Why a backup cannot be put into this database, as a sentence; null when it can. */
export async function hindrance(db: SqlDatabase, backup: Backup): Promise<string | null> {
  const known = new Set(rowsOf(named, await db.prepare(MIGRATIONS).all()).map(({ name }) => name));
  if (backup.migrations.some((name) => !known.has(name))) {
    return 'Копия сделана более новой версией Куратора. Обновите программу и повторите восстановление.';
  }
  const { results } = await db.prepare('SELECT id FROM region LIMIT 1').all();
  return results.length > 0 ? NOT_EMPTY : null;
}

/**
 * Fills an empty database in one batch and begins a new life of it: with the new epoch every workbook compares all rows
 * at its next sending, so that nothing sent after the backup is lost.
 */
export async function fill(db: SqlDatabase, backup: Backup): Promise<void> {
  await db.batch([...(await fillStatements(db, backup))]);
}

async function fillStatements(db: SqlDatabase, backup: Backup): Promise<readonly SqlStatement[]> {
  const byTable = Map.groupBy(backup.rows, ({ table }) => table);
  const known = await tableNames(db);
  const tables = inOrderOfTables(
    known.filter((table) => byTable.has(table)),
    (table) => table,
  );
  const statements: SqlStatement[] = [db.prepare('DELETE FROM setting')];
  for (const table of tables) {
    const rows = (byTable.get(table) ?? []).map(({ row }) => row);
    const columns = (await columnsOf(db, table)).filter((column) => rows.some((row) => column in row));
    const insert = `INSERT INTO ${table} (${columns.join(', ')})
      SELECT ${columns.map((column) => `value ->> '${column}'`).join(', ')} FROM json_each(?)`;
    statements.push(...jsonChunks(rows).map((part) => db.prepare(insert).bind(part)));
  }
  const epoch = randomBytes(16).toString('hex');
  statements.push(db.prepare("UPDATE setting SET value = ? WHERE name = 'epoch'").bind(epoch));
  return statements;
}

async function tableNames(db: SqlDatabase): Promise<readonly string[]> {
  return rowsOf(named, await db.prepare(TABLES).all()).map(({ name }) => name);
}

async function columnsOf(db: SqlDatabase, table: string): Promise<readonly string[]> {
  return rowsOf(named, await db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all()).map(
    ({ name }) => name,
  );
}

async function keyOf(db: SqlDatabase, table: string): Promise<string> {
  const sql = `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`;
  const names = rowsOf(named, await db.prepare(sql).all()).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : '1';
}
