import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWith, digestOf, historyAfter } from './finding-history.ts';
import { testFinding } from './test-finding.ts';

const found = (...identities: readonly string[]) => identities.map((identity) => testFinding({ identity }));
const identities = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 });

describe('findings between two runs', () => {
  it('are told as new, still there, mended and back again', () => {
    const first = historyAfter(null, found('a', 'b', 'c'));
    const second = historyAfter(first, found('b', 'c'));
    const third = compareWith(second, found('a', 'b', 'd'));
    expect([third.newCount, third.stillCount, third.backCount, third.mendedCount]).toEqual([1, 1, 1, 1]);
    expect([...third.standings]).toEqual([
      ['a', 'back'],
      ['b', 'still'],
      ['d', 'new'],
    ]);
  });

  it('say nothing about a first run', () => {
    expect(compareWith(null, found('a'))).toMatchObject({ isFirst: true, newCount: 0 });
  });

  it('are all still there when nothing has changed, whatever came before', () => {
    fc.assert(
      fc.property(identities, identities, (before, now) => {
        const history = historyAfter(historyAfter(null, found(...before)), found(...now));
        const again = compareWith(history, found(...now));
        expect(again).toMatchObject({ stillCount: now.length, newCount: 0, backCount: 0, mendedCount: 0 });
      }),
    );
  });

  it('add up: every finding of the earlier run is either still there or mended', () => {
    fc.assert(
      fc.property(identities, identities, (before, now) => {
        const { stillCount, mendedCount } = compareWith(historyAfter(null, found(...before)), found(...now));
        expect(stillCount + mendedCount).toBe(before.length);
      }),
    );
  });
});

describe('the digest of an identity', () => {
  it('is short, and differs where identities differ', () => {
    const digests = new Set(
      Array.from({ length: 20_000 }, (_, at) => digestOf(`visits/below-norm|дело ${at}|2026-03`)),
    );
    expect(digests.size).toBe(20_000);
    for (const digest of digests) expect(digest.length).toBeLessThanOrEqual(11);
  });
});
