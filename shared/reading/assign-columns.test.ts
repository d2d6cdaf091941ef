import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignBest } from './assign-columns.ts';

const total = (scores: readonly (readonly number[])[], taken: readonly number[]): number =>
  taken.reduce((sum, field, row) => sum + (field < 0 ? 0 : (scores[row]?.[field] ?? 0)), 0);

/** The best total by trying everything. */
function bestTotal(scores: readonly (readonly number[])[], row = 0, used: ReadonlySet<number> = new Set()): number {
  const own = scores[row];
  if (!own) return 0;
  let best = bestTotal(scores, row + 1, used);
  for (const [field, score] of own.entries()) {
    if (score > 0 && !used.has(field))
      best = Math.max(best, score + bestTotal(scores, row + 1, new Set([...used, field])));
  }
  return best;
}

describe('assigning columns to fields', () => {
  it('gives up a first hit for a better whole', () => {
    expect(
      assignBest([
        [0.9, 0.8],
        [0.9, 0.1],
      ]),
    ).toEqual([1, 0]);
  });

  it('leaves a column free rather than give it what does not fit', () => {
    expect(
      assignBest([
        [0, 0],
        [0.9, 0],
      ]),
    ).toEqual([-1, 0]);
    expect(assignBest([])).toEqual([]);
    expect(assignBest([[], []])).toEqual([-1, -1]);
  });

  it('reaches the best total, each field at most once', () => {
    const matrix = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(matrix, (scores) => {
        const taken = assignBest(scores);
        const given = taken.filter((field) => field >= 0);
        expect(new Set(given).size).toBe(given.length);
        expect(total(scores, taken)).toBe(bestTotal(scores));
      }),
    );
  });
});
