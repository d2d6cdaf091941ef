/** A database in memory by Node's own SQLite: where a backup is read or tried without a server. */
import { DatabaseSync } from 'node:sqlite';
import type { SqlDatabase, SqlStatement, SqlValue } from '../../worker/store/database.ts';

interface Bound extends SqlStatement {
  readonly now: () => { readonly results: readonly unknown[] };
}

/** Sees every statement with its values before it runs; may throw, as a broken connection would. */
export type Recorder = (sql: string, values: readonly SqlValue[]) => void;

/** An empty one. Foreign keys hold; `exec` runs statements of any number, which are not recorded. */
export function memoryDatabase(record: Recorder = () => undefined) {
  const raw = new DatabaseSync(':memory:');
  const statement = (sql: string, values: readonly SqlValue[]): Bound => {
    const now = () => {
      record(sql, values);
      return { results: raw.prepare(sql).all(...values) };
    };
    return { bind: (...more) => statement(sql, more), all: async () => now(), run: async () => now(), now };
  };
  const database: SqlDatabase = {
    prepare: (sql) => statement(sql, []),
    batch: async (statements) => {
      raw.exec('BEGIN');
      try {
        const results = statements.map((one) => (one as Bound).now());
        raw.exec('COMMIT');
        return results;
      } catch (error) {
        raw.exec('ROLLBACK');
        throw error;
      }
    },
  };
  return { ...database, raw, exec: (sql: string): void => raw.exec(sql) };
}
