import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDERS = [import.meta.dirname, join(import.meta.dirname, '../text')];
const IDS = /\[(R\d+)\]/g;

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(IDS)].map(([, id]) => id ?? '');
}

function quoted(): ReadonlySet<string> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !name.includes('spec.test'))
      .map((name) => join(folder, name)),
  );
  return new Set(files.flatMap((file) => idsIn(readFileSync(file, 'utf8'))));
}

describe('SPEC.md of the rules', () => {
  it('is quoted whole by tests, and tests quote nothing else', () => {
    const stated = idsIn(readFileSync(join(import.meta.dirname, 'SPEC.md'), 'utf8'));
    expect(stated.length).toBeGreaterThan(25);
    expect(new Set(stated).size).toBe(stated.length);
    expect([...quoted()].toSorted()).toEqual(stated.toSorted());
  });
});
