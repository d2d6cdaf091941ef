/** How many visits the norms ask for, period by period. */
import { periodsBetween } from '../../calendar/periods.ts';
import type { Period, PeriodKind } from '../../calendar/periods.ts';
import { isKnown } from '../../domain/day.ts';
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
  const { closedOn } = row.values;
  const end = Math.min(until, isKnown(closedOn) ? closedOn - 1 : until);
  const spans = joined(all, end);
  const levels = new Set(spans.map((span) => span.level));
  const levelsWithoutNorm = [...levels].filter((level) => level !== null && !hasNorm(pack, level, spans));
  const needed = spans.flatMap((span) => wholePeriods(span, pack));
  const partial = pack.partialPeriods === 'prorate' ? partialPeriods(spans, pack) : [];
  return {
    needed: inOrder([...needed, ...partial]),
    levelsWithoutNorm: levelsWithoutNorm.flatMap((level) => level ?? []),
    hasUnknownLevel: levels.has(null),
  };
}

function inOrder(needed: readonly VisitRequirement[]): readonly VisitRequirement[] {
  const isInOrder = needed.every((one, at) => one.period.from >= (needed[at - 1] ?? one).period.from);
  return isInOrder ? needed : needed.toSorted((a, b) => a.period.from - b.period.from);
}

/** Spans cut at the end; neighbours of one level made one: a transfer to the same level changes nothing. */
function joined(spans: readonly LevelSpan[], end: Day): readonly LevelSpan[] {
  const result: LevelSpan[] = [];
  for (const { from, to, level } of spans) {
    const last = result.at(-1);
    if (from > end) break;
    const cut = { from, to: Math.min(to, end), level };
    if (last?.level === level) result[result.length - 1] = { ...cut, from: last.from };
    else result.push(cut);
  }
  return result;
}

function hasNorm(pack: Pack, level: string, spans: readonly LevelSpan[]): boolean {
  return spans.some(
    (span) => span.level === level && (visitNorm(pack, level, span.from) ?? visitNorm(pack, level, span.to)) !== null,
  );
}

function wholePeriods({ from, to, level }: LevelSpan, pack: Pack): readonly VisitRequirement[] {
  if (level === null) return [];
  return kindsOf(pack, level, { from, to }).flatMap((kind) =>
    periodsBetween(kind, from, to).flatMap((period) => {
      const norm = visitNorm(pack, level, period.from);
      const isWhole = period.from >= from && period.to <= to;
      const holds = norm !== null && norm.per === kind && norm === visitNorm(pack, level, period.to);
      return isWhole && holds ? [{ kind, period, level, norm, required: norm.min }] : [];
    }),
  );
}

function kindsOf(pack: Pack, level: string, { from, to }: { from: Day; to: Day }): readonly PeriodKind[] {
  const norms = [visitNorm(pack, level, from), visitNorm(pack, level, to)];
  const isDated = Array.isArray(pack.levels[level]?.visits);
  return KINDS.filter((kind) => isDated || norms.some((norm) => norm?.per === kind));
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
      const required = Math.floor(shares.reduce((sum, share) => sum + (share?.part ?? 0), 0));
      return required > 0 ? [{ kind, period, level: latest.level, norm: latest.norm, required }] : [];
    }),
  );
}

function shareOf({ from, to, level }: LevelSpan, period: Period, kind: PeriodKind, pack: Pack) {
  const start = Math.max(from, period.from);
  const norm = level === null ? null : visitNorm(pack, level, start);
  if (level === null || norm?.per !== kind) return null;
  const days = Math.min(to, period.to) - start + 1;
  return { level, norm, part: (norm.min * days) / (period.to - period.from + 1) };
}
