/** Settings of this database. */
import * as z from 'zod';
import { rowsOf, type SqlDatabase } from './database.ts';

const valueRow = z.object({ value: z.string() });
const READ = 'SELECT value FROM setting WHERE name = ?';
const KEEP = 'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING';
const SET = 'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';

/** Null where it was never set. */
export async function readSetting(db: SqlDatabase, name: string): Promise<string | null> {
  return rowsOf(valueRow, await db.prepare(READ).bind(name).all())[0]?.value ?? null;
}

/** Sets what was not set yet, and answers what stands: of two writers the first wins. */
export async function keepSetting(db: SqlDatabase, name: string, value: string): Promise<string> {
  const [, kept] = await db.batch([db.prepare(KEEP).bind(name, value), db.prepare(READ).bind(name)]);
  return rowsOf(valueRow, kept)[0]?.value ?? value;
}

/** Sets a value, whatever stood there. */
export async function setSetting(db: SqlDatabase, name: string, value: string): Promise<void> {
  await db.prepare(SET).bind(name, value).run();
}
