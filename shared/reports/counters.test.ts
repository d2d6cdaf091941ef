import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../domain/day.ts';
import type { CaseFacts } from './case-facts.ts';
import { consolidatedTable, type ConsolidatedTable, type Cut } from './consolidated.ts';
import { tableFromCounters } from './counter-table.ts';
import { counterChanges, type Counter } from './counters.ts';
import { addCounters, factsOf, LEVELS, randomCase, randomFacts } from './test-cases.ts';

const recount = (cases: readonly CaseFacts[]): readonly Counter[] => counterChanges([], cases);

const listOf = (one: CaseFacts | null | undefined): readonly CaseFacts[] => (one ? [one] : []);

const sorted = (counters: readonly Counter[]): readonly string[] =>
  counters
    .map(({ district, month, level, cut, value, counts }) =>
      JSON.stringify([district, month, level, cut, value, Object.entries(counts).toSorted()]),
    )
    .toSorted();

const months = fc
  .tuple(fc.integer({ min: -2, max: 5 }), fc.integer({ min: 0, max: 4 }))
  .map(([first, length]) => ({ from: monthStart(first), to: monthStart(first + length + 1) - 1 }));
const monthStart = (month: number): number =>
  (month < 0 ? dayOf(2025, 13 + month, 1) : dayOf(2026, month + 1, 1)) ?? Number.NaN;

describe('counters kept with every change', () => {
  it('equal a full recount after any history of changes', () => {
    const change = fc.record({ slot: fc.nat({ max: 11 }), next: fc.option(randomCase, { freq: 5 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 50 }), (history) => {
        const cases = new Map<number, CaseFacts>();
        let counters: readonly Counter[] = [];
        for (const { slot, next } of history) {
          const after = next === null ? null : factsOf(next, slot);
          counters = addCounters(counters, counterChanges(listOf(cases.get(slot)), listOf(after)));
          if (after === null) cases.delete(slot);
          else cases.set(slot, after);
        }
        expect(sorted(counters)).toEqual(sorted(recount([...cases.values()])));
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing for a case that stays as it is, and leave nothing of one that is removed', () => {
    fc.assert(
      fc.property(randomCase, (random) => {
        const facts = factsOf(random, 0);
        expect(counterChanges([facts], [facts])).toEqual([]);
        expect(addCounters(counterChanges([], [facts]), counterChanges([facts], []))).toEqual([]);
      }),
    );
  });

  it('touch one month of three cuts when one visit is added', () => {
    const [random] = fc.sample(randomCase, 1);
    if (!random) throw new Error('no sample');
    const values = { startDate: dayOf(2026, 1, 5), closedOn: null, curator: 'kp_1', level: { code: 'BASE', text: '' } };
    const before = factsOf({ ...random, row: { ...random.row, values }, journal: [] }, 0);
    const after = { ...before, visits: { ...before.visits, days: [dayOf(2026, 2, 3) ?? 0] } };
    const changes = counterChanges([before], [after]);
    expect(changes.map(({ month, cut, counts }) => [month, cut, counts])).toEqual([
      ['2026-02', 'all', { visits: 1 }],
      ['2026-02', 'category', { visits: 1 }],
      ['2026-02', 'curator', { visits: 1 }],
    ]);
  });
});

describe('the table from counters', () => {
  it('equals the table of the cases for whole months', () => {
    const cut = fc.constantFrom<Cut>('district', 'level', 'category', 'curator');
    const where = fc.constantFrom({}, { district: 'north' }, { level: 'BASE' }, { district: 'south', level: null });
    fc.assert(
      fc.property(randomFacts, months, fc.tuple(cut, where), (cases, period, [cut, where]) => {
        const wish = { cut, period, levels: LEVELS, where };
        expect(comparable(tableFromCounters(recount(cases), wish))).toEqual(comparable(consolidatedTable(cases, wish)));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a period that is not made of months', () => {
    const period = { from: monthStart(0) + 1, to: monthStart(1) - 1 };
    expect(() => tableFromCounters([], { cut: 'district', period, levels: LEVELS })).toThrow(RangeError);
  });
});

/** Counters cannot tell curators by category. */
function comparable({ rows, total, ...rest }: ConsolidatedTable): unknown {
  return { ...rest, total, rows: rest.cut === 'category' ? rows.map((row) => ({ ...row, specialists: null })) : rows };
}
