/**
 * What a figure counts. A figure is the sum of what each case contributes to it, and the rows behind it are the cases
 * that contribute: so a number and the rows it opens to cannot disagree. A figure is named by a key, which is plain
 * JSON: whoever shows a number can ask for its rows later, and elsewhere.
 */
import { periodOf, periodOfKey } from '../calendar/periods.ts';
import { isKnown } from '../domain/day.ts';
import { isWithin, type DaySpan } from '../domain/day-span.ts';
import { FIGURES } from '../domain/figure-names.ts';
import { isOnRegister, isRemoved, isRemovedPositive, isTakenOn, isCounted } from '../domain/support.ts';
import type { CountsByPeriod } from '../domain/values.ts';
import type { CaseFacts, VisitFacts } from './case-facts.ts';

/** Figures, and what tells whether they can be trusted. */
export const MEASURES = [...FIGURES, 'childrenUnknown', 'imbalance'] as const;
export type Measure = (typeof MEASURES)[number];

/** Which cases: each given part must hold. Null: those of which it is not known (or which have no category). */
export interface CaseFilter {
  readonly district?: string;
  readonly level?: string | null;
  /** Cases that have this category among theirs. */
  readonly category?: string | null;
  readonly curator?: string | null;
}

export interface FigureKey {
  readonly measure: Measure;
  readonly period: DaySpan;
  readonly where: CaseFilter;
}

type Contribution = (facts: CaseFacts, period: DaySpan) => number;

const children = (facts: CaseFacts, isMeant: boolean): number => (isMeant ? (facts.children ?? 0) : 0);
const isAtStart = (facts: CaseFacts, { from }: DaySpan): boolean => isOnRegister(facts, from - 1);
const isAtEnd = (facts: CaseFacts, { to }: DaySpan): boolean => isOnRegister(facts, to);
const isIn = (facts: CaseFacts, { from, to }: DaySpan): boolean => isTakenOn(facts, from, to);
const isOut = (facts: CaseFacts, { from, to }: DaySpan): boolean => isRemoved(facts, from, to);
const isPositive = (facts: CaseFacts, { from, to }: DaySpan): boolean => isRemovedPositive(facts, from, to);

const CONTRIBUTIONS: Readonly<Record<Measure, Contribution>> = {
  start: (facts, period) => Number(isAtStart(facts, period)),
  in: (facts, period) => Number(isIn(facts, period)),
  out: (facts, period) => Number(isOut(facts, period)),
  positive: (facts, period) => Number(isPositive(facts, period)),
  end: (facts, period) => Number(isAtEnd(facts, period)),
  startChildren: (facts, period) => children(facts, isAtStart(facts, period)),
  inChildren: (facts, period) => children(facts, isIn(facts, period)),
  outChildren: (facts, period) => children(facts, isOut(facts, period)),
  positiveChildren: (facts, period) => children(facts, isPositive(facts, period)),
  endChildren: (facts, period) => children(facts, isAtEnd(facts, period)),
  transferred: (facts, span) => (isCounted(facts) ? facts.transferDays.filter((day) => isWithin(day, span)).length : 0),
  visits: (facts, period) => (isCounted(facts) ? visitsWithin(facts.visits, period) : 0),
  childrenUnknown: (facts, period) => Number(facts.children === null && isAtEnd(facts, period)),
  /** start + in − out − end: not zero where a closing date is unreadable or lies before the start. */
  imbalance: (facts, period) =>
    Number(isAtStart(facts, period)) +
    Number(isIn(facts, period)) -
    Number(isOut(facts, period)) -
    Number(isAtEnd(facts, period)),
};

/** What one case adds to a measure. */
export function contribution(facts: CaseFacts, measure: Measure, period: DaySpan): number {
  return CONTRIBUTIONS[measure](facts, period);
}

/**
 * Visits of a span. A count by month belongs to its month, one by quarter to the quarter's last month, and is taken when
 * that month lies inside the span; so months add up to quarters and years. Days count outside of counted periods.
 */
export function visitsWithin({ days, counts }: VisitFacts, { from, to }: DaySpan): number {
  const counted = counts === null ? [] : countedPeriods(counts);
  let sum = 0;
  for (const { count, lastMonth } of counted) if (lastMonth.from >= from && lastMonth.to <= to) sum += count;
  for (const day of days ?? []) {
    if (day < from) continue;
    if (day > to) break;
    if (!counted.some(({ period }) => isWithin(day, period))) sum += 1;
  }
  return sum;
}

interface CountedPeriod {
  readonly period: DaySpan;
  readonly lastMonth: DaySpan;
  readonly count: number;
}

/** The periods that have a count. A quarter gives way to its months where these are counted too. */
export function countedPeriods(counts: CountsByPeriod): readonly CountedPeriod[] {
  const months: CountedPeriod[] = [];
  const quarters: CountedPeriod[] = [];
  for (const [key, count] of Object.entries(counts)) {
    const period = periodOfKey(key);
    if (period === null || !isKnown(count)) continue;
    if (period.kind === 'month') months.push({ period, lastMonth: period, count });
    else quarters.push({ period, lastMonth: periodOf('month', period.to), count });
  }
  const isFree = ({ period }: CountedPeriod): boolean =>
    !months.some((month) => month.period.from >= period.from && month.period.to <= period.to);
  return [...months, ...quarters.filter(isFree)];
}

/** Whether a case lies within the filter; what the filter does not name is not asked. */
export function isMeant(facts: CaseFacts, { district, level, category, curator }: CaseFilter): boolean {
  if (district !== undefined && facts.district !== district) return false;
  if (level !== undefined && facts.level !== level) return false;
  if (curator !== undefined && facts.curator !== curator) return false;
  if (category === undefined) return true;
  return category === null ? facts.categories.length === 0 : facts.categories.includes(category);
}
