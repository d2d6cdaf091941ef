/** What a family's row says about its case: open or closed, when support began, since when the level holds. */
import { isKnown, UNREADABLE, type Day } from './day.ts';
import type { FamilyRow } from './register.ts';

/** The code of the list `decisions` that rules depend on. Every pack has it. */
export const REFUSED = 'REFUSED';

/** The application was refused: no contract, start or visits are due. */
export function isRefused(row: FamilyRow): boolean {
  return row.values.decision?.code === REFUSED;
}

/**
 * Not refused, and not closed on the day (closing on a later day counts as open). A closing date that cannot be read
 * counts as closed.
 */
export function isOpen(row: FamilyRow, asOf: Day): boolean {
  return !isRefused(row) && isNotClosed(row.values.closedOn, asOf);
}

/** True when a case with this closing date is not closed on the day. NaN: closed, on a day that nobody knows. */
export function isNotClosed(closedOn: Day | null | undefined, day: Day): boolean {
  return closedOn === undefined || closedOn === null || closedOn > day;
}

const STARTS = ['startDate', 'contractDate', 'registeredOn'] as const;

/** The field that tells when support began: of those of a start the first that is filled. */
export function startField({ values }: FamilyRow): (typeof STARTS)[number] {
  return STARTS.find((field) => (values[field] ?? null) !== null) ?? 'startDate';
}

/** Start of support: startDate, or else contractDate, or else registeredOn. NaN when the one that counts is unreadable. */
export function startOf(row: FamilyRow): Day | null {
  return row.values[startField(row)] ?? null;
}

/**
 * Since when today's level holds: the latest transfer on or before the day, or else the start. NaN when a transfer or
 * the start is unreadable.
 */
export function levelFrom(row: FamilyRow, asOf: Day): Day | null {
  let latest: Day | null = null;
  for (const { day } of row.values.transfers ?? []) {
    if (Number.isNaN(day)) return UNREADABLE;
    if (day <= asOf && (latest === null || day > latest)) latest = day;
  }
  return latest ?? startOf(row);
}

/** The field because of which nobody knows since when the level holds, where `levelFrom` gives NaN. */
export function levelFromField(row: FamilyRow): 'transfers' | (typeof STARTS)[number] {
  return row.values.transfers?.some(({ day }) => Number.isNaN(day)) ? 'transfers' : startField(row);
}

/**
 * The day that category and age rules look at: as-of for an open case, the closing date for a closed one. NaN when that
 * is unreadable.
 */
export function judgedOn(row: FamilyRow, asOf: Day): Day {
  const { closedOn } = row.values;
  return isKnown(closedOn) && closedOn <= asOf ? closedOn : Number.isNaN(closedOn ?? 0) ? UNREADABLE : asOf;
}
