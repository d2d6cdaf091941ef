/**
 * What the indicators know of one case: days, codes and numbers, no name. Made from a row of a register, wherever it
 * stands: in the workbook, in a dropped file, or on the server from rows that came over the wire.
 */
import { childrenOf } from '../domain/children.ts';
import { isKnown, UNREADABLE, type Day } from '../domain/day.ts';
import { levelSpans, type LevelSpan } from '../domain/level-history.ts';
import { recordedVisits } from '../domain/recorded-visits.ts';
import type { FamilyRow, MemberRow, VisitRow } from '../domain/register.ts';
import { supportOf, type Support } from '../domain/support.ts';
import type { CountsByPeriod } from '../domain/values.ts';
import type { Step } from '../packs/pack.ts';

/** What counters are made of. */
export interface CountedFacts extends Support {
  readonly district: string;
  /** Equal for all cases of one curator; null where none is given. */
  readonly curator: string | null;
  /** Today's level; null when it is not known. */
  readonly level: string | null;
  /** Known codes, each once, ascending. */
  readonly categories: readonly string[];
  /** Null when the register does not say, or says what is no number of children: «1,5». */
  readonly children: number | null;
  readonly transferDays: readonly Day[];
  readonly visits: VisitFacts;
}

export interface CaseFacts extends CountedFacts {
  /** Names the row to whoever asked: a row id of the server, or "Реестр!14". */
  readonly id: string;
  /** Null when a date that bounds them is unreadable. */
  readonly spans: readonly LevelSpan[] | null;
  /** Absent: no such column; null: empty; NaN: unreadable. */
  readonly steps: Readonly<Partial<Record<Step, Day | null>>>;
}

/** Visits as the register keeps them: by the day, or as counts by month or quarter. Counts come first where both are. */
export interface VisitFacts {
  /** Readable days, ascending. Null: no journal and no column of dates. */
  readonly days: readonly Day[] | null;
  /** NaN stands also for a part of a visit, and for fewer than none: neither can be counted with. */
  readonly counts: CountsByPeriod | null;
  /** Some visit has a day that cannot be read. */
  readonly hasUnreadable: boolean;
}

/** What a row does not say itself. */
export interface CountedContext {
  readonly district: string;
  readonly members?: readonly MemberRow[];
  /** The case's rows of the journal; null when the workbook has no journal. */
  readonly journal: readonly VisitRow[] | null;
  /** One key for all writings of a curator. On the server names are pseudonyms already, and serve as they are. */
  readonly curatorKey?: (name: string) => string;
}

export interface CaseContext extends CountedContext {
  readonly id: string;
  readonly asOf: Day;
}

/** What the figures need to know of a case, and nothing else of it. */
export function caseFacts(row: FamilyRow, context: CaseContext): CaseFacts {
  const counted = countedFacts(row, context);
  return {
    ...counted,
    id: context.id,
    spans: levelSpans(row, context.asOf),
    steps: stepDays(row, counted.visits),
  };
}

/** What the counters need to know of a case: no day but those of its fields bears on it. */
export function countedFacts(row: FamilyRow, context: CountedContext): CountedFacts {
  const { curator, level, categories, transfers } = row.values;
  return {
    ...supportOf(row),
    district: context.district,
    curator: curator ? (context.curatorKey?.(curator) ?? curator) : null,
    level: level?.code ?? null,
    categories: [...new Set((categories ?? []).flatMap(({ code }) => code ?? []))].toSorted(),
    children: childrenCount(row, context.members ?? []),
    transferDays: (transfers ?? []).map(({ day }) => day).filter(isKnown),
    visits: visitFacts(row, context.journal),
  };
}

function childrenCount(row: FamilyRow, members: readonly MemberRow[]): number | null {
  const { childrenCount: given } = row.values;
  if (isKnown(given) && !isNoCount(given)) return given;
  return childrenOf(row, members)?.people.length ?? null;
}

function visitFacts(row: FamilyRow, journal: readonly VisitRow[] | null): VisitFacts {
  const { visitDates, visitsByMonth } = row.values;
  const hasDays = journal !== null || visitDates !== undefined;
  const { days, unreadable } = recordedVisits(row, journal ?? []);
  return {
    days: hasDays ? days : null,
    counts: visitsByMonth ? wholeCounts(visitsByMonth) : null,
    hasUnreadable: unreadable > 0,
  };
}

/** As cell/number-invalid has it. */
const isNoCount = (count: number | null): boolean => isKnown(count) && (!Number.isInteger(count) || count < 0);

function wholeCounts(counts: CountsByPeriod): CountsByPeriod {
  if (!Object.values(counts).some(isNoCount)) return counts;
  return Object.fromEntries(
    Object.entries(counts).map(([period, count]) => [period, isNoCount(count) ? UNREADABLE : count]),
  );
}

function stepDays(row: FamilyRow, visits: VisitFacts): CaseFacts['steps'] {
  const { applicationDate, surveyDate, programDate, decisionDate, contractDate, startDate, closedOn } = row.values;
  const firstVisit = visits.days === null ? undefined : (visits.days[0] ?? null);
  const days: readonly (readonly [Step, Day | null | undefined])[] = [
    ['application', applicationDate],
    ['survey', surveyDate],
    ['programme', programDate],
    ['decision', decisionDate],
    ['contract', contractDate],
    ['start', startDate],
    ['firstVisit', firstVisit],
    ['closing', closedOn],
  ];
  return Object.fromEntries(days.filter(([, day]) => day !== undefined));
}
