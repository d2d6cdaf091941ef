/**
 * How the norms were kept, month by month, over the last two years. One list of events gives both the numbers and the
 * cases behind them: online registers, dropped files and the rows that a number opens to are counted alike.
 */
import { periodOf, periodOfKey, periodsBetween } from '../calendar/periods.ts';
import { dayOf, dayOfIso, partsOf, type Day } from '../domain/day.ts';
import type { DaySpan } from '../domain/day-span.ts';
import type { NormFigure } from '../domain/figure-names.ts';
import type { Pack } from '../packs/pack.ts';
import type { CaseFacts } from './case-facts.ts';
import { deadlinesKept } from './deadlines-kept.ts';
import { visitsKept } from './visits-kept.ts';

const YEARS = 2;

/** A period of visits that was kept or missed, or a deadline that fell due. */
export interface NormEvent {
  /** The case. */
  readonly id: string;
  readonly figure: NormFigure;
  /** "2026-03": where a period of visits ends, where a term falls due. */
  readonly month: string;
}

export interface NormWish {
  readonly asOf: Day;
  readonly pack: Pack;
  /** From which day the journal of visits speaks; null: there is none, or it has no dates. */
  readonly journalFrom: Day | null;
}

export type NormCount = Readonly<Record<NormFigure, number>> & { readonly month: string };

/** What happened in the two years up to the day. */
export function* normEvents(cases: readonly CaseFacts[], { asOf, pack, journalFrom }: NormWish): Generator<NormEvent> {
  const { year, month } = partsOf(asOf);
  const span = { from: dayOf(year - YEARS, month, 1) ?? asOf, to: asOf };
  for (const { kept, missed } of visitsKept(cases, { span, asOf, pack, journalFrom })) {
    for (const { id, period } of kept) yield { id, figure: 'visitsKept', month: endMonth(period) };
    for (const { id, period } of missed) yield { id, figure: 'visitsMissed', month: endMonth(period) };
  }
  for (const one of periodsBetween('month', span.from, span.to)) {
    for (const { cases: of } of deadlinesKept(cases, { asOf, pack, span: one })) {
      for (const id of of.kept) yield { id, figure: 'termsKept', month: one.key };
      for (const id of of.late) yield { id, figure: 'termsLate', month: one.key };
      for (const id of of.overdue) yield { id, figure: 'termsOverdue', month: one.key };
    }
  }
}

/** The numbers of each month; months without anything are left out. */
export function normMonths(events: Iterable<NormEvent>): readonly NormCount[] {
  const counts = new Map<string, Record<NormFigure, number>>();
  for (const { figure, month } of events) {
    const at = counts.get(month) ?? { visitsKept: 0, visitsMissed: 0, termsKept: 0, termsLate: 0, termsOverdue: 0 };
    counts.set(month, at);
    at[figure] += 1;
  }
  return [...counts].map(([month, of]) => ({ month, ...of }));
}

/** True for events of the months that a span touches. */
export function isInMonths({ month }: Pick<NormEvent, 'month'>, { from, to }: DaySpan): boolean {
  return month >= periodOf('month', from).key && month <= periodOf('month', to).key;
}

/** A week is named by its Monday. */
function endMonth(period: string): string {
  const monday = dayOfIso(period);
  const end = monday === null ? periodOfKey(period)?.to : monday + 6;
  return end === undefined ? period : periodOf('month', end).key;
}
