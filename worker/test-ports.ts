/** What the services need from outside, for tests that call them without a request: on any database, in either runtime. */
import { valuesHasher } from '../shared/sync/audit-chain.ts';
import type { Ports } from './services/ports.ts';
import type { SqlDatabase } from './store/database.ts';

/** Ports of a server on this database, by this clock. Nothing waits, and nothing can be judged. */
export async function testPorts(db: SqlDatabase, now: () => number = Date.now): Promise<Ports> {
  return {
    db,
    now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    chance: () => 0,
    pause: async () => undefined,
    check: () => {
      throw new Error('nothing is submitted here');
    },
    hashValues: await valuesHasher(new Uint8Array(32).fill(7)),
  };
}

/** The same database; others are let in once, before the first batch for which a statement was prepared that says this. */
export function overtaken(db: SqlDatabase, others: () => Promise<unknown>, said = ''): SqlDatabase {
  let isNext = false;
  let isDone = false;
  return {
    prepare: (sql) => {
      isNext ||= sql.includes(said);
      return db.prepare(sql);
    },
    batch: async (statements) => {
      if (isNext && !isDone) {
        isDone = true;
        await others();
      }
      return await db.batch(statements);
    },
  };
}
