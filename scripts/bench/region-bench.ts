/** The region's figures: from cases against a plain loop, and from counters. */
import { consolidatedTable } from '../../shared/reports/consolidated.ts';
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { tableFromCounters } from '../../shared/reports/counter-table.ts';
import { counterChanges } from '../../shared/reports/counters.ts';
import { dayOf } from '../../shared/domain/day.ts';
import { figure, measure, type Figure, type Measured } from './measure.ts';

const LEVELS = ['ADAPT', 'BASE', 'CRISIS', 'URGENT'];
const PERIOD = { from: dayOf(2026, 7, 1) ?? 0, to: dayOf(2026, 9, 30) ?? 0 };
const FIRST_DAY = dayOf(2025, 1, 9) ?? 0;

function caseAt(index: number): CaseFacts {
  const start = FIRST_DAY + ((index * 37) % 620);
  const days = Array.from({ length: 5 }, (_, n) => start + n * 11);
  return {
    id: `case ${index}`,
    district: `d${index % 200}`,
    curator: `c${index % 5_000}`,
    level: LEVELS[index % 4] ?? null,
    categories: [index % 3 === 0 ? 'CAT04' : 'CAT05', ...(index % 7 === 0 ? ['CAT08'] : [])],
    children: index % 5,
    spans: [],
    transferDays: [],
    visits: { days, counts: null, hasUnreadable: false },
    steps: {},
    isRefused: false,
    start,
    closedOn: index % 6 === 0 ? start + 120 : null,
    isPositive: index % 12 === 0,
  };
}

function plainLoop(cases: readonly CaseFacts[]): ReadonlyMap<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const { district, start, closedOn, isPositive } of cases) {
    const row = rows.get(district) ?? [0, 0, 0, 0, 0];
    rows.set(district, row);
    const began = start ?? Infinity;
    const left = closedOn ?? Infinity;
    const counts = [
      began < PERIOD.from && left >= PERIOD.from,
      began >= PERIOD.from && began <= PERIOD.to,
      left >= PERIOD.from && left <= PERIOD.to,
      isPositive && left >= PERIOD.from && left <= PERIOD.to,
      began <= PERIOD.to && left > PERIOD.to,
    ];
    for (const [index, isSo] of counts.entries()) if (isSo) row[index] = (row[index] ?? 0) + 1;
  }
  return rows;
}

export async function regionBench(scale: number): Promise<readonly (Measured | Figure)[]> {
  const count = 100_000 * scale;
  const cases = Array.from({ length: count }, (_, index) => caseAt(index));
  const wish = { cut: 'district', period: PERIOD, levels: LEVELS } as const;
  const counters = counterChanges([], cases);
  const isEqual =
    tableFromCounters(counters, wish).total.cells.end.value === consolidatedTable(cases, wish).total.cells.end.value;
  if (!isEqual) throw new Error('Counters and cases disagree.');
  const fromCases = await measure({
    name: `consolidated table of ${count} cases in 200 districts, 14 figures with keys / plain loop of 5 figures`,
    aim: null,
    unit: 'ms',
    baseline: () => plainLoop(cases),
    subject: () => consolidatedTable(cases, wish),
  });
  const own = counters.filter(({ district }) => district === 'd0');
  const [one] = cases;
  if (!one) throw new Error('no cases');
  const fromCounters = await measure({
    name: `the same from ${counters.length} counters / from the cases`,
    aim: null,
    unit: 'ms',
    baseline: () => consolidatedTable(cases, wish),
    subject: () => tableFromCounters(counters, wish),
  });
  const start = performance.now();
  for (let turn = 0; turn < 1_000; turn += 1) counterChanges([one], [{ ...one, closedOn: PERIOD.from + (turn % 90) }]);
  return [
    fromCases,
    fromCounters,
    figure('counters of one district', own.length, 'rows'),
    figure('changes of counters for one changed case', performance.now() - start, 'µs'),
  ];
}
