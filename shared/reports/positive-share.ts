/**
 * The share of recipients removed for positive dynamics, against the target of at least 30 % (S003). The source names
 * recipients and no base; the three readings of the base are a choice of the pack (domain facts, 4.3):
 *   a   on the register at the start + taken on in the period (default)
 *   b   on the register at the start
 *   c   all removed in the period
 */
import type { Pack } from '../packs/pack.ts';
import type { ConsolidatedRow } from './consolidated.ts';
import type { FigureKey, Measure } from './figures.ts';

/** The readings of the base, as the header names them. */
export const READINGS = ['a', 'b', 'c'] as const;
export type Reading = (typeof READINGS)[number];

/** Families are sure; children are recipients too, where the register gives their number. */
export type ShareUnit = 'families' | 'children';

export interface PositiveShare {
  readonly reading: Reading;
  readonly unit: ShareUnit;
  readonly removed: number;
  readonly base: number;
  /** 0 … 1; null when the base is empty: there is no share of nothing. */
  readonly share: number | null;
  readonly target: number | null;
  /** Null when there is no target or no share. */
  readonly isReached: boolean | null;
  /** What opens the numerator, and the parts of the base, to their rows. */
  readonly keys: { readonly removed: FigureKey; readonly base: readonly FigureKey[] };
}

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

/** The share over a row of the consolidated table, in the reading that the pack chooses unless another is asked for. */
export function positiveShare(
  { cells }: ConsolidatedRow,
  { positiveShare: norm }: Pick<Pack, 'positiveShare'>,
  { reading = norm.base, unit = 'families' }: { readonly reading?: Reading; readonly unit?: ShareUnit } = {},
): PositiveShare {
  const inUnit = (measure: 'start' | 'in' | 'out' | 'positive'): Measure =>
    unit === 'families' ? measure : `${measure}Children`;
  const parts = BASE_PARTS[reading].map((measure) => cells[inUnit(measure)]);
  const numerator = cells[inUnit('positive')];
  const countOf = (measure: BaseFigure | 'positive'): number => cells[inUnit(measure)].value;
  const counts = { start: countOf('start'), in: countOf('in'), out: countOf('out'), positive: numerator.value };
  const { share, isReached } = shareReading(counts, reading, norm.target);
  return {
    reading,
    unit,
    removed: numerator.value,
    base: parts.reduce((sum, { value }) => sum + value, 0),
    share,
    target: norm.target,
    isReached,
    keys: { removed: numerator.key, base: parts.map(({ key }) => key) },
  };
}
