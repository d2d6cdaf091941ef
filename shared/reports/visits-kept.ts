/**
 * Visits against the norm: of the whole weeks, months or quarters in which a case was open at one known level
 * throughout, how many had as many visits as the level's norm asks on their first day; a period within which the norm
 * changed is left out, as in the rules. Partial periods are not counted here, whatever the pack's `partialPeriods` says
 * for single findings: a share over a region needs one meaning.
 */
import { periodsBetween, type Period, type PeriodKind } from '../calendar/periods.ts';
import { isKnown, type Day } from '../domain/day.ts';
import { isWithin, type DaySpan } from '../domain/day-span.ts';
import type { SkipReason } from '../domain/finding.ts';
import type { LevelSpan } from '../domain/level-history.ts';
import { isCounted } from '../domain/support.ts';
import { normOn } from '../packs/norm-on.ts';
import type { Pack } from '../packs/pack.ts';
import type { CaseFacts } from './case-facts.ts';

/** Why a period of a case is not judged. */
export type VisitSkip = Extract<SkipReason, 'norm-null' | 'data-too-coarse' | 'value-unreadable' | 'column-missing'>;

export interface CasePeriod {
  readonly id: string;
  readonly period: string;
}

export interface LevelVisits {
  readonly level: string;
  readonly kept: readonly CasePeriod[];
  readonly missed: readonly CasePeriod[];
  /** Visits due and made in the periods that are judged. */
  readonly due: number;
  readonly made: number;
  readonly notJudged: Readonly<Partial<Record<VisitSkip, readonly string[]>>>;
}

export interface VisitWish {
  /** Periods that lie inside this span and ended on or before `asOf` count. */
  readonly span: DaySpan;
  readonly asOf: Day;
  readonly pack: Pick<Pack, 'levels'>;
  /**
   * From which day the journal holds all visits; earlier periods are left out. Null: from the beginning. (The rules
   * take 1 January of the year of the first entry.)
   */
  readonly journalFrom?: Day | null;
}

interface Tally {
  readonly kept: CasePeriod[];
  readonly missed: CasePeriod[];
  due: number;
  made: number;
  readonly notJudged: Map<VisitSkip, Set<string>>;
}

/** One entry per level that some case was at, in the order of the pack's levels, others after them. */
export function visitsKept(cases: readonly CaseFacts[], wish: VisitWish): readonly LevelVisits[] {
  const tallies = new Map<string, Tally>(Object.keys(wish.pack.levels).map((level) => [level, newTally()]));
  for (const facts of cases) {
    if (!isCounted(facts)) continue;
    for (const span of facts.spans ?? []) {
      const { level } = span;
      if (level === null || span.to < wish.span.from || span.from > wish.span.to) continue;
      const tally = tallies.get(level) ?? newTally();
      tallies.set(level, tally);
      judgeSpan(facts, { ...span, level }, { wish, tally });
    }
  }
  return [...tallies].map(([level, { notJudged, ...tally }]) => ({
    level,
    ...tally,
    notJudged: Object.fromEntries([...notJudged].map(([reason, ids]) => [reason, [...ids]])),
  }));
}

function newTally(): Tally {
  return { kept: [], missed: [], due: 0, made: 0, notJudged: new Map() };
}

function judgeSpan(
  facts: CaseFacts,
  span: LevelSpan & { readonly level: string },
  { wish, tally }: { readonly wish: VisitWish; readonly tally: Tally },
): void {
  const norms = wish.pack.levels[span.level]?.visits ?? null;
  const skip = (reason: VisitSkip): void => {
    tally.notJudged.set(reason, (tally.notJudged.get(reason) ?? new Set()).add(facts.id));
  };
  const from = Math.max(
    span.from,
    wish.span.from,
    facts.visits.counts === null ? (wish.journalFrom ?? -Infinity) : -Infinity,
  );
  const to = Math.min(span.to, wish.span.to, wish.asOf);
  if (from > to) return;
  const kinds = new Set((Array.isArray(norms) ? norms : [norms]).map((norm) => norm?.per));
  for (const kind of kinds) {
    if (kind === undefined) skip('norm-null');
    for (const period of kind === undefined ? [] : wholePeriods(kind, from, to)) {
      const norm = normOn(norms, period.from);
      if (norm === null) skip('norm-null');
      if (norm === null || norm.per !== kind || norm !== normOn(norms, period.to)) continue;
      const made = visitsIn(facts, period, { kind, min: norm.min });
      if (typeof made === 'string') {
        skip(made);
        continue;
      }
      tally.due += norm.min;
      tally.made += made;
      (made >= norm.min ? tally.kept : tally.missed).push({ id: facts.id, period: period.key });
    }
  }
}

function wholePeriods(kind: PeriodKind, from: Day, to: Day): readonly Period[] {
  return periodsBetween(kind, from, to).filter((period) => period.from >= from && period.to <= to);
}

/** The visits of a period, or why they are not known. Unreadable days may be those that are missing. */
function visitsIn(
  { visits }: CaseFacts,
  period: Period,
  { kind, min }: { readonly kind: PeriodKind; readonly min: number },
): number | VisitSkip {
  const { counts, days, hasUnreadable } = visits;
  if (counts !== null) {
    const counted = countIn(counts, period, kind);
    if (counted !== undefined) return counted;
  }
  if (days === null) return counts === null ? 'column-missing' : 'data-too-coarse';
  const made = days.filter((day) => isWithin(day, period)).length;
  return hasUnreadable && made < min ? 'value-unreadable' : made;
}

/** From a count of the period itself, or for a quarter from its months. Undefined: no such counts. */
function countIn(
  counts: Readonly<Record<string, number | null>>,
  period: Period,
  kind: PeriodKind,
): number | VisitSkip | undefined {
  const keys = kind === 'quarter' && !(period.key in counts) ? monthKeys(period) : [period.key];
  if (kind === 'week' || !keys.every((key) => key in counts)) return undefined;
  const sum = keys.reduce((all, key) => all + (counts[key] ?? 0), 0);
  return isKnown(sum) ? sum : 'value-unreadable';
}

function monthKeys({ from, to }: Period): readonly string[] {
  return periodsBetween('month', from, to).map(({ key }) => key);
}
