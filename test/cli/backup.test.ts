/** Backups as people make them by hand: what goes wrong is one sentence. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { backupText } from '../../scripts/backup/backup-file.ts';

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(
  script: string,
  words: readonly string[],
): Promise<{ readonly status: number | null; readonly err: string }> {
  const child = spawn(process.execPath, [join(scripts, script), ...words], { cwd: folder });
  let err = '';
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, err })));
}

describe('a backup that cannot be made or put back', () => {
  it('says in one sentence that there is no such folder', async () => {
    const { status, err } = await run('export.ts', ['nowhere/copy.jsonl', '--data', 'data']);
    expect(err).toMatch(/^Копия не сохранена: .+\n$/);
    expect(status).toBe(2);
  });

  it('says in one sentence that its rows do not fit together', async () => {
    const rows = [{ table: 'district', row: { id: 'lesnoy', region_id: 'none', title: 'Лесной' } }];
    writeFileSync(join(folder, 'odd.jsonl'), backupText({ at: '2026-10-31T01:00:00.000Z', migrations: [], rows }));
    const { status, err } = await run('restore.ts', ['odd.jsonl', '--data', 'data']);
    expect(err).toMatch(/^Восстановить не удалось: .+\n$/);
    expect(status).toBe(2);
  });
});
