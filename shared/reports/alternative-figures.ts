/**
 * Looks for other tables that fit everything published: a hidden number that has another value in one of them cannot be
 * computed. The hidden numbers are unknowns, the relations linear equations. From the true table the search walks to
 * others by the basic solutions of these equations, in whole numbers, never below 1 where a number is not zero now.
 *
 * A number that the walk does not change may still be safe; one that it changes is safe for sure, because every step is
 * checked against all equations.
 */
import type { Hiding } from './hide-small.ts';

const EPSILON = 1e-9;
/** Solutions whose parts are not whole after this factor are not walked. */
const LARGEST_FACTOR = 12;
/** Turns through all steps without a newly changed number before the walk gives up. */
const IDLE_TURNS = 3;

/** The hidden numbers that had the same value in every table that was found. */
export function unprotected({ numbers, terms, hidden }: Hiding): readonly string[] {
  const unknowns = [...hidden];
  const place = new Map(unknowns.map((id, index) => [id, index]));
  const equations = terms
    .map((relation) => [...relation].flatMap(([id, n]) => (place.has(id) ? [[place.get(id) ?? 0, n] as const] : [])))
    .filter((equation) => equation.length > 0);
  const steps = basicSolutions(equations, unknowns.length);
  const truth = unknowns.map((id) => numbers.get(id) ?? 0);
  const changed = walk(truth, steps);
  return unknowns.filter((_, index) => !changed.has(index));
}

type Equation = readonly (readonly [unknown: number, factor: number])[];
/** What a step adds to the unknowns, without zeros. */
type Step = readonly (readonly [unknown: number, n: number])[];

/** Unknowns that had another value somewhere on the walk. */
function walk(truth: readonly number[], steps: readonly Step[]): ReadonlySet<number> {
  const table = [...truth];
  const changed = new Set<number>();
  for (let idle = 0; idle < IDLE_TURNS; idle += 1) {
    for (const [index, step] of steps.entries()) {
      const preferred = (index + idle) % 2 === 0 ? 1 : -1;
      for (const sign of [preferred, -preferred]) {
        if (!step.every(([at, n]) => (table[at] ?? 0) + sign * n >= Math.min(1, truth[at] ?? 0))) continue;
        for (const [at, n] of step) {
          table[at] = (table[at] ?? 0) + sign * n;
          if (table[at] === truth[at] || changed.has(at)) continue;
          changed.add(at);
          idle = -1;
        }
        break;
      }
    }
  }
  return changed;
}

/** One solution per free unknown, in whole numbers, each checked against the equations. */
function basicSolutions(equations: readonly Equation[], unknowns: number): readonly Step[] {
  const { rows, pivots } = reduced(equations, unknowns);
  const bound = new Set(pivots);
  const steps: Step[] = [];
  for (let free = 0; free < unknowns; free += 1) {
    if (bound.has(free)) continue;
    const parts: [number, number][] = [[free, 1]];
    for (const [index, row] of rows.entries()) {
      const factor = row[free] ?? 0;
      if (Math.abs(factor) > EPSILON) parts.push([pivots[index] ?? 0, -factor]);
    }
    const step = inWholeNumbers(parts);
    if (step !== null && solves(step, equations)) steps.push(step);
  }
  return steps;
}

/** Reduced row echelon form without empty rows, and the column of each row's leading one. */
function reduced(
  equations: readonly Equation[],
  width: number,
): { readonly rows: readonly Float64Array[]; readonly pivots: readonly number[] } {
  const matrix = equations.map((equation) => {
    const row = new Float64Array(width);
    for (const [at, factor] of equation) row[at] = factor;
    return row;
  });
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < matrix.length; column += 1) {
    const next = pivots.length;
    const found = matrix.findIndex((row, index) => index >= next && Math.abs(row[column] ?? 0) > EPSILON);
    const pivot = matrix[found];
    const other = matrix[next];
    if (!pivot || !other) continue;
    matrix[found] = other;
    matrix[next] = pivot;
    const lead = pivot[column] ?? 1;
    for (let i = column; i < width; i += 1) pivot[i] = (pivot[i] ?? 0) / lead;
    for (const row of matrix) if (row !== pivot) subtract(row, pivot, column);
    pivots.push(column);
  }
  return { rows: matrix.slice(0, pivots.length), pivots };
}

function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const factor = row[column] ?? 0;
  if (Math.abs(factor) <= EPSILON) return;
  for (let i = column; i < row.length; i += 1) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
}

function inWholeNumbers(parts: readonly (readonly [number, number])[]): Step | null {
  for (let factor = 1; factor <= LARGEST_FACTOR; factor += 1) {
    const scaled = parts.map(([at, n]) => [at, n * factor] as const);
    if (scaled.every(([, n]) => Math.abs(n - Math.round(n)) < EPSILON)) {
      return scaled.map(([at, n]) => [at, Math.round(n)] as const);
    }
  }
  return null;
}

function solves(step: Step, equations: readonly Equation[]): boolean {
  const byUnknown = new Map(step);
  return equations.every((equation) => {
    let sum = 0;
    for (const [at, factor] of equation) sum += factor * (byUnknown.get(at) ?? 0);
    return sum === 0;
  });
}
