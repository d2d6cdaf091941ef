/** How many cases of a level one person may have: the norm of the pack for the share of a post that the person fills. */
import type { Day } from '../domain/day.ts';
import { normOn } from './norm-on.ts';
import type { Pack } from './pack.ts';

type CaseloadNorm = NonNullable<ReturnType<typeof caseloadNorm>>;

export interface LoadLimit {
  readonly norm: CaseloadNorm;
  /** Norm × rate, fractions kept: the most cases that are within the norm. */
  readonly limit: number;
}

/** Fractions of posts are not exact in binary: 0.1 × 30 must be 3. */
const TINY = 1e-9;
const MILLION = 1_000_000;

function caseloadNorm({ levels }: Pick<Pack, 'levels'>, level: string, asOf: Day) {
  return normOn(levels[level]?.caseload ?? null, asOf);
}

/** The limit of a level for somebody with this share of a post; null where the pack has no norm. */
export function loadLimit(
  pack: Pick<Pack, 'levels'>,
  level: string,
  { rate, asOf }: { readonly rate: number; readonly asOf: Day },
): LoadLimit | null {
  const norm = caseloadNorm(pack, level, asOf);
  return norm && { norm, limit: Math.round(norm.max * rate * MILLION) / MILLION };
}

/** True when `count` cases are more than `limit`. */
export function isOver(count: number, limit: number): boolean {
  return count > limit + TINY;
}

/** How many whole cases fit within a limit. */
export function wholeCases(limit: number): number {
  return Math.floor(limit + TINY);
}
