import { dayOfIso, UNREADABLE, type Day } from '../../shared/domain/day.ts';

const HOURS_MS = 3 * 3_600_000;

/** The day at a moment (ms since 1970): days are those of Moscow, where reports are due. */
export function dayAt(ms: number): Day {
  return dayOfIso(new Date(ms + HOURS_MS).toISOString().slice(0, 10)) ?? UNREADABLE;
}
