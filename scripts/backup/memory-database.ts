/** A database in memory by Node's own SQLite: where a backup is read or tried without a server. */
import { DatabaseSync } from 'node:sqlite';
import type { SqlDatabase, SqlStatement, SqlValue } from '../../worker/store/database.ts';

interface Bound extends SqlStatement {
  readonly now: () => { readonly results: readonly unknown[] };
}

/** An empty one. Foreign keys hold; `exec` runs statements of any number. */
export function memoryDatabase(): SqlDatabase & { readonly exec: (sql: string) => void } {
  const raw = new DatabaseSync(':memory:');
  const statement = (sql: string, values: readonly SqlValue[]): Bound => {
    const now = () => ({ results: raw.prepare(sql).all(...values) });
    return { bind: (...more) => statement(sql, more), all: async () => now(), run: async () => now(), now };
  };
  return {
    exec: (sql) => raw.exec(sql),
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
}
