/** The consolidated table from counters alone. It equals the table of the cases (a contract test holds it to that). */
import { periodOf, periodOfKey } from '../calendar/periods.ts';
import type { DaySpan } from '../domain/day-span.ts';
import { newSums, tableOf, type ConsolidatedTable, type Sums, type TableWish } from './consolidated.ts';
import { FLOW_MEASURES, type Counter, type CounterCut } from './counters.ts';

/** Of the filter, counters can answer district and level. */
export type CounterWish = Omit<TableWish, 'where'> & {
  readonly where?: { readonly district?: string; readonly level?: string | null };
};

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
  const placeOf = monthPlaces(period);
  for (const counter of counters) {
    const place = isWished(counter, wish) ? placeOf(counter.month) : 'after';
    if (place === 'after') continue;
    const sums = sumsOf(byGroup, groupOf(counter, cut), cut);
    if (sums && counter.cut === COUNTER_CUT[cut]) addCounter(sums, counter, place);
    if (counter.cut === 'all') addCounter(total, counter, place);
    if (counter.cut !== 'curator' || counter.value === '') continue;
    for (const into of sums ? [total, sums] : [total]) addCurator(atEnd, into, counter);
  }
  for (const sums of [total, ...byGroup.values()]) finish(sums, atEnd.get(sums));
  return tableOf(wish, byGroup, total);
}

type Place = 'before' | 'within' | 'after';

/** Where months lie to the period. There are few months and many counters. */
function monthPlaces({ from, to }: DaySpan): (month: string) => Place {
  const places = new Map<string, Place>();
  return (month) => {
    const known = places.get(month);
    if (known) return known;
    const days = periodOfKey(month);
    const place = days === null || days.to > to ? 'after' : days.to < from ? 'before' : 'within';
    places.set(month, place);
    return place;
  };
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

/** Null for counters of a cut that says nothing of the table's groups. */
function sumsOf(
  byGroup: Map<string | null, Sums>,
  group: string | null | undefined,
  cut: TableWish['cut'],
): Sums | null {
  if (group === undefined) return null;
  const known = byGroup.get(group);
  if (known) return known;
  const made = cut === 'category' ? { ...newSums(), curators: null } : newSums();
  byGroup.set(group, made);
  return made;
}

function addCounter({ counts, levels }: Sums, counter: Counter, place: Place): void {
  const { stock = 0, stockChildren = 0, stockUnknown = 0 } = counter.counts;
  if (place === 'before') {
    counts.start += stock;
    counts.startChildren += stockChildren;
  } else {
    for (const measure of FLOW_MEASURES) counts[measure] += counter.counts[measure] ?? 0;
  }
  counts.end += stock;
  counts.endChildren += stockChildren;
  counts.childrenUnknown += stockUnknown;
  const level = counter.level || null;
  levels.set(level, (levels.get(level) ?? 0) + stock);
}

function addCurator(atEnd: Map<Sums, Map<string, number>>, into: Sums, { value, counts }: Counter): void {
  const open = atEnd.get(into) ?? new Map<string, number>();
  atEnd.set(into, open);
  open.set(value, (open.get(value) ?? 0) + (counts.stock ?? 0));
}

function finish({ counts, levels, curators }: Sums, open: ReadonlyMap<string, number> = new Map()): void {
  counts.imbalance = counts.start + counts.in - counts.out - counts.end;
  for (const [level, n] of levels) if (n === 0) levels.delete(level);
  for (const [curator, n] of open) if (n > 0) curators?.add(curator);
}
