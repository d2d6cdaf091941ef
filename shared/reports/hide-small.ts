/**
 * Hides numbers that tell too much of too few [T9]: every number from 1 to k − 1, and as many further numbers as it
 * takes that no hidden number can be computed from those that stay, nor the size of a small group of hidden ones.
 *
 * What is promised: with everything that is published and with all relations given here, each hidden number could still
 * have at least two values, zeros not counted. Numbers that can be subtracted from each other (a quarter and its
 * months, two cuts of one total) must therefore be hidden in one call. Zeros are shown.
 */
import { unprotected } from './alternative-figures.ts';

/** whole = Σ plus − Σ minus. Ids of numbers. */
export interface Relation {
  readonly whole: string;
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
}

/** With two, a hidden number is always one. */
const SMALLEST_K = 3;

/**
 * The ids to hide. Relations must hold for the numbers (throws otherwise, as hiding would then protect nothing), and
 * `k` is at least 3. Numbers are whole and not negative.
 */
export function hideSmall(
  numbers: ReadonlyMap<string, number>,
  relations: readonly Relation[],
  k: number,
): ReadonlySet<string> {
  if (k < SMALLEST_K) throw new RangeError(`Groups below ${SMALLEST_K} cannot be hidden.`);
  const terms = relations.map((relation) => termsOf(relation, numbers));
  const hidden = new Set([...numbers].filter(([, n]) => n > 0 && n < k).map(([id]) => id));
  const hiding = { numbers, terms, hidden, k };
  for (;;) {
    hideWithin(hiding);
    const more = companions(unprotected(hiding), hiding);
    if (more.length === 0) return hidden;
    for (const id of more) hidden.add(id);
  }
}

/** A relation as a sum that is zero: id → −1 for the whole and what is taken off, +1 for parts. */
export type Terms = ReadonlyMap<string, number>;

export interface Hiding {
  readonly numbers: ReadonlyMap<string, number>;
  readonly terms: readonly Terms[];
  readonly hidden: Set<string>;
  readonly k: number;
}

function termsOf({ whole, plus, minus = [] }: Relation, numbers: ReadonlyMap<string, number>): Terms {
  const terms = new Map<string, number>();
  const put = (id: string, factor: number): void => {
    terms.set(id, (terms.get(id) ?? 0) + factor);
  };
  put(whole, -1);
  for (const id of plus) put(id, 1);
  for (const id of minus) put(id, -1);
  let sum = 0;
  for (const [id, factor] of terms) {
    const n = numbers.get(id);
    if (n === undefined) throw new RangeError(`No number for ${id}.`);
    sum += factor * n;
  }
  if (sum !== 0) throw new RangeError(`The relation of ${whole} does not hold.`);
  return terms;
}

/** Hides until no relation by itself gives a hidden number away, nor the size of a small group of them. */
function hideWithin(hiding: Hiding): void {
  const { terms, hidden } = hiding;
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const relation of terms) {
      const more = isTelling(relation, hiding) ? companion(relation, hiding) : null;
      if (more !== null) hidden.add(more);
    }
  }
}

function isTelling(relation: Terms, { hidden, numbers, k }: Hiding): boolean {
  const ids = [...relation.keys()].filter((id) => hidden.has(id));
  if (ids.length < 2) return ids.length === 1;
  const isOneSided = new Set(ids.map((id) => relation.get(id))).size === 1;
  return isOneSided && ids.reduce((sum, id) => sum + (numbers.get(id) ?? 0), 0) < k;
}

/** One more number to hide for each that is not safe: of its own relations, or else of any. */
function companions(ids: readonly string[], hiding: Hiding): readonly string[] {
  const own = ids.flatMap((id) => {
    const found = hiding.terms.flatMap((relation) => (relation.has(id) ? (companion(relation, hiding) ?? []) : []));
    return found.slice(0, 1);
  });
  if (own.length > 0 || ids.length === 0) return own;
  return hiding.terms.flatMap((relation) => companion(relation, hiding) ?? []).slice(0, 1);
}

/** The smallest number of the relation that is not hidden; zeros only when there is nothing else. */
function companion(relation: Terms, { numbers, hidden }: Hiding): string | null {
  let best: string | null = null;
  const weight = (id: string): number => numbers.get(id) || Number.MAX_SAFE_INTEGER;
  for (const id of relation.keys()) {
    if (!hidden.has(id) && (best === null || weight(id) < weight(best))) best = id;
  }
  return best;
}
