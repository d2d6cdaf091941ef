import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsBetween } from '../calendar/periods.ts';
import { dayOf, isKnown } from '../domain/day.ts';
import type { DaySpan } from '../domain/day-span.ts';
import { consolidatedTable, uncounted, type ConsolidatedRow, type Cut } from './consolidated.ts';
import { contribution, isMeant, MEASURES } from './figures.ts';
import { casesBehind, figureOf } from './test-figures.ts';
import { READINGS, shareReading } from './positive-share.ts';
import { factsOf, LEVELS, randomCase, randomFacts, type RandomCase } from './test-cases.ts';

const PERIOD = { from: dayOf(2026, 1, 1) ?? 0, to: dayOf(2026, 3, 31) ?? 0 };
const span = fc
  .tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]) => ({ from: PERIOD.from + from, to: PERIOD.from + from + length }));
const cuts: readonly Cut[] = ['district', 'level', 'category', 'curator'];

/** The same figures, counted as a person would with a filter on the sheet. */
function plainCount(cases: readonly RandomCase[], from: number, to: number): Record<string, number> {
  const n = { start: 0, in: 0, out: 0, positive: 0, end: 0, startChildren: 0, endChildren: 0, transferred: 0 };
  for (const { row } of cases) {
    const { values } = row;
    const began = values.startDate ?? values.contractDate ?? values.registeredOn;
    if (values.decision?.code === 'REFUSED' || began === null || began === undefined || Number.isNaN(began)) continue;
    const left = values.closedOn ?? null;
    const children = isKnown(values.childrenCount) ? values.childrenCount : 0;
    if (began < from && (left === null || left >= from)) {
      n.start += 1;
      n.startChildren += children;
    }
    if (began >= from && began <= to) n.in += 1;
    if (left !== null && left >= from && left <= to) {
      n.out += 1;
      if ((values.closeReason ? values.closeReason.code : values.result?.code) === 'R01') n.positive += 1;
    }
    if (began <= to && (left === null || left > to)) {
      n.end += 1;
      n.endChildren += children;
    }
    for (const { day } of values.transfers ?? []) if (day >= from && day <= to) n.transferred += 1;
  }
  return n;
}

const valuesOf = ({ cells }: ConsolidatedRow): Record<string, number> =>
  Object.fromEntries(MEASURES.map((measure) => [measure, cells[measure].value]));

