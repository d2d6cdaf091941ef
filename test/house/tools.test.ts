import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './project-files.ts';

/** Runs a tool of the project and gives what it complained about; an empty text when it was content. */
function complaints(tool: string, ...words: string[]): string {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return run.status === 0 ? '' : `${run.stdout}\n${run.stderr}`.trim();
}

describe('the whole project', { timeout: 180_000 }, () => {
  it.each(['shared', 'worker', 'addin', 'test'])('has no type error in %s', (folder) => {
    expect(complaints('typescript/bin/tsc', '-p', folder)).toBe('');
  });

  it('passes the linter', () => {
    expect(complaints('oxlint/bin/oxlint')).toBe('');
  });

  it('is formatted', () => {
    expect(complaints('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')).toBe('');
  });

  it('holds no unused file, export or dependency', () => {
    expect(complaints('knip/bin/knip.js', '--no-progress')).toBe('');
  });
});
