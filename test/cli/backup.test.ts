/** Commands on the database as people call them by hand: what goes wrong is one sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backupText } from '../../scripts/backup/backup-file.ts';
import { runScript } from './run-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a backup that cannot be made or put back', () => {
  it('says in one sentence that there is no such folder', async () => {
    const { status, err } = await runScript('export.ts', ['nowhere/copy.jsonl', '--data', 'data'], { folder });
    expect(err).toMatch(/^Копия не сохранена: .+\n$/);
    expect(status).toBe(2);
  });

  it('says in one sentence that its rows do not fit together', async () => {
    const rows = [{ table: 'district', row: { id: 'lesnoy', region_id: 'none', title: 'Лесной' } }];
    writeFileSync(join(folder, 'odd.jsonl'), backupText({ at: '2026-10-31T01:00:00.000Z', migrations: [], rows }));
    const { status, err } = await runScript('restore.ts', ['odd.jsonl', '--data', 'data'], { folder });
    expect(err).toMatch(/^Восстановить не удалось: .+\n$/);
    expect(status).toBe(2);
  });
});

const beginRegion = () => runScript('new-region.ts', ['les', 'Лесной край', '--data', 'begun'], { folder });

describe('a region that is begun twice', () => {
  it('is told in one sentence, and the key of the first stays the only one', async () => {
    expect(await beginRegion()).toMatchObject({ status: 0, err: '' });
    expect(await beginRegion()).toEqual({ status: 2, out: '', err: 'Такой регион уже есть.\n' });
  });
});
