/** How many visits the norms ask for, period by period. */
import { periodsBetween } from '../../calendar/periods.ts';
import type { Period, PeriodKind } from '../../calendar/periods.ts';
import type { Day } from '../../domain/day.ts';
import { levelSpans } from '../../domain/level-history.ts';
import type { LevelSpan } from '../../domain/level-history.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { normOn } from '../../packs/norm-on.ts';
import type { Pack } from '../../packs/pack.ts';

type VisitNorm = NonNullable<ReturnType<typeof visitNorm>>;

/** What the norm asks for in one period. */
export interface VisitRequirement {
  readonly kind: PeriodKind;
  readonly period: Period;
  /** The level's code; of the last one where a partial period is prorated over several. */
  readonly level: string;
  readonly norm: VisitNorm;
  /** Visits that are needed. Less than the norm only where the pack prorates partial periods. */
  readonly required: number;
}

export interface VisitRequirements {
  readonly needed: readonly VisitRequirement[];
  /** Levels that the case stood at and that have no norm. */
  readonly levelsWithoutNorm: readonly string[];
  /** The case stood at a level that nobody names. */
  readonly hasUnknownLevel: boolean;
}

const KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter'];

/** The norm of visits of a level on a day; null where the pack has none then. */
export function visitNorm(pack: Pack, level: string, day: Day) {
  return normOn(pack.levels[level]?.visits ?? null, day);
}

/**
 * The requirements of a case up to a day. A period counts when the case was open at one level throughout it, it ended
 * by then and one norm held for it; the day of closing is no day of support. The rest is left out, or prorated where
 * the pack says so: the days at each level give their part of its norm, rounded down. Null when a date of the case
 * cannot be read.
 */
export function visitRequirements(row: FamilyRow, pack: Pack, until: Day): VisitRequirements | null {
  const all = levelSpans(row, until);
  if (all === null) return null;
  const spans = all.filter(({ from }) => from <= until).map((span) => ({ ...span, to: Math.min(span.to, until) }));
  const levels = new Set(spans.map((span) => span.level));
  const named = [...levels].filter((level) => level !== null);
  const needed = spans.flatMap((span) => wholePeriods(span, pack));
  const partial = pack.partialPeriods === 'prorate' ? partialPeriods(spans, pack) : [];
  return {
    needed: [...needed, ...partial].toSorted((a, b) => a.period.from - b.period.from),
    levelsWithoutNorm: named.filter((level) => !hasNorm(pack, level, spans)),
    hasUnknownLevel: levels.has(null),
  };
}

function hasNorm(pack: Pack, level: string, spans: readonly LevelSpan[]): boolean {
  return spans.some(
    (span) => span.level === level && (visitNorm(pack, level, span.from) ?? visitNorm(pack, level, span.to)) !== null,
  );
}

function wholePeriods({ from, to, level }: LevelSpan, pack: Pack): readonly VisitRequirement[] {
  if (level === null) return [];
  return kindsOf(pack, level).flatMap((kind) =>
    periodsBetween(kind, from, to).flatMap((period) => {
      const norm = visitNorm(pack, level, period.from);
      const isWhole = period.from >= from && period.to <= to;
      const holds = norm?.per === kind && norm === visitNorm(pack, level, period.to);
      return isWhole && holds ? [{ kind, period, level, norm, required: norm.min }] : [];
    }),
  );
}

/** The kinds of periods that some norm of the level is for, whenever it holds. */
function kindsOf(pack: Pack, level: string): readonly PeriodKind[] {
  const norms = [pack.levels[level]?.visits ?? []].flat();
  return KINDS.filter((kind) => norms.some(({ per }) => per === kind));
}

/** Periods with support in a part of them, or at several levels of which each has a norm per this kind of period. */
function partialPeriods(spans: readonly LevelSpan[], pack: Pack): readonly VisitRequirement[] {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  return KINDS.flatMap((kind) =>
    periodsBetween(kind, first.from, last.to).flatMap((period) => {
      const parts = spans.filter((span) => span.from <= period.to && span.to >= period.from);
      const isWhole = parts.some((span) => span.from <= period.from && span.to >= period.to);
      const shares = parts.map((span) => shareOf(span, period, kind, pack));
      const latest = shares.at(-1);
      if (isWhole || !latest || shares.includes(null)) return [];
      const visitDays = shares.reduce((sum, share) => sum + (share?.visitDays ?? 0), 0);
      // Divided once: a sum of fractions falls short of the whole that it should make.
      const required = Math.floor(visitDays / (period.to - period.from + 1));
      return required > 0 ? [{ kind, period, level: latest.level, norm: latest.norm, required }] : [];
    }),
  );
}

function shareOf({ from, to, level }: LevelSpan, period: Period, kind: PeriodKind, pack: Pack) {
  const start = Math.max(from, period.from);
  const norm = level === null ? null : visitNorm(pack, level, start);
  if (level === null || norm?.per !== kind) return null;
  const days = Math.min(to, period.to) - start + 1;
  return { level, norm, visitDays: norm.min * days };
}
