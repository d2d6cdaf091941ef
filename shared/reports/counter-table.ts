/** The consolidated table from counters alone. It equals the table of the cases (a contract test holds it to that). */
import { periodOf, periodOfKey } from '../calendar/periods.ts';
import { newSums, tableOf, type ConsolidatedTable, type Sums, type TableWish } from './consolidated.ts';
import type { Counter, CounterCut } from './counters.ts';
import type { DaySpan } from './figures.ts';

/** Of the filter, counters can answer district and level. */
export type CounterWish = Omit<TableWish, 'where'> & {
  readonly where?: { readonly district?: string; readonly level?: string | null };
};

const FLOWS = [
  'in',
  'out',
  'positive',
  'inChildren',
  'outChildren',
  'positiveChildren',
  'transferred',
  'visits',
] as const;

const COUNTER_CUT = {
  district: 'all',
  level: 'all',
  category: 'category',
  curator: 'curator',
} as const satisfies Record<TableWish['cut'], CounterCut>;

/**
 * Needs the counters of all months up to the end of the period, of the cuts `all`, `curator` and that of the table.
 * Throws for a period that does not begin and end with a month. Curators by category are not known here.
 */
export function tableFromCounters(counters: readonly Counter[], wish: CounterWish): ConsolidatedTable {
  const { period, cut } = wish;
  if (periodOf('month', period.from).from !== period.from || periodOf('month', period.to).to !== period.to) {
    throw new RangeError('Counters know whole months only.');
  }
  const total = newSums();
  const byGroup = new Map<string | null, Sums>();
  const atEnd = new Map<Sums, Map<string, number>>();
  for (const counter of counters) {
    if (!isWished(counter, wish)) continue;
    const sums = sumsOf(byGroup, groupOf(counter, cut), cut);
    if (counter.cut === COUNTER_CUT[cut]) addCounter(sums, counter, period);
    if (counter.cut === 'all') addCounter(total, counter, period);
    if (counter.cut === 'curator') for (const into of [total, sums]) addCurator(atEnd, into, { counter, period });
  }
  for (const sums of [total, ...byGroup.values()]) finish(sums, atEnd.get(sums));
  return tableOf(wish, byGroup, total);
}

function isWished({ district, level }: Counter, { where = {} }: CounterWish): boolean {
  if (where.district !== undefined && where.district !== district) return false;
  return where.level === undefined || (where.level ?? '') === level;
}

function groupOf({ district, level, cut, value }: Counter, by: TableWish['cut']): string | null | undefined {
  if (by === 'district') return district;
  if (by === 'level') return level || null;
  return cut === by ? value || null : undefined;
}

/** For counters of a cut that says nothing of the table's groups: sums that no row shows. */
function sumsOf(byGroup: Map<string | null, Sums>, group: string | null | undefined, cut: TableWish['cut']): Sums {
  if (group === undefined) return newSums();
  const known = byGroup.get(group) ?? (cut === 'category' ? { ...newSums(), curators: null } : newSums());
  byGroup.set(group, known);
  return known;
}

function addCounter({ counts, levels }: Sums, counter: Counter, { from, to }: DaySpan): void {
  const month = periodOfKey(counter.month);
  if (month === null || month.to > to) return;
  const { stock = 0, stockChildren = 0, stockUnknown = 0 } = counter.counts;
  if (month.to < from) {
    counts.start += stock;
    counts.startChildren += stockChildren;
  } else {
    for (const measure of FLOWS) counts[measure] += counter.counts[measure] ?? 0;
  }
  counts.end += stock;
  counts.endChildren += stockChildren;
  counts.childrenUnknown += stockUnknown;
  const level = counter.level || null;
  levels.set(level, (levels.get(level) ?? 0) + stock);
}

function addCurator(
  atEnd: Map<Sums, Map<string, number>>,
  into: Sums,
  { counter, period }: { readonly counter: Counter; readonly period: DaySpan },
): void {
  const month = periodOfKey(counter.month);
  if (month === null || month.to > period.to || counter.value === '') return;
  const open = atEnd.get(into) ?? new Map<string, number>();
  atEnd.set(into, open);
  open.set(counter.value, (open.get(counter.value) ?? 0) + (counter.counts.stock ?? 0));
}

function finish({ counts, levels, curators }: Sums, open: ReadonlyMap<string, number> = new Map()): void {
  counts.imbalance = counts.start + counts.in - counts.out - counts.end;
  for (const [level, n] of levels) if (n === 0) levels.delete(level);
  for (const [curator, n] of open) if (n > 0) curators?.add(curator);
}
