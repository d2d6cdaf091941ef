/**
 * Counters that are kept up to date with every change of a case, so that a region's page need not look at the cases.
 * All of them are sums over months, so a change of one case is a handful of additions, and any order of changes leads
 * to the same numbers. What is on the register at the end of a month is the sum of `stock` up to it.
 *
 * What is entered for the running month counts, also where it is dated later in that month.
 */
import { periodOf } from '../calendar/periods.ts';
import { isKnown, type Day } from '../domain/day.ts';
import { isWithin } from '../domain/day-span.ts';
import { isCounted } from '../domain/support.ts';
import type { CountedFacts } from './case-facts.ts';
import { countedPeriods } from './figures.ts';

/** What happens in a month. */
export const FLOW_MEASURES = [
  'in',
  'out',
  'positive',
  'inChildren',
  'outChildren',
  'positiveChildren',
  'transferred',
  'visits',
] as const;

/** All that is counted: `stock` changes by +1 with a start and −1 with a closing, the rest are events of the month. */
export const COUNTER_MEASURES = ['stock', 'stockChildren', 'stockUnknown', ...FLOW_MEASURES] as const;
export type CounterMeasure = (typeof COUNTER_MEASURES)[number];

/** `all`: every case once. A case of two categories has an entry under each of them. */
export type CounterCut = 'all' | 'category' | 'curator';

export interface CounterKey {
  readonly district: string;
  /** "2026-03". */
  readonly month: string;
  /** Code of today's level; "" when it is not known. */
  readonly level: string;
  readonly cut: CounterCut;
  /** Category or curator; "" for `all` and for cases that have none. */
  readonly value: string;
}

/** A row of counters, or what is to be added to it. Absent counts are zero. */
export interface Counter extends CounterKey {
  readonly counts: Readonly<Partial<Record<CounterMeasure, number>>>;
}

type Counts = Partial<Record<CounterMeasure, number>>;
type Rows = Map<string, { readonly key: CounterKey; readonly counts: Counts }>;
type MonthCounts = Map<string, Counts>;

/**
 * What to add to the counters when cases become others: `before` as they were, without those that are new; `after`
 * without those that are removed. Only counters that change are named, in no promised order.
 */
export function counterChanges(before: readonly CountedFacts[], after: readonly CountedFacts[]): readonly Counter[] {
  const rows: Rows = new Map();
  for (const facts of before) addCase(rows, facts, -1);
  for (const facts of after) addCase(rows, facts, 1);
  const filled = [...rows.values()].filter(({ counts }) => Object.keys(counts).length > 0);
  return filled.map(({ key, counts }) => ({ ...key, counts }));
}

function addCase(rows: Rows, facts: CountedFacts, sign: 1 | -1): void {
  const months = monthCounts(facts);
  for (const [cut, value] of cutsOf(facts)) {
    for (const [month, counts] of months) {
      const into = countsOf(rows, { district: facts.district, month, level: facts.level ?? '', cut, value });
      for (const measure of COUNTER_MEASURES) {
        const n = counts[measure];
        if (n !== undefined) add(into, measure, sign * n);
      }
    }
  }
}

function countsOf(rows: Rows, { district, month, level, cut, value }: CounterKey): Counts {
  const id = `${district}\u0000${month}\u0000${level}\u0000${cut}\u0000${value}`;
  const known = rows.get(id);
  if (known) return known.counts;
  const counts: Counts = {};
  rows.set(id, { key: { district, month, level, cut, value }, counts });
  return counts;
}

/** Zero is never kept, so that a change which comes back leaves nothing. */
function add(counts: Counts, measure: CounterMeasure, n: number): void {
  const sum = (counts[measure] ?? 0) + n;
  if (sum === 0) delete counts[measure];
  else counts[measure] = sum;
}

function cutsOf({ categories, curator }: CountedFacts): readonly (readonly [CounterCut, string])[] {
  const ofCategory = categories.length === 0 ? [''] : categories;
  return [['all', ''], ...ofCategory.map((category) => ['category', category] as const), ['curator', curator ?? '']];
}

function monthCounts(facts: CountedFacts): MonthCounts {
  const months: MonthCounts = new Map();
  if (!isCounted(facts)) return months;
  const put = (day: Day | null, measure: CounterMeasure, n: number): void => {
    if (!isKnown(day) || n === 0) return;
    const key = monthKey(day);
    const counts = months.get(key) ?? {};
    months.set(key, counts);
    add(counts, measure, n);
  };
  const { start, closedOn, children } = facts;
  const known = children ?? 0;
  const wasOpen = !Number.isNaN(closedOn) && (closedOn === null || closedOn > (start ?? 0));
  for (const [day, sign] of wasOpen
    ? ([
        [start, 1],
        [closedOn, -1],
      ] as const)
    : []) {
    put(day, 'stock', sign);
    put(day, 'stockChildren', sign * known);
    put(day, 'stockUnknown', children === null ? sign : 0);
  }
  put(start, 'in', 1);
  put(start, 'inChildren', known);
  put(closedOn, 'out', 1);
  put(closedOn, 'outChildren', known);
  if (facts.isPositive) put(closedOn, 'positive', 1);
  if (facts.isPositive) put(closedOn, 'positiveChildren', known);
  for (const day of facts.transferDays) put(day, 'transferred', 1);
  putVisits(facts, put);
  return months;
}

function monthKey(day: Day): string {
  return periodOf('month', day).key;
}

function putVisits({ visits }: CountedFacts, put: (day: Day, measure: CounterMeasure, n: number) => void): void {
  const counted = visits.counts === null ? [] : countedPeriods(visits.counts);
  for (const { lastMonth, count } of counted) put(lastMonth.from, 'visits', count);
  for (const day of visits.days ?? []) {
    if (!counted.some(({ period }) => isWithin(day, period))) put(day, 'visits', 1);
  }
}
