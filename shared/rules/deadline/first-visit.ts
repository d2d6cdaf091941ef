/** The first visit after a day, as far as the workbook can tell. */
import { isKnown } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { VisitRow } from '../../domain/register.ts';
import type { FamilyCase } from '../links.ts';
import type { SkipReason } from '../../domain/finding.ts';
import type { TableRun } from '../rule.ts';
import { coverage } from '../visits/visit-days.ts';

/** Where visits are written down with their dates. */
export interface VisitSources {
  /** True when all visits of a span are there. */
  readonly isCovered: ReturnType<typeof coverage>;
  readonly hasJournal: boolean;
  readonly hasDates: boolean;
  readonly hasLast: boolean;
}

/** What the workbook keeps of visits. */
export function visitSources(run: TableRun<'families'>): VisitSources {
  return {
    isCovered: coverage(run.table, run.journalFrom),
    hasJournal: run.hasTable('visits'),
    hasDates: run.has('visitDates'),
    hasLast: run.has('lastVisit'),
  };
}

export type FirstVisit =
  /** `row` where the visit stands in the journal; null where it stands in the family's own row. */
  | { readonly kind: 'on'; readonly day: Day; readonly row: VisitRow | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-judged'; readonly reason: SkipReason; readonly detail: string };

/**
 * The first visit on or after `from`. A last visit alone tells only that there was one: its own day, when that is
 * enough for the deadline (`due`).
 */
export function firstVisit(family: FamilyCase, from: Day, due: Day, sources: VisitSources): FirstVisit {
  const { hasJournal, hasDates, isCovered } = sources;
  if (hasJournal || hasDates) {
    if (!isCovered({ from, to: due }))
      return { kind: 'not-judged', reason: 'table-missing', detail: 'table:visits-earlier' };
    return earliest(family, from, due);
  }
  const { lastVisit } = family.row.values;
  if (lastVisit === null) return { kind: 'none' };
  if (isKnown(lastVisit) && lastVisit >= from && lastVisit <= due) return { kind: 'on', day: lastVisit, row: null };
  return { kind: 'not-judged', reason: 'data-too-coarse', detail: 'field:lastVisit' };
}

function earliest({ row, visits }: FamilyCase, from: Day, due: Day): FirstVisit {
  let first = Infinity;
  let entry: VisitRow | null = null;
  let isUnreadable = false;
  for (const visit of visits) {
    const { date } = visit.values;
    if (Number.isNaN(date)) isUnreadable = true;
    else if (isKnown(date) && date >= from && date < first) [first, entry] = [date, visit];
  }
  for (const day of row.values.visitDates ?? []) {
    if (Number.isNaN(day)) isUnreadable = true;
    else if (day >= from && day < first) [first, entry] = [day, null];
  }
  if (isUnreadable && first > due)
    return { kind: 'not-judged', reason: 'value-unreadable', detail: 'field:visitDates' };
  return first === Infinity ? { kind: 'none' } : { kind: 'on', day: first, row: entry };
}