describe('the consolidated table', () => {
  it('agrees with a plain recount, in total and per district', () => {
    fc.assert(
      fc.property(fc.array(randomCase, { maxLength: 40 }), span, (cases, period) => {
        const facts = cases.map(factsOf);
        const { rows, total } = consolidatedTable(facts, { cut: 'district', period, levels: LEVELS });
        expect(valuesOf(total)).toMatchObject(plainCount(cases, period.from, period.to));
        for (const row of rows) {
          const own = cases.filter(({ district }) => district === row.group);
          expect(valuesOf(row)).toMatchObject(plainCount(own, period.from, period.to));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('opens every figure to exactly the rows that make it', () => {
    fc.assert(
      fc.property(randomFacts, span, fc.constantFrom(...cuts), (cases, period, cut) => {
        const { rows, total } = consolidatedTable(cases, { cut, period, levels: LEVELS });
        const byId = new Map(cases.map((facts) => [facts.id, facts]));
        for (const row of [...rows, total]) {
          for (const { value, key } of [...Object.values(row.cells), ...row.levels.map(({ cell }) => cell)]) {
            const behind = casesBehind(cases, key).flatMap((id) => byId.get(id) ?? []);
            expect(behind.reduce((sum, facts) => sum + contribution(facts, key.measure, period), 0)).toBe(value);
            expect(behind.every((facts) => isMeant(facts, key.where))).toBe(true);
            expect(figureOf(cases, key)).toBe(value);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts a family of several categories once in the total, and in each of its rows', () => {
    fc.assert(
      fc.property(randomFacts, span, (cases, period) => {
        const table = consolidatedTable(cases, { cut: 'category', period, levels: LEVELS });
        const atEnd = cases.filter((facts) => contribution(facts, 'end', period) === 1);
        expect(table.total.cells.end.value).toBe(atEnd.length);
        const shown = table.rows.reduce((sum, row) => sum + row.cells.end.value, 0);
        expect(shown).toBe(atEnd.reduce((sum, { categories }) => sum + Math.max(1, categories.length), 0));
      }),
    );
  });

  it('adds up: rows of districts, levels and curators to the total, levels to the end', () => {
    fc.assert(
      fc.property(randomFacts, span, fc.constantFrom<Cut>('district', 'level', 'curator'), (cases, period, cut) => {
        const { rows, total } = consolidatedTable(cases, { cut, period, levels: LEVELS });
        for (const measure of MEASURES) {
          expect(rows.reduce((sum, { cells }) => sum + cells[measure].value, 0)).toBe(total.cells[measure].value);
        }
        for (const row of [...rows, total]) {
          expect(row.levels.reduce((sum, { cell }) => sum + cell.value, 0)).toBe(row.cells.end.value);
        }
        const curators = new Set(cases.filter((facts) => contribution(facts, 'end', period)).map((f) => f.curator));
        curators.delete(null);
        expect(total.specialists).toBe(curators.size);
      }),
    );
  });

  it('balances except for cases that it names with the reason', () => {
    fc.assert(
      fc.property(randomFacts, span, (cases, period) => {
        const table = consolidatedTable(cases, { cut: 'district', period, levels: LEVELS });
        const named = new Set(uncounted(cases).flatMap(({ ids }) => ids));
        const breaking = casesBehind(cases, { measure: 'imbalance', period, where: {} });
        expect(breaking.filter((id) => !named.has(id))).toEqual([]);
        const sound = cases.filter(({ id }) => !named.has(id));
        const balanced = consolidatedTable(sound, { cut: 'district', period, levels: LEVELS });
        for (const { cells } of [...balanced.rows, balanced.total]) expect(cells.imbalance.value).toBe(0);
        for (const { cells } of [...table.rows, table.total]) {
          const { start, in: taken, out, end, imbalance } = cells;
          expect(imbalance.value).toBe(start.value + taken.value - out.value - end.value);
        }
      }),
    );
  });

  it('shows districts that have nothing when they are asked for, and hides no unknown level', () => {
    const cases = [
      factsOf(
        {
          row: rowOf({ startDate: PERIOD.from, level: { code: null, text: 'высокий' } }),
          journal: null,
          district: 'north',
        },
        0,
      ),
    ];
    const table = consolidatedTable(cases, { cut: 'district', period: PERIOD, groups: ['south'], levels: ['BASE'] });
    expect(table.rows.map(({ group, cells }) => [group, cells.end.value])).toEqual([
      ['south', 0],
      ['north', 1],
    ]);
    expect(table.total.levels.map(({ level, cell }) => [level, cell.value])).toEqual([
      ['BASE', 0],
      [null, 1],
    ]);
  });
});

function rowOf(values: RandomCase['row']['values']): RandomCase['row'] {
  const [sample] = fc.sample(randomCase, 1);
  if (!sample) throw new Error('no sample');
  return { ...sample.row, values };
}

describe('tables of months', () => {
  it('begin each month with what the last one ended with', () => {
    fc.assert(
      fc.property(randomFacts, (cases) => {
        const totalOf = (period: DaySpan): ConsolidatedRow =>
          consolidatedTable(cases, { cut: 'district', period, levels: LEVELS }).total;
        const months = periodsBetween('month', PERIOD.from, PERIOD.to).map(totalOf);
        const starts = months.map(({ cells }) => cells.start.value);
        const ends = months.map(({ cells }) => cells.end.value);
        expect(months).toHaveLength(3);
        expect(starts.slice(1)).toEqual(ends.slice(0, -1));
        const all = totalOf(PERIOD);
        for (const measure of ['in', 'out', 'positive', 'transferred', 'visits'] as const) {
          expect(months.reduce((sum, { cells }) => sum + cells[measure].value, 0)).toBe(all.cells[measure].value);
        }
      }),
    );
  });
});

describe('the share removed for positive dynamics', () => {
  it('has three readings of its base, and none of nothing', () => {
    fc.assert(
      fc.property(fc.array(randomCase, { maxLength: 40 }), (cases) => {
        const { total } = consolidatedTable(cases.map(factsOf), { cut: 'district', period: PERIOD, levels: LEVELS });
        const n = plainCount(cases, PERIOD.from, PERIOD.to);
        const bases = { a: (n['start'] ?? 0) + (n['in'] ?? 0), b: n['start'] ?? 0, c: n['out'] ?? 0 };
        const { start, in: taken, out, positive } = total.cells;
        const counts = { start: start.value, in: taken.value, out: out.value, positive: positive.value };
        for (const reading of READINGS) {
          const share = shareReading(counts, reading, 0.3);
          expect([share.removed, share.base]).toEqual([n['positive'], bases[reading]]);
          const expected = bases[reading] === 0 ? null : (n['positive'] ?? 0) / bases[reading];
          expect(share.share).toBe(expected);
          expect(share.isReached).toBe(expected === null ? null : expected >= 0.3);
        }
      }),
    );
  });
});
