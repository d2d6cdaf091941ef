import { describe, expect, it } from 'vitest';
import { CLAIMS, FALL_SHORT } from './claims.ts';
import { filesUnder, textOf } from './project-files.ts';

function testFiles(): readonly string[] {
  return filesUnder(['shared', 'worker', 'addin', 'scripts', 'test']).filter((name) => /\.test\.tsx?$/.test(name));
}

/** Claims in the titles of tests: brackets inside a text, of which one at least is the text of a test. */
function namedIn(text: string): readonly string[] {
  const titles = text.matchAll(
    /^\s*(?:(?:it|describe)\b[^\n]*?\(|\]\s*\)\(|\]\s*as const\)\(|)\s*['"`]([^'"`\n]*\[[^\n]*)/gm,
  );
  return [...titles].flatMap(([, title]) =>
    [...(title ?? '').matchAll(/\[([A-Z]\d+)\]/g)].map((match) => match[1] ?? ''),
  );
}

describe('claims', () => {
  const named = new Map<string, readonly string[]>();
  for (const file of testFiles()) named.set(file, namedIn(textOf(file)));
  const all = new Set([...named.values()].flat());

  it('are all held by a test that names them', () => {
    expect(Object.keys(CLAIMS).length).toBeGreaterThanOrEqual(85);
    expect(named.size).toBeGreaterThan(200);
    expect(Object.keys(CLAIMS).filter((claim) => !all.has(claim))).toEqual([]);
  });

  it('that fall short say why, in a sentence', () => {
    expect(Object.keys(FALL_SHORT).filter((claim) => !Object.hasOwn(CLAIMS, claim))).toEqual([]);
    for (const reason of Object.values(FALL_SHORT)) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('that no list knows are named by no test', () => {
    const letters = new Set(Object.keys(CLAIMS).map((claim) => claim[0]));
    const strange = [...all].filter((claim) => letters.has(claim[0]) && !Object.hasOwn(CLAIMS, claim));
    expect(strange).toEqual([]);
  });

  it('are found in titles only', () => {
    expect(namedIn("  it('[S1] [S5] two converge', () => {")).toEqual(['S1', 'S5']);
    expect(namedIn("  it.each(routes)('[T4] %s is open', async () => {")).toEqual(['T4']);
    expect(namedIn("  ])('[S1] $name', async () => {")).toEqual(['S1']);
    expect(namedIn("    '[S8] [PL3] any page size',")).toEqual(['S8']);
    expect(namedIn('/** [S1] is told here only. */')).toEqual([]);
  });
});
