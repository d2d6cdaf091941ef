/**
 * The span of support as report forms count it (rule catalogue, section 5, «Report figures»): on the register at the
 * start and at the end, taken on, removed, removed for positive dynamics. A refused application and one whose support
 * has not begun count nowhere. The report rules and the indicators of a region both count with these functions.
 */
import { isNotClosed, isRefused, startOf } from './case-state.ts';
import { isKnown, type Day } from './day.ts';
import { isWithin } from './day-span.ts';
import type { FamilyRow } from './register.ts';

/** Code of the list `results`: removed for positive dynamics. Every pack has it. */
export const POSITIVE = 'R01';

export interface Support {
  readonly isRefused: boolean;
  /** NaN when unreadable, null when support has not begun. */
  readonly start: Day | null;
  /** NaN when unreadable: closed, on a day that nobody knows. Null while the case is open. */
  readonly closedOn: Day | null;
  /** The reason of closing is positive dynamics; the result counts where no reason is given. */
  readonly isPositive: boolean;
}

/** Begin and end of the support of a family, as its row tells them. */
export function supportOf(row: FamilyRow): Support {
  const { closedOn, closeReason, result } = row.values;
  return {
    isRefused: isRefused(row),
    start: startOf(row),
    closedOn: closedOn ?? null,
    isPositive: (closeReason ?? result)?.code === POSITIVE,
  };
}

/** Support has begun, on a day that is known, and the application was not refused. */
export function isCounted({ isRefused, start }: Support): boolean {
  return !isRefused && isKnown(start);
}

/** On the register at the end of the day. */
export function isOnRegister(support: Support, day: Day): boolean {
  const { start, closedOn } = support;
  return isCounted(support) && isKnown(start) && start <= day && isNotClosed(closedOn, day);
}

/** Taken on from … to, both included. */
export function isTakenOn(support: Support, from: Day, to: Day): boolean {
  return isCounted(support) && isWithin(support.start, { from, to });
}

/** Removed from … to, both included. */
export function isRemoved(support: Support, from: Day, to: Day): boolean {
  return isCounted(support) && isWithin(support.closedOn, { from, to });
}

/** Removed from … to for positive dynamics. */
export function isRemovedPositive(support: Support, from: Day, to: Day): boolean {
  return support.isPositive && isRemoved(support, from, to);
}
