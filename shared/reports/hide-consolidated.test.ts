import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidatedTable } from './consolidated.ts';
import { hideConsolidated, type ShownRow } from './hide-consolidated.ts';
import { FIRST_DAY, LEVELS, randomFacts } from './test-cases.ts';

const PERIOD = { from: FIRST_DAY, to: FIRST_DAY + 89 };
const K = 5;
const isSmall = (n: number | null): boolean => n !== null && n > 0 && n < K;
const figuresOf = ({ figures, levels }: ShownRow): readonly (number | null)[] => [
  ...Object.values(figures),
  ...levels.map(({ figure }) => figure),
];

describe('[T9] the consolidated table without its rows', () => {
  it('shows no small group, and none by subtraction in a row or a column', () => {
    fc.assert(
      fc.property(randomFacts, fc.constantFrom<'district' | 'level'>('district', 'level'), (cases, cut) => {
        const shown = hideConsolidated(consolidatedTable(cases, { cut, period: PERIOD, levels: LEVELS }), K);
        const all = [...shown.rows, shown.total];
        expect(all.flatMap(figuresOf).filter(isSmall)).toEqual([]);
        const { rows, total } = shown;
        for (const measure of ['start', 'in', 'out', 'positive', 'end'] as const) {
          expect(lonely([total.figures[measure], ...rows.map(({ figures }) => figures[measure])])).toBe(false);
        }
        for (const { figures, levels } of all) {
          expect(lonely([figures.end, ...levels.map(({ figure }) => figure)])).toBe(false);
          expect(
            isSmall(figures.out === null || figures.positive === null ? null : figures.out - figures.positive),
          ).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not tell how few were removed for other reasons', () => {
    const [sample] =
      fc.sample(
        randomFacts.filter((cases) => cases.length > 0),
        1,
      )[0] ?? [];
    if (!sample) throw new Error('no sample');
    const removed = Array.from({ length: 20 }, (_, index) => ({
      ...sample,
      id: `case ${index}`,
      district: index < 10 ? 'north' : 'south',
      level: 'BASE',
      isRefused: false,
      start: FIRST_DAY - 5,
      closedOn: FIRST_DAY + 5,
      isPositive: index !== 0,
    }));
    const shown = hideConsolidated(consolidatedTable(removed, { cut: 'district', period: PERIOD, levels: LEVELS }), K);
    for (const { figures } of [...shown.rows, shown.total]) {
      expect([figures.out, figures.positive]).not.toEqual([10, 9]);
      expect([figures.out, figures.positive]).not.toEqual([20, 19]);
    }
  });

  it('shows what is large enough as it is', () => {
    fc.assert(
      fc.property(randomFacts, (cases) => {
        const table = consolidatedTable(cases, { cut: 'district', period: PERIOD, levels: LEVELS });
        const shown = hideConsolidated(table, K);
        for (const [index, { figures }] of [...shown.rows, shown.total].entries()) {
          const cells = [...table.rows, table.total][index]?.cells;
          const wrong = Object.entries(figures).filter(
            ([measure, figure]) => figure !== null && figure !== cells?.[measure as 'start'].value,
          );
          expect(wrong).toEqual([]);
        }
      }),
    );
  });

  it('is refused by curator and by category', () => {
    for (const cut of ['curator', 'category'] as const) {
      const table = consolidatedTable([], { cut, period: PERIOD, levels: LEVELS });
      expect(() => hideConsolidated(table, K)).toThrow(RangeError);
    }
  });
});

/** One hidden figure among shown ones follows from them. */
function lonely(figures: readonly (number | null)[]): boolean {
  return figures.filter((figure) => figure === null).length === 1;
}
