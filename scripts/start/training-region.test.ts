import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteDatabase } from '../../test/simulation/sqlite-database.ts';
import { signIn } from '../../worker/services/sign-in.ts';
import { DISTRICTS, seedTrainingRegion, trainingKeys } from './training-region.ts';

const folder = mkdtempSync(join(tmpdir(), 'kurator-start-'));
const file = join(folder, 'training-keys.json');

afterAll(() => rmSync(folder, { recursive: true }));

describe('the training region', () => {
  it('keeps its keys for the next start, in a file of their own', () => {
    const keys = trainingKeys(file);
    expect(trainingKeys(file)).toEqual(keys);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('is there once, however often the server starts, and the database holds no key', async () => {
    const db = sqliteDatabase();
    const keys = trainingKeys(file);
    await seedTrainingRegion(db, keys);
    await seedTrainingRegion(db, keys);
    expect(db.raw.prepare('SELECT count(*) AS n FROM district').get()).toEqual({ n: DISTRICTS.length });
    expect(db.raw.prepare('SELECT count(*) AS n FROM access_token').get()).toEqual({ n: 3 });
    expect(JSON.stringify(db.raw.prepare('SELECT * FROM access_token').all())).not.toContain('kur_');
    const operator = await signIn(db, keys.operator, 0);
    expect(operator).toMatchObject({ ok: true, value: { role: 'operator', isRegionWide: false } });
    expect(operator.ok && operator.value.districts).toHaveLength(DISTRICTS.length);
    expect(await signIn(db, keys.manager, 0)).toMatchObject({
      ok: true,
      value: { role: 'manager', isRegionWide: true },
    });
    expect(await signIn(db, keys.admin, 0)).toMatchObject({ ok: true, value: { role: 'admin' } });
  });

  it('says that its file is damaged instead of making new keys', () => {
    const damaged = join(folder, 'damaged.json');
    writeFileSync(damaged, '{"operator":');
    expect(() => trainingKeys(damaged)).toThrow('повреждён');
    expect(readFileSync(damaged, 'utf8')).toBe('{"operator":');
  });
});
