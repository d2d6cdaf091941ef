/** The norm of a pack that counts on a day. */
import { isoOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';

/** A norm with the days on which it is valid, as ISO dates; null: without end. */
export interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/**
 * The norm valid on a day, both ends included; of several the one that began last. Null when there is none: the check
 * is then not made, and says so.
 */
export function normOn<N extends Dated>(norms: N | readonly N[] | null, day: Day): N | null {
  if (norms === null) return null;
  if (!isList(norms) && norms.validFrom === null && norms.validTo === null) return norms;
  const iso = isoOf(day);
  let found: N | null = null;
  for (const norm of listOf(norms)) {
    const isValid = (norm.validFrom ?? '') <= iso && (norm.validTo === null || iso <= norm.validTo);
    if (isValid && (found === null || (norm.validFrom ?? '') >= (found.validFrom ?? ''))) found = norm;
  }
  return found;
}

/**
 * The norm of a term that runs from one day on: the one valid when it began, because a later act does not change terms
 * that run; or else, where none was valid then, the one valid on the day of the check.
 */
export function normOfTerm<N extends Dated>(norms: N | readonly N[] | null, begun: Day, asOf: Day): N | null {
  return normOn(norms, begun) ?? normOn(norms, asOf);
}

function listOf<N extends Dated>(norms: N | readonly N[]): readonly N[] {
  return isList(norms) ? norms : [norms];
}

function isList<N>(norms: N | readonly N[]): norms is readonly N[] {
  return Array.isArray(norms);
}
