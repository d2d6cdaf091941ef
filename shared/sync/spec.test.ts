import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const RULE = /\b(?:PR|ID|PU|PL|MG|RK|SU|AU|DU|PA)\d+\b/g;

function testFiles(): readonly string[] {
  return ['shared/sync', 'shared/privacy', 'worker', 'addin/engine', 'test/simulation'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(root, folder, name)),
  );
}

describe('the specification of sending', () => {
  const spec = readFileSync(join(root, 'shared/sync/SPEC.md'), 'utf8');
  const rules = [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map((match) => match[1] ?? '');
  const quoted = new Set(
    testFiles().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:it|each|describe)?[^\n]*'[^'\n]*\[[A-Z0-9\] []+\][^\n]*/g)].flatMap(
        ([line]) => line.match(RULE) ?? [],
      ),
    ),
  );

  it('[Q4] has every rule once', () => {
    expect(rules.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it('[Q4] every rule is quoted by a test', () => {
    expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
  });

  it('[Q4] no test quotes a rule that does not exist', () => {
    expect([...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
