/**
 * Two panes over one workbook (a co-author, a second window) each keep the whole state. Invariant: what only one of them
 * has changed stays changed, so no explanation and no correction of either is lost.
 */
import type { RememberedState } from './remembered-state.ts';

/**
 * The state to keep of ours and what another has kept. What we have not changed since `base` is theirs; explanations
 * and corrections are merged one by one; whatever else both have changed is ours, the later.
 */
export function mergeRemembered(
  base: RememberedState,
  mine: RememberedState,
  theirs: RememberedState,
): RememberedState {
  const changed = Object.entries(mine).filter(([key, value]) => !isSame(value, base[key]));
  return {
    ...theirs,
    ...Object.fromEntries(changed),
    explanations: mergedList([base.explanations, mine.explanations, theirs.explanations], ({ identity }) => identity),
    corrections: mergedList([base.corrections, mine.corrections, theirs.corrections], ({ sheet }) => sheet),
  };
}

type Three<T> = readonly [base: readonly T[], mine: readonly T[], theirs: readonly T[]];

function mergedList<T>([base, mine, theirs]: Three<T>, keyOf: (one: T) => string): T[] {
  const known = new Map(base.map((one) => [keyOf(one), one]));
  const changed = mine.filter((one) => !isSame(one, known.get(keyOf(one))));
  const own = new Set(mine.map(keyOf));
  const settled = new Set([...changed.map(keyOf), ...[...known.keys()].filter((key) => !own.has(key))]);
  return [...theirs.filter((one) => !settled.has(keyOf(one))), ...changed];
}

/** True when two parts of the state say the same. Mostly they are the very object: that is seen first. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
