/**
 * [V5] No pattern takes exponential or cubic time. Quadratic ones are listed: a cell holds at most 32,767 letters, and
 * garbage.test.ts measures that cells full of the worst are read in time. The list may only become shorter.
 */
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import quadratic from './quadratic-patterns.json' with { type: 'json' };
import { patternsInSource, patternsMadeBy, type Pattern } from './patterns.ts';

/** Made in a function, of a name that the program knows: a day, an element, an attribute. */
const MADE_ON_THE_WAY: readonly Pattern[] = [
  { file: 'addin/file/html-tags.ts', source: '</table', flags: 'gi' },
  {
    file: 'addin/file/html-tags.ts',
    source: '[\\s"\']colspan[\\s=]{1,9}["\']?\\s?(\\d{1,9})',
    flags: 'i',
  },
  { file: 'addin/file/recalculation.ts', source: '</(\\w+:)?name>', flags: '' },
  { file: 'addin/file/workbook-sheets.ts', source: '\\sname\\s*=\\s*["\']', flags: '' },
  { file: 'addin/engine/state-part.ts', source: '\\sname\\s*=\\s*["\'](\\d+)["\']', flags: '' },
];

/** Attempts end by steps, as on an idle machine: one that is cut short by the clock is taken for slow. */
const BY_STEPS = { incubationTimeout: 20_000, attackTimeout: 20_000 };

const isQuadratic = (problem: string): boolean => problem.startsWith('vulnerable 2nd degree polynomial');

async function problemOf({ file, source, flags }: Pattern): Promise<string | null> {
  const found = await check(source, flags, { ...BY_STEPS, timeout: 60_000, randomSeed: 7 });
  if (found.status === 'safe') return null;
  const summary = 'complexity' in found ? found.complexity.summary : '';
  return `${found.status} ${summary} ${file} /${source}/${flags}`;
}

describe('[V5] the patterns of the product', () => {
  it('take no time that grows beyond measure', { timeout: 600_000 }, async () => {
    const { literals, made } = patternsInSource();
    const onTheWay = new Set(MADE_ON_THE_WAY.map(({ file }) => file));
    const loaded = await patternsMadeBy([...new Set(made)].filter((file) => !onTheWay.has(file)));
    expect(literals.length).toBeGreaterThan(400);
    expect(loaded.length).toBeGreaterThanOrEqual(made.length - MADE_ON_THE_WAY.length);
    const problems: string[] = [];
    for (const pattern of [...literals, ...loaded, ...MADE_ON_THE_WAY]) {
      const problem = await problemOf(pattern);
      if (problem !== null) problems.push(problem);
    }
    const known = new Set(quadratic);
    expect(problems.filter((problem) => !isQuadratic(problem))).toEqual([]);
    const listed = problems.map((problem) => problem.replace(/^.*? (?=\w+\/)/, ''));
    expect(listed.filter((problem) => !known.has(problem))).toEqual([]);
  });
});
