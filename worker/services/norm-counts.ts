/** How the norms were kept, month by month: counted when a register is judged. */
import { dayOf, partsOf, type Day } from '../../shared/domain/day.ts';
import { periodOf, periodOfKey, periodsBetween } from '../../shared/calendar/periods.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import { deadlinesKept } from '../../shared/reports/deadlines-kept.ts';
import { visitsKept } from '../../shared/reports/visits-kept.ts';
import type { NormFigure } from '../../shared/sync/region-wire.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import { factsOfRows, journalFrom } from './facts-of-rows.ts';

export type NormCount = Readonly<Record<NormFigure, number>> & { readonly month: string };

const MONTHS = 24;

interface Judged {
  readonly district: string;
  readonly asOf: Day;
  readonly pack: Pack;
}

/** The last 24 months; a period of visits counts in the month in which it ends. Months without anything are left out. */
export function normCounts(rows: readonly WireRow[], { district, asOf, pack }: Judged): readonly NormCount[] {
  const hasJournal = rows.some(({ kind }) => kind === 'visits');
  const facts = factsOfRows(rows, { district, asOf, hasJournal });
  const { year, month } = partsOf(asOf);
  const from = dayOf(year - MONTHS / 12, month, 1) ?? asOf;
  const counts = new Map<string, Record<NormFigure, number>>();
  const add = (key: string, figure: NormFigure, n: number): void => {
    if (n === 0) return;
    const at = counts.get(key) ?? { visitsKept: 0, visitsMissed: 0, termsKept: 0, termsLate: 0, termsOverdue: 0 };
    counts.set(key, at);
    at[figure] += n;
  };
  const span = { from, to: asOf };
  for (const { kept, missed } of visitsKept(facts, { span, asOf, pack, journalFrom: journalFrom(rows) })) {
    for (const { period } of kept) add(endMonth(period), 'visitsKept', 1);
    for (const { period } of missed) add(endMonth(period), 'visitsMissed', 1);
  }
  addTerms(facts, { span, asOf, pack }, add);
  return [...counts].map(([key, of]) => ({ month: key, ...of }));
}

function addTerms(
  facts: readonly CaseFacts[],
  wish: { readonly span: { readonly from: Day; readonly to: Day }; readonly asOf: Day; readonly pack: Pack },
  add: (month: string, figure: NormFigure, n: number) => void,
): void {
  for (const month of periodsBetween('month', wish.span.from, wish.span.to)) {
    for (const { cases } of deadlinesKept(facts, { ...wish, span: month })) {
      add(month.key, 'termsKept', cases.kept.length);
      add(month.key, 'termsLate', cases.late.length);
      add(month.key, 'termsOverdue', cases.overdue.length);
    }
  }
}

/** A week is named by its Monday. */
function endMonth(period: string): string {
  const monday = dayOfIso(period);
  const end = monday === null ? periodOfKey(period)?.to : monday + 6;
  return end === undefined ? period : periodOf('month', end).key;
}
