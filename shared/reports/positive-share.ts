/**
 * The share of recipients removed for positive dynamics, against the target of at least 30 % (S003). The source names
 * recipients and no base; the three readings of the base are a choice of the pack (domain facts, 4.3):
 *   a   on the register at the start + taken on in the period (default)
 *   b   on the register at the start
 *   c   all removed in the period
 */

/** The readings of the base, as the header names them. */
export const READINGS = ['a', 'b', 'c'] as const;
export type Reading = (typeof READINGS)[number];

const BASE_PARTS: Readonly<Record<Reading, readonly BaseFigure[]>> = {
  a: ['start', 'in'],
  b: ['start'],
  c: ['out'],
};

type BaseFigure = 'start' | 'in' | 'out';

/** Numbers of one unit; null: hidden. */
export type ShareCounts = Readonly<Record<BaseFigure | 'positive', number | null>>;

export interface ShareReading {
  /** Null where a number is hidden. */
  readonly removed: number | null;
  readonly base: number | null;
  /** 0 … 1; null when the base is empty or hidden: there is no share of nothing. */
  readonly share: number | null;
  readonly isReached: boolean | null;
}

/** One reading over plain numbers. */
export function shareReading(counts: ShareCounts, reading: Reading, target: number | null): ShareReading {
  const base = BASE_PARTS[reading].reduce<number | null>((sum, part) => {
    const n = counts[part];
    return sum === null || n === null ? null : sum + n;
  }, 0);
  const removed = counts.positive;
  const share = base === null || base === 0 || removed === null ? null : removed / base;
  return { removed, base, share, isReached: share === null || target === null ? null : share >= target };
}
