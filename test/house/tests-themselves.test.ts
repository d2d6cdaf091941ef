import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesUnder, textOf } from './project-files.ts';

interface TestFile {
  readonly name: string;
  readonly text: string;
}

/** Tests and what they share; tests of a browser or of minutes have a clock of their own. */
function testFiles(): readonly TestFile[] {
  return filesUnder(['shared', 'worker', 'addin', 'scripts', 'test'])
    .filter((name) => /\.test\.tsx?$/.test(name) || /^test\/(?!e2e|long)[^.]*\.ts$/.test(name))
    .map((name) => ({ name, text: textOf(name) }));
}

const files = testFiles();
const isBrowserOrLong = ({ name }: TestFile): boolean => /^test\/(e2e|long)\//.test(name);
const guilty = (pattern: RegExp, among: readonly TestFile[] = files): readonly string[] =>
  among.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

const asking = (address: string): string => `await fetch(${JSON.stringify(address)})`;

describe('tests', () => {
  it('[Q5] do not sleep: what waits, waits for something that happens', () => {
    expect(files.length).toBeGreaterThan(200);
    const quick = files.filter((file) => !isBrowserOrLong(file));
    expect(guilty(/\bsetTimeout\(|\bsetInterval\(|timers\/promises|waitForTimeout\(/, quick)).toEqual([]);
    // Waiting for a time in a browser is sleeping, too.
    expect(guilty(/waitForTimeout\(/)).toEqual([]);
  });

  it('[Q5] ask no network beyond this computer', () => {
    const elsewhere = /\bfetch\(\s*['"`]https?:\/\/(?!localhost|127\.0\.0\.1|\[::1\])/;
    expect(guilty(elsewhere)).toEqual([]);
    expect(elsewhere.test(asking('https://example.org/'))).toBe(true);
    expect(elsewhere.test(asking('http://localhost:1/'))).toBe(false);
  });

  it('[Q3] that go through a folder, or through the routes, hold how much they must find at least', () => {
    const listing = files.filter(
      ({ name, text }) =>
        name.endsWith('.test.ts') && /\breaddirSync\(|\bfilesUnder\(|declaredRoutes\(app\)/.test(text),
    );
    expect(listing.length).toBeGreaterThanOrEqual(5);
    const counted = /toBeGreaterThan(OrEqual)?\(|toHaveLength\(/;
    expect(listing.filter(({ text }) => !counted.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('[Q2] of random cases say their seed and the smallest case when they fail', () => {
    const property = fc.property(fc.nat(), (number) => number < 10);
    expect(() => fc.assert(property)).toThrow(/seed: -?\d+[\s\S]*Counterexample: \[10\]/);
    // Nobody keeps the seed to himself.
    expect(guilty(/verbose:\s*0|reporter:\s*\(\)\s*=>/)).toEqual([]);
  });

  it('are never left out', () => {
    expect(guilty(/\b(?:it|test|describe)\.(?:skip|only|todo|fails)\(/)).toEqual([]);
  });
});
