import { dayOf, type Day } from '../../shared/domain/day.ts';

/** The day where the person is. */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? Number.NaN;
}
