/** The norm of a pack that counts on a day. */
import { isoOf } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';

interface Dated {
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

function listOf<N extends Dated>(norms: N | readonly N[]): readonly N[] {
  return isList(norms) ? norms : [norms];
}

function isList<N>(norms: N | readonly N[]): norms is readonly N[] {
  return Array.isArray(norms);
}
