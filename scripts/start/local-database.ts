/** The database of `npm start`: a local D1 in the data folder, migrated as a deployment migrates its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getPlatformProxy, unstable_splitSqlQuery as splitSql } from 'wrangler';
import type { SqlDatabase } from '../../worker/store/database.ts';

/** The table in which wrangler notes applied migrations, so that its own commands go on from here. */
const NOTES = `
  CREATE TABLE IF NOT EXISTS d1_migrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`;

/** Applies what is missing of the migrations in a folder, each file as a whole or not at all. Returns their names. */
export async function migrate(db: SqlDatabase, folder: string): Promise<readonly string[]> {
  await db.prepare(NOTES).run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all();
  const applied = new Set(results.map((row) => (row as { name: string }).name));
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const missing = files.toSorted().filter((name) => !applied.has(name));
  for (const name of missing) {
    const statements = splitSql(readFileSync(join(folder, name), 'utf8'));
    const note = db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await db.batch([...statements.map((sql) => db.prepare(sql)), note]);
  }
  return missing;
}

/** Opens the local D1 of the project for a while. */
export async function withLocalDatabase<T>(
  { configPath, statePath }: { readonly configPath: string; readonly statePath: string },
  use: (db: SqlDatabase) => Promise<T>,
): Promise<T> {
  const proxy = await getPlatformProxy<{ DB: SqlDatabase }>({
    configPath,
    persist: { path: join(statePath, 'v3') },
    envFiles: [],
    remoteBindings: false,
  });
  try {
    return await use(proxy.env.DB);
  } finally {
    await proxy.dispose();
  }
}
