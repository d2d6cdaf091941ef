/** The course of the figures over months: one total row of the consolidated table per month. */
import { periodsBetween } from '../calendar/periods.ts';
import type { DaySpan } from '../domain/day-span.ts';
import type { CaseFacts } from './case-facts.ts';
import { consolidatedTable, type ConsolidatedRow, type TableWish } from './consolidated.ts';

export interface TrendPoint {
  /** "2026-03". */
  readonly month: string;
  readonly row: ConsolidatedRow;
}

/** A point for every month that has a day in the span; each is of the whole month. */
export function monthTrend(
  cases: readonly CaseFacts[],
  { from, to }: DaySpan,
  wish: Pick<TableWish, 'levels' | 'where'>,
): readonly TrendPoint[] {
  return periodsBetween('month', from, to).map((month) => ({
    month: month.key,
    row: consolidatedTable(cases, { ...wish, cut: 'district', period: { from: month.from, to: month.to } }).total,
  }));
}
