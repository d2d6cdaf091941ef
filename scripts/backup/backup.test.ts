import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { unstable_splitSqlQuery as splitSql } from 'wrangler';
import { extendChain, regionChain } from '../../shared/sync/audit-chain.ts';
import { DISTRICTS, REGION, seedTrainingRegion } from '../start/training-region.ts';
import { tokenOf } from '../../shared/sync/token-format.ts';
import { migrate } from '../start/local-database.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import { auditReport } from './audit-report.ts';
import { backupText, readBackup, type Backup } from './backup-file.ts';
import { dump, fill, hindrance } from './database-rows.ts';
import { memoryDatabase } from './memory-database.ts';
import { newRegion } from './new-region.ts';
import { insertSql, sqlOf } from './sql-text.ts';
import { signIn } from '../../worker/services/sign-in.ts';

const migrations = fileURLToPath(new URL('../../worker/migrations/', import.meta.url));
const AT = '2026-10-31T01:00:00.000Z';
const [{ id: district }] = DISTRICTS;

async function empty(): Promise<ReturnType<typeof memoryDatabase>> {
  const db = memoryDatabase();
  db.exec('PRAGMA foreign_keys = ON');
  await migrate(db, migrations);
  return db;
}

const key = (digit: number): string => tokenOf(new Uint8Array(32).fill(digit));

/** A training region with rows, texts that are hard to carry, and a chain of five links. */
async function filled(): Promise<SqlDatabase> {
  const db = await empty();
  const keys = { auditKey: '', operator: key(1), manager: key(2), admin: key(3), auditor: key(4) };
  await seedTrainingRegion(db, keys);
  const hard = ["О'Коннор; DROP TABLE region", 'строка\nвторая', '{"a":1}', '"', '\\', '123', ''];
  for (const [index, text] of hard.entries()) {
    const sql = `INSERT INTO register_row (district_id, register_id, id, kind, version, seq, payload) VALUES (?, 'r', ?, 'families', 1, ?, ?)`;
    await db.prepare(sql).bind(district, `row ${index}`, index, JSON.stringify({ text })).run();
  }
  await db.prepare(`INSERT INTO register_row VALUES (?, 'r', 'gone', 'families', 2, 9, NULL)`).bind(district).run();
  const fact = { at: AT, actor: 'a', action: 'retired', register: 'r', row: null, version: null } as const;
  const facts = Array.from({ length: 5 }, () => ({ ...fact, fields: [], before: null, after: null, push: null }));
  const links = await extendChain(district, { n: 0, hash: '' }, facts);
  for (const { n, entry, hash } of links) {
    await db.prepare('INSERT INTO audit VALUES (?, ?, ?, ?)').bind(district, n, entry, hash).run();
  }
  const head = links.at(-1)?.hash ?? '';
  await db.prepare('UPDATE district SET audit_n = 5, audit_head = ? WHERE id = ?').bind(head, district).run();
  return db;
}

const isEpoch = ({ table, row }: Backup['rows'][number]): boolean => table === 'setting' && row['name'] === 'epoch';
const withoutEpoch = ({ rows }: Backup) => rows.filter((row) => !isEpoch(row));

let backup: Backup;
beforeAll(async () => {
  backup = await dump(await filled(), AT);
});

