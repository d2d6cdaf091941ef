import { describe, expect, it } from 'vitest';
import { push } from '../../worker/services/push.ts';
import { databaseFault, type DatabaseFault, type SqlDatabase } from '../../worker/store/database.ts';
import { codeOf } from '../../worker/http/api-error.ts';
import { simulatedServer } from './simulated-server.ts';
import { idOf } from './simulated-workbook.ts';

/** Every text of D1's documented list of errors, and some that are in no list. */
const FAULTS: readonly (readonly [string, DatabaseFault])[] = [
  ['D1_ERROR: Network connection lost.', 'try-again'],
  ['D1_ERROR: D1 DB reset because its code was updated.', 'try-again'],
  ['D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.', 'try-again'],
  ['D1_ERROR: Internal error in D1 DB storage caused object to be reset.', 'try-again'],
  ['D1_ERROR: Replica disconnected from primary.', 'try-again'],
  ['D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.', 'try-again'],
  ["D1_ERROR: Can't read from request stream because client disconnected.", 'try-again'],
  ['D1_ERROR: D1 DB is overloaded. Requests queued for too long.', 'back-off'],
  ['D1_ERROR: D1 DB is overloaded. Too many requests queued.', 'back-off'],
  ['D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.', 'back-off'],
  ["D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.", 'stop'],
  ['D1_ERROR: D1 DB exceeded its CPU time limit and was reset.', 'stop'],
  ['D1_ERROR: Exceeded maximum DB size.', 'stop'],
  ["D1_ERROR: Your account has exceeded D1's maximum account storage limit.", 'stop'],
  ['D1_ERROR: No SQL statements detected.', 'stop'],
  ['D1_TYPE_ERROR: Type undefined not supported for value undefined', 'stop'],
  ['D1_COLUMN_NOTFOUND: no such column', 'stop'],
  ['D1_ERROR: CHECK constraint failed: ok = 1: SQLITE_CONSTRAINT', 'stop'],
  ['D1_ERROR: UNIQUE constraint failed: push.district_id, push.seq: SQLITE_CONSTRAINT', 'number-taken'],
  ['something that nobody has seen', 'stop'],
];

/** The k-th batch ends in trouble: before it is written, or after. */
async function pushWith(fault: string, { at, after, times = 1 }: { at: number; after: boolean; times?: number }) {
  const server = await simulatedServer();
  let batches = 0;
  const db: SqlDatabase = {
    prepare: server.database.prepare,
    batch: async (statements) => {
      batches += 1;
      const isTrouble = batches >= at && batches < at + times;
      if (isTrouble && !after) throw new Error(fault);
      const results = await server.database.batch(statements);
      if (isTrouble) throw new Error(fault);
      return results;
    },
  };
  const request = {
    protocol: 1,
    client: idOf('c'),
    pushId: idOf('p'),
    epoch: null,
    ops: [{ op: 'create' as const, row: idOf('r'), kind: 'families' as const, values: { level: 'BASE' } }],
  };
  const answer = await push({ ...server.ports, db }, server.scope, { tokenId: 'actor' }, request);
  const { n } = server.database.raw.prepare('SELECT count(*) AS n FROM audit').get() ?? { n: -1 };
  return { answer, rows: server.rows().size, audit: n, batches };
}

describe('[I8] errors of the database', () => {
  it.each(FAULTS)('%s → %s', (text, fault) => {
    expect(databaseFault(new Error(text))).toBe(fault);
    expect(databaseFault(new Error('D1_ERROR', { cause: new Error(text) }))).toBe(fault);
    expect(codeOf(new Error(text))).toBe(['try-again', 'back-off'].includes(fault) ? 'busy' : 'unexpected');
  });

  it.each(['a text', null, undefined, { message: 'Network connection lost.' }])('%j is no error of it', (thrown) => {
    expect(databaseFault(thrown)).toBe('stop');
  });

  it.each([
    { at: 1, after: false },
    { at: 2, after: false },
    { at: 2, after: true },
  ])('a push that meets a lost connection %j is repeated, and done once', async (cut) => {
    const { answer, rows, audit } = await pushWith('D1_ERROR: Network connection lost.', cut);
    expect(answer).toMatchObject({ ok: true, value: { outcomes: [{ outcome: 'applied', version: 1 }] } });
    expect([rows, audit]).toEqual([1, 1]);
  });

  it('a database that stays in trouble is left alone after three attempts, an overloaded one after the first', async () => {
    const lost = await pushWith('D1_ERROR: Network connection lost.', { at: 1, after: false, times: 99 });
    expect(lost).toMatchObject({ answer: { ok: false, error: { code: 'busy' } }, batches: 3, rows: 0 });
    const full = await pushWith('D1_ERROR: D1 DB is overloaded. Too many requests queued.', {
      at: 1,
      after: false,
      times: 99,
    });
    expect(full).toMatchObject({ answer: { ok: false, error: { code: 'busy' } }, batches: 1, rows: 0 });
  });
});
