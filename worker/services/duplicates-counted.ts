/**
 * Families that stand in several districts, as people have decided: a total of the region counts each of them once. From
 * the first start to the last closing they are one case; the districts keep their own numbers.
 */
import { periodOfKey } from '../../shared/calendar/periods.ts';
import { isKnown, type Day } from '../../shared/domain/day.ts';
import { SUPPORT_FIGURES, type SupportFigure } from '../../shared/domain/figure-names.ts';
import { isCounted, POSITIVE } from '../../shared/domain/support.ts';
import type { CaseFacts } from '../../shared/reports/case-facts.ts';
import type { DaySpan } from '../../shared/domain/day-span.ts';
import { contribution } from '../../shared/reports/figures.ts';
import { TAKEN_ON_WITHIN } from '../../shared/rules/region/transfer-unmatched.ts';
import { readDecidedPairs, type SharedCase } from '../store/duplicate-store.ts';
import type { Picture, PictureFigures } from '../../shared/sync/region-wire.ts';
import type { RegionScope } from '../store/scope.ts';
import { matchesOf, regionCase } from './duplicate-cases.ts';
import type { Ports } from './ports.ts';

export interface Correction {
  /** Families that one total would count twice. */
  readonly families: number;
  /** What is to be added to a sum over districts: never more than zero for what is on the register. */
  readonly figures: Readonly<Record<SupportFigure, number>>;
  /** The same for families on the register at the end, by level. */
  readonly levels: ReadonlyMap<string | null, number>;
}

type Part = Omit<CaseFacts, 'start'> & { readonly start: Day };

/** How the sums over districts of any period are to be corrected. */
export async function countedOnce(
  ports: Pick<Ports, 'db'>,
  scope: RegionScope,
): Promise<(period: DaySpan) => Correction> {
  const { cases, decisions } = await readDecidedPairs(ports.db, scope);
  const matches = matchesOf(cases, decisions).filter(({ state }) => state === 'same' || state === 'transfer');
  const families = groupsOf(matches.map(({ rows }) => rows)).flatMap((group) => supports(group.map(factsOf)));
  return (period) => correction(families, period);
}

function right(value: number | null, more: number): number | null {
  return value === null ? null : value + more;
}

/** A sum over districts with each family once. */
export function correctedTotal(total: PictureFigures, { figures, levels }: Correction): PictureFigures {
  return {
    ...total,
    figures: {
      ...total.figures,
      ...Object.fromEntries(SUPPORT_FIGURES.map((name) => [name, right(total.figures[name], figures[name])])),
    },
    levels: total.levels.map(({ level, cases }) => ({ level, cases: right(cases, levels.get(level) ?? 0) })),
  };
}

/** The course of the region with each family once. */
export function correctedTrend(trend: Picture['trend'], once: (period: DaySpan) => Correction): Picture['trend'] {
  return trend.map((one) => {
    const month = periodOfKey(one.month);
    if (month === null) return one;
    const { figures } = once(month);
    const names = ['start', 'in', 'out', 'positive', 'end'] as const;
    return { ...one, ...Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + figures[name]])) };
  });
}

function correction(families: readonly (readonly Part[])[], period: DaySpan): Correction {
  const figures = Object.fromEntries(SUPPORT_FIGURES.map((name) => [name, 0])) as Record<SupportFigure, number>;
  const levels = new Map<string | null, number>();
  const add = (level: string | null, n: number): void => void levels.set(level, (levels.get(level) ?? 0) + n);
  let count = 0;
  for (const parts of families) {
    const whole = wholeOf(parts);
    let differs = false;
    for (const name of SUPPORT_FIGURES) {
      const more = contribution(whole, name, period) - sum(parts, (one) => contribution(one, name, period));
      figures[name] += more;
      differs ||= more !== 0;
    }
    for (const one of parts) add(one.level, -contribution(one, 'end', period));
    add(whole.level, contribution(whole, 'end', period));
    if (differs) count += 1;
  }
  return { families: count, figures, levels };
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

/** Cases that are joined directly or over others. */
function groupsOf(pairs: readonly (readonly [SharedCase, SharedCase])[]): readonly (readonly SharedCase[])[] {
  const groupOf = new Map<SharedCase, Set<SharedCase>>();
  for (const pair of pairs) {
    const joined = new Set(pair.flatMap((one) => [...(groupOf.get(one) ?? [one])]));
    for (const one of joined) groupOf.set(one, joined);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}

function factsOf(row: SharedCase): CaseFacts {
  const { id, district, isRefused, start, closedOn, closeReason, level } = regionCase(row);
  return {
    id,
    district,
    isRefused,
    start,
    closedOn,
    isPositive: closeReason === POSITIVE,
    level,
    children: row.childrenCount,
    curator: null,
    categories: [],
    spans: null,
    transferDays: [],
    visits: { days: null, counts: null, hasUnreadable: false },
    steps: {},
  };
}

/** Cases that follow each other without a gap, two at least. What has no readable span counts as the districts count it. */
function supports(cases: readonly CaseFacts[]): readonly (readonly Part[])[] {
  const parts = cases
    .flatMap((one): readonly Part[] => {
      const { start, closedOn } = one;
      const isWhole = isCounted(one) && isKnown(start) && (closedOn === null || closedOn > start);
      return isWhole && isKnown(start) ? [{ ...one, start }] : [];
    })
    .toSorted((a, b) => a.start - b.start);
  const found: Part[][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const until = last ? Math.max(...last.map(({ closedOn }) => closedOn ?? Infinity)) : -Infinity;
    // A gap as long as the other district has to take a family on still is one support.
    if (last && part.start <= until + TAKEN_ON_WITHIN) last.push(part);
    else found.push([part]);
  }
  return found.filter((group) => group.length > 1);
}

/** One support: from the first start to the last closing, with the facts of the case that was begun last. */
function wholeOf(parts: readonly Part[]): Part {
  const latest = parts.reduce((known, one) => (one.start >= known.start ? one : known));
  const lastClosed = parts.reduce((known, one) =>
    (one.closedOn ?? Infinity) > (known.closedOn ?? Infinity) ? one : known,
  );
  return {
    ...latest,
    start: Math.min(...parts.map(({ start }) => start)),
    closedOn: lastClosed.closedOn,
    isPositive: lastClosed.isPositive,
  };
}
