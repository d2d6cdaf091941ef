import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSmall, type Relation } from './hide-small.ts';

const names = (count: number): readonly (number | string)[] => [...Array.from({ length: count }, (_, i) => i), 'all'];

/** A table of districts × columns with both totals, as everybody reads it. */
function tableOf(rows: readonly (readonly number[])[]): {
  readonly numbers: Map<string, number>;
  readonly relations: readonly Relation[];
} {
  const numbers = new Map<string, number>();
  const columns = rows[0]?.length ?? 0;
  const set = (row: number | string, column: number | string, n: number): void => {
    numbers.set(`${row}/${column}`, (numbers.get(`${row}/${column}`) ?? 0) + n);
  };
  for (const [row, cells] of rows.entries()) {
    for (const [column, n] of cells.entries()) {
      set(row, column, n);
      set(row, 'all', n);
      set('all', column, n);
      set('all', 'all', n);
    }
  }
  const relations = [
    ...names(rows.length).map((row) => ({
      whole: `${row}/all`,
      plus: rows[0]?.map((_, column) => `${row}/${column}`) ?? [],
    })),
    ...names(columns).map((column) => ({ whole: `all/${column}`, plus: rows.map((_, row) => `${row}/${column}`) })),
  ];
  return { numbers, relations };
}

/** The values that each hidden number has in some table that fits what is shown: an attacker with patience. */
function possibleValues(
  rows: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, Set<number>> {
  const { numbers } = tableOf(rows);
  const found = new Map([...hidden].map((id) => [id, new Set<number>()]));
  const cells = rows.map((row) => [...row]);
  const places = rows.flatMap((row, r) => row.flatMap((_, c) => (hidden.has(`${r}/${c}`) ? [[r, c] as const] : [])));
  const most = Math.max(...rows.flat()) + 2;
  const search = (at: number): void => {
    const [r, c] = places[at] ?? [];
    if (r === undefined || c === undefined) {
      const trial = tableOf(cells).numbers;
      if ([...numbers].some(([id, n]) => !hidden.has(id) && trial.get(id) !== n)) return;
      for (const [id, values] of found) values.add(trial.get(id) ?? 0);
      return;
    }
    for (let n = 0; n <= most && [...found.values()].some(({ size }) => size < 2); n += 1) {
      const row = cells[r];
      if (row) row[c] = n;
      search(at + 1);
    }
  };
  search(0);
  return found;
}

describe('[T9] small groups', () => {
  const cells = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { minLength: 2, maxLength: 3 });

  it('cannot be computed from what is shown, totals included', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(3, 4), (rows, k) => {
        const { numbers, relations } = tableOf(rows);
        const hidden = hideSmall(numbers, relations, k);
        const small = [...numbers].filter(([, n]) => n > 0 && n < k).map(([id]) => id);
        expect(small.filter((id) => !hidden.has(id))).toEqual([]);
        const computed = [...possibleValues(rows, hidden)].filter(([, values]) => values.size < 2).map(([id]) => id);
        expect(computed).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are computed by that same attacker when only they are hidden', () => {
    const rows = [
      [2, 9],
      [8, 7],
    ];
    const { numbers, relations } = tableOf(rows);
    expect(possibleValues(rows, new Set(['0/0'])).get('0/0')).toEqual(new Set([2]));
    expect(hideSmall(numbers, relations, 5)).toEqual(new Set(['0/0', '1/0', '0/1', '1/1']));
  });

  it('do not appear as the sum of hidden neighbours either', () => {
    const numbers = new Map([
      ['a', 1],
      ['b', 1],
      ['c', 9],
      ['d', 20],
      ['all', 31],
    ]);
    const hidden = hideSmall(numbers, [{ whole: 'all', plus: ['a', 'b', 'c', 'd'] }], 5);
    expect(hidden).toEqual(new Set(['a', 'b', 'c']));
  });

  it('are protected through a balance: start + in − out = end', () => {
    const numbers = new Map([
      ['start', 40],
      ['in', 2],
      ['out', 12],
      ['end', 30],
    ]);
    const hidden = hideSmall(numbers, [{ whole: 'end', plus: ['start', 'in'], minus: ['out'] }], 5);
    expect(hidden.has('in')).toBe(true);
    expect(hidden.size).toBeGreaterThan(1);
  });

  it('are protected where each row and column hides two, and one of them follows from all together', () => {
    const rows = [
      [4, 4, 50, 60],
      [4, 4, 3, 70],
      [80, 90, 4, 4],
      [60, 50, 4, 4],
    ];
    const { numbers, relations } = tableOf(rows);
    // With the small ones alone hidden, rows 0 and 1 less columns 0 and 1 leave the number of row 1, column 2.
    const hidden = hideSmall(numbers, relations, 5);
    const small = [...numbers].filter(([, n]) => n > 0 && n < 5).map(([id]) => id);
    expect(hidden.size).toBeGreaterThan(small.length);
  });

  it('leave everything in view when there are none, and zeros always', () => {
    const { numbers, relations } = tableOf([
      [10, 0],
      [8, 7],
    ]);
    expect(hideSmall(numbers, relations, 5)).toEqual(new Set());
  });

  it('need relations that hold, and a k that hides anything', () => {
    expect(() =>
      hideSmall(
        new Map([
          ['a', 1],
          ['all', 2],
        ]),
        [{ whole: 'all', plus: ['a'] }],
        5,
      ),
    ).toThrow(RangeError);
    expect(() => hideSmall(new Map(), [], 2)).toThrow(RangeError);
  });
});
