/** The store's database on Node's own SQLite: the same statements as on D1, without a Worker around them. */
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { SqlDatabase, SqlStatement, SqlValue } from '../../worker/store/database.ts';

/** Sees every statement with its values before it runs. */
export type Recorder = (sql: string, values: readonly SqlValue[]) => void;

interface Bound extends SqlStatement {
  readonly runNow: () => { readonly results: readonly unknown[] };
}

const migrations = fileURLToPath(new URL('../../worker/migrations/', import.meta.url));

/** A migrated database in memory. `onBatch` runs before each call and may throw, as a broken connection would. */
export function sqliteDatabase(record: Recorder = () => undefined): SqlDatabase & { readonly raw: DatabaseSync } {
  const raw = new DatabaseSync(':memory:');
  raw.exec('PRAGMA foreign_keys = ON');
  for (const name of readdirSync(migrations).toSorted()) raw.exec(readFileSync(migrations + name, 'utf8'));
  const statement = (sql: string, values: readonly SqlValue[]): Bound => {
    const runNow = () => {
      record(sql, values);
      return { results: raw.prepare(sql).all(...values) };
    };
    return {
      bind: (...more) => statement(sql, more),
      all: async () => runNow(),
      run: async () => runNow(),
      runNow,
    };
  };
  return {
    raw,
    prepare: (sql) => statement(sql, []),
    batch: async (statements) => {
      raw.exec('BEGIN');
      try {
        const results = statements.map((one) => (one as Bound).runNow());
        raw.exec('COMMIT');
        return results;
      } catch (error) {
        raw.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
