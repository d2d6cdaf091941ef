/** The store's database on Node's own SQLite: the same statements as on D1, without a Worker around them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { memoryDatabase, type Recorder } from '../../scripts/backup/memory-database.ts';

const migrations = fileURLToPath(new URL('../../worker/migrations/', import.meta.url));

/** A migrated database in memory. */
export function sqliteDatabase(record?: Recorder) {
  const database = memoryDatabase(record);
  for (const name of readdirSync(migrations).toSorted()) database.exec(readFileSync(migrations + name, 'utf8'));
  return database;
}
