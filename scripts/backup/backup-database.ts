/** Where a backup comes from and goes to: the local database of `npm start`, or the production D1 by wrangler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, withLocalDatabase } from '../start/local-database.ts';
import { memoryDatabase } from './memory-database.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import type { Backup } from './backup-file.ts';
import { dump, fill, hindrance, NOT_EMPTY } from './database-rows.ts';
import { sqlOf } from './sql-text.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const migrations = join(root, 'worker', 'migrations');

/** The local database of a data folder, migrated. */
export async function withData<T>(folder: string | null, use: (db: SqlDatabase) => Promise<T>): Promise<T> {
  const statePath = join(folder === null ? join(root, '.kurator') : resolve(folder), 'state');
  return await withLocalDatabase({ configPath: join(root, 'wrangler.toml'), statePath }, async (db) => {
    await migrate(db, migrations);
    return await use(db);
  });
}

/** Downloads the production database and reads it here. D1 answers nobody else meanwhile: best at night. */
export async function dumpRemote(at: string): Promise<Backup> {
  return await inFolder(async (folder) => {
    const file = join(folder, 'remote.sql');
    wrangler(['d1', 'export', 'DB', '--env', 'production', '--remote', '--output', file]);
    const db = memoryDatabase();
    db.exec(readFileSync(file, 'utf8'));
    return await dump(db, at);
  });
}

/** Fills the empty production database. The rows are tried on a database of this computer first. */
export async function fillRemote(backup: Backup): Promise<string | null> {
  const remote = await dumpRemote(backup.at);
  const trial = memoryDatabase();
  await migrate(trial, migrations);
  const problem = remote.rows.some(({ table }) => table === 'region') ? NOT_EMPTY : await hindrance(trial, backup);
  if (problem !== null) return problem;
  await fill(trial, backup);
  const rows = await dump(trial, backup.at);
  await runRemote(sqlOf(rows.rows));
  return null;
}

/** Runs statements on the production database. */
export async function runRemote(sql: string): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, 'statements.sql');
    writeFileSync(file, sql);
    wrangler(['d1', 'execute', 'DB', '--env', 'production', '--remote', '--yes', '--file', file]);
  });
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kurator-backup-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wrangler(words: readonly string[]): void {
  const program = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
  execFileSync(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit' });
}
