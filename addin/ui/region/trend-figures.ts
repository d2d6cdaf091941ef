/** What the course of the months can show. */
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { percent } from './picture-columns.ts';
import { visitShare } from './picture-rows.ts';

type Month = Picture['trend'][number];

const COUNTED = ['end', 'in', 'out', 'positive', 'transferred', 'visits'] as const;
export const TREND_FIGURES = [...COUNTED, 'visitsKept', 'termsOverdue'] as const;
export type TrendFigure = (typeof TREND_FIGURES)[number];

/** Null: hidden, or nothing to make a share of. */
export function trendValue(month: Month, figure: TrendFigure): number | null {
  if (figure === 'visitsKept') return percent(visitShare(month));
  return figure === 'termsOverdue' ? month.norms.termsOverdue : month[figure];
}

/** «09.2026» */
export function monthTitle(month: string): string {
  const [year = '', n = ''] = month.split('-');
  return `${n}.${year}`;
}
