import { MS_PER_DAY, type Day } from '../../shared/domain/day.ts';

/** How far Moscow is ahead of universal time; it has no summer time. */
const AHEAD_MS = 3 * 3_600_000;

/** The day at a moment (ms since 1970): days are those of Moscow, where reports are due. */
export function dayAt(ms: number): Day {
  return Math.floor((ms + AHEAD_MS) / MS_PER_DAY);
}
