import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../../scripts/backup/memory-database.ts';
import { migrate } from '../../scripts/start/local-database.ts';
import { extendChain, verifyChain, type ChainLink } from '../../shared/sync/audit-chain.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';

const FOLDER = fileURLToPath(new URL('../../worker/migrations/', import.meta.url));
const FILES = readdirSync(FOLDER).toSorted();
const sqlOf = (name: string): string => readFileSync(FOLDER + name, 'utf8');

type Row = Readonly<Record<string, string | number | null>>;

const PAYLOAD = JSON.stringify({ caseNo: 'kc1_a', applicant: 'kp1_a', level: 'BASE', fingerprints: ['f1', 'f2'] });
const FACT = {
  at: '2026-01-01T00:00:00.000Z',
  actor: 'a',
  action: 'created',
  register: 'r',
  row: 'w',
  version: 1,
  fields: ['level'],
  before: null,
  after: 'h',
  push: 'p',
} as const;

/** What a working server has in its tables; only those that exist are filled. */
async function filling(): Promise<Readonly<Record<string, readonly Row[]>>> {
  const links = await extendChain('d', { n: 0, hash: '' }, [FACT, { ...FACT, version: 2, action: 'set' }]);
  const audit = links.map(({ n, entry, hash }) => ({ district_id: 'd', n, entry, hash }));
  return {
    region: [{ id: 'g', title: 'Регион' }],
    district: [
      { id: 'd', region_id: 'g', title: 'Лесной', seq: 2, audit_n: 2, audit_head: links.at(-1)?.hash ?? '' },
      { id: 'e', region_id: 'g', title: 'Речной', seq: 0, audit_n: 0, audit_head: '' },
    ],
    access_token: [{ id: 't', hash: 'h', region_id: 'g', name: 'Проба', role: 'operator', created_at: 1 }],
    register: [{ district_id: 'd', id: 'r', created_at: 1 }],
    register_row: [
      { district_id: 'd', register_id: 'r', id: 'w', kind: 'families', version: 2, seq: 2, payload: PAYLOAD },
      { district_id: 'd', register_id: 'r', id: 'x', kind: 'visits', version: 2, seq: 2, payload: null },
    ],
    push: [
      {
        district_id: 'd',
        client_id: 'c',
        push_id: 'p',
        register_id: 'r',
        request_hash: 'h',
        answer: '{}',
        seq: 2,
        at: 1,
      },
    ],
    audit,
    submission: [
      {
        district_id: 'd',
        number: 1,
        register_id: 'r',
        at: 1,
        seq: 2,
        as_of: '2026-01-01',
        content_hash: 'h',
        actor: 'a',
        summary: '{}',
      },
    ],
    finding: [{ district_id: 'd', register_id: 'r', n: 1, row_id: 'w', rule: 'x', severity: 'error', detail: '{}' }],
    person: [{ region_id: 'g', id: 'p', name: 'Кедрова', role: 'manager', created_at: 1 }],
    hand_in: [
      {
        district_id: 'd',
        number: 1,
        register_id: 'r',
        period: '2026-Q1',
        state: 'submitted',
        at: 1,
        as_of: '2026-03-31',
        actor: 'a',
        explanation: '',
        counts: '{}',
        receipt: '{}',
      },
    ],
    hand_in_row: [{ district_id: 'd', number: 1, id: 'w', kind: 'families', version: 2, payload: PAYLOAD }],
  };
}

/** A database of an earlier version with rows in its tables. */
async function filledAt(version: number): Promise<{ readonly db: DatabaseSync; readonly tables: readonly string[] }> {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA foreign_keys = ON');
  for (const name of FILES.slice(0, version)) db.exec(sqlOf(name));
  const tables: string[] = ['setting'];
  for (const [table, rows] of Object.entries(await filling())) {
    if (!db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table)) continue;
    tables.push(table);
    for (const row of rows) {
      const names = Object.keys(row);
      const places = names.map(() => '?').join(', ');
      db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...Object.values(row));
    }
  }
  return { db, tables };
}

const rowsOf = (db: DatabaseSync, table: string): readonly Row[] =>
  db.prepare(`SELECT * FROM ${table}`).all() as unknown as readonly Row[];

describe('[B3] migrations of a filled database', () => {
  it.each(FILES.slice(0, -1).map((name, index) => [name, index + 1] as const))(
    'from %s on: every row keeps what it had, and the chain stands before and after',
    async (_, version) => {
      const { db, tables } = await filledAt(version);
      const before = new Map(tables.map((table) => [table, rowsOf(db, table)]));
      for (const name of FILES.slice(version)) db.exec(sqlOf(name));
      expect(tables.length).toBeGreaterThanOrEqual(10);
      for (const [table, rows] of before) {
        const after = rowsOf(db, table);
        expect(after).toHaveLength(rows.length);
        expect(after.map((row, index) => ({ ...row, ...rows[index] }))).toEqual(after);
      }
      const links = rowsOf(db, 'audit') as unknown as readonly ChainLink[];
      expect(await verifyChain('d', links)).toMatchObject({ ok: true, head: { n: 2 } });
      expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      expect(() => db.exec('DELETE FROM audit')).toThrow('audit rows are kept');
    },
  );

  it('cut at any statement of any file, run again: the same database as in one go', async () => {
    const whole = memoryDatabase();
    await migrate(whole, FOLDER);
    const expected = (await whole.prepare(SCHEMA).all()).results;
    let cuts = 0;
    for (let cut = 1; ; cut += 1) {
      const db = memoryDatabase();
      const wasCut = await migrateWithCut(db, cut);
      if (!wasCut) break;
      cuts += 1;
      await migrate(db, FOLDER);
      expect((await db.prepare(SCHEMA).all()).results).toEqual(expected);
    }
    expect(cuts).toBeGreaterThan(FILES.length);
  });
});

const SCHEMA = "SELECT type, name, sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_*' ORDER BY type, name";

/** Runs the migrations until the cut-th statement, which fails; false when there are fewer. */
async function migrateWithCut(db: SqlDatabase, cut: number): Promise<boolean> {
  let seen = 0;
  const cutting: SqlDatabase = {
    prepare: db.prepare,
    batch: async (statements) => {
      const at = cut - seen - 1;
      seen += statements.length;
      const isHere = at >= 0 && at < statements.length;
      return await db.batch(isHere ? statements.toSpliced(at, 0, db.prepare('SELECT * FROM nowhere')) : statements);
    },
  };
  try {
    await migrate(cutting, FOLDER);
    return false;
  } catch (error) {
    if (!String(error).includes('nowhere')) throw error;
    return true;
  }
}