function read(text: string): Backup {
  const read = readBackup(text);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

const prints = async (db: SqlDatabase): Promise<readonly unknown[]> => [
  (await db.prepare('SELECT * FROM family_fingerprint').all()).results,
  (await db.prepare('SELECT * FROM shared_fingerprint').all()).results,
];

describe('backup', () => {
  it('[B1] export, wipe, restore: every row of every table is back, under a new epoch', async () => {
    const db = await empty();
    const carried = read(backupText(backup));
    expect(await hindrance(db, carried)).toBe(null);
    await fill(db, carried);
    const again = await dump(db, AT);
    expect(withoutEpoch(again)).toEqual(withoutEpoch(backup));
    expect(again.rows.filter(isEpoch)).toHaveLength(1);
    expect(again.rows.find(isEpoch)).not.toEqual(backup.rows.find(isEpoch));
    expect(again.rows.length).toBeGreaterThan(20);
    expect(again.migrations).toEqual(readdirSync(migrations).toSorted());
  });

  it('the same by a file of SQL statements', async () => {
    const db = await empty();
    db.exec(sqlOf(backup.rows));
    expect(await dump(db, AT)).toEqual(backup);
  });

  it('no statement of it is too long for D1, whatever a row holds', async () => {
    const source = await filled();
    const outcomes = Array.from({ length: 5_000 }, (_, n) => ({ row: `${n}`.padStart(22, "'"), outcome: 'applied' }));
    const sealed = `s1.${'ж'.repeat(60_000)}.${'😀'.repeat(50_001)}`;
    const payload = JSON.stringify({ fingerprints: ['f'.repeat(22)], sealed });
    await source
      .prepare("INSERT INTO push VALUES (?, 'c', 'p', 'r', 'h', ?, 1, 0, 'a')")
      .bind(district, JSON.stringify(outcomes))
      .run();
    await source
      .prepare("INSERT INTO register_row VALUES (?, 'r', 'long', 'families', 1, 1, ?)")
      .bind(district, payload)
      .run();
    const carried = await dump(source, AT);
    const statements = splitSql(sqlOf(carried.rows));
    expect(statements.length).toBeGreaterThan(carried.rows.length);
    for (const one of statements) expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(100_000);
    const db = await empty();
    for (const one of statements) db.exec(one);
    expect(await dump(db, AT)).toEqual(carried);
    expect(await prints(db)).toEqual(await prints(source));
  });

  it('what is kept from the rows by itself is there again, by either way', async () => {
    const source = await filled();
    const [, { id: other }] = DISTRICTS;
    for (const [at, id] of [district, other].entries()) {
      const payload = JSON.stringify({ fingerprints: ['f'.repeat(22), String(at).repeat(22)] });
      const sql = `INSERT INTO register_row VALUES (?, 'r', 'print', 'families', 1, 1, ?)`;
      await source.prepare(sql).bind(id, payload).run();
    }
    const carried = await dump(source, AT);
    const [byRows, bySql] = [await empty(), await empty()];
    await fill(byRows, carried);
    bySql.exec(sqlOf(carried.rows));
    expect((await prints(source)).flat()).toHaveLength(5);
    expect(await prints(byRows)).toEqual(await prints(source));
    expect(await prints(bySql)).toEqual(await prints(source));
  });

  it('a database with data is never written over', async () => {
    expect(await hindrance(await filled(), backup)).toMatch(/уже есть данные/);
  });

  it('a backup of a newer version is not taken', async () => {
    const newer = { ...backup, migrations: [...backup.migrations, '9999_later.sql'] };
    expect(await hindrance(await empty(), newer)).toMatch(/более новой версией/);
  });

  it('a backup of an older version is', async () => {
    const older = {
      ...backup,
      migrations: backup.migrations.slice(0, 3),
      rows: backup.rows
        .filter(({ table }) => table !== 'person')
        .map(({ table, row }) => ({
          table,
          row: Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'archived_at')),
        })),
    };
    const db = await empty();
    await fill(db, older);
    expect(withoutEpoch(await dump(db, AT))).toEqual(withoutEpoch(backup));
  });

  it('every damage of the file is told before anything is written', () => {
    const text = backupText(backup);
    const lines = text.trimEnd().split('\n');
    const damaged = [
      '',
      'PK',
      text.slice(0, -20),
      lines.slice(0, -1).join('\n'),
      `${lines.toSpliced(3, 1).join('\n')}\n`,
      text.replace('Учебный', 'Учёбный'),
      `${text}${text}`,
    ];
    for (const one of damaged) expect(readBackup(one)).toHaveProperty('problem');
  });
});

const change = (rows: (all: Backup['rows']) => Backup['rows']): Backup => ({ ...backup, rows: rows(backup.rows) });
const reportOf = async (of: Backup, earlier: Backup | null = null) =>
  (await auditReport(of, earlier)).find(({ chain }) => chain === district);
const isLink = (n: number) => (one: Backup['rows'][number]) => one.table === 'audit' && one.row['n'] === n;

describe('a new region', () => {
  it('has an administrator whose printed key signs in, and the key itself is not kept', async () => {
    const db = await empty();
    const { rows, token } = await newRegion('sever', "Север 'А'", Date.parse(AT));
    for (const row of rows) await db.prepare(insertSql(row)).run();
    expect(await signIn(db, token, Date.parse(AT))).toMatchObject({
      ok: true,
      value: { role: 'admin', region: { id: 'sever', title: "Север 'А'" } },
    });
    expect(backupText(await dump(db, AT))).not.toContain(token);
  });
});

describe('verify-audit', () => {
  it('[L3] finds whole chains whole', async () => {
    const reports = await auditReport(backup, backup);
    expect(reports.map(({ chain }) => chain).toSorted()).toEqual(
      [...DISTRICTS.map(({ id }) => id), regionChain(REGION.id)].toSorted(),
    );
    expect(reports.every(({ badN }) => badN === null)).toBe(true);
    expect(await reportOf(backup)).toMatchObject({ links: 5 });
  });

  it.each([
    [
      'a changed link',
      (rows: Backup['rows']) =>
        rows.map((one) => (isLink(3)(one) ? { ...one, row: { ...one.row, entry: '{}' } } : one)),
      3,
    ],
    ['a removed link', (rows: Backup['rows']) => rows.filter((one) => !isLink(2)(one)), 2],
    ['a cut end', (rows: Backup['rows']) => rows.filter((one) => !isLink(5)(one)), 5],
  ])('[L2] finds %s and says where', async (_, rows, badN) => {
    expect(await reportOf(change(rows))).toMatchObject({ badN });
  });

  it('[L3] finds a chain that was written anew, by an earlier backup', async () => {
    const fresh = await dump(await filled(), AT);
    const cut: Backup = {
      ...fresh,
      rows: fresh.rows
        .filter((one) => one.table !== 'audit')
        .map((one) => (one.table === 'district' ? { ...one, row: { ...one.row, audit_n: 0, audit_head: '' } } : one)),
    };
    expect(await reportOf(cut)).toMatchObject({ badN: null });
    expect(await reportOf(cut, backup)).toMatchObject({ badN: 1 });
  });
});
