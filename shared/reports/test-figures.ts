/** Figures counted one by one, as a person would recount them: what tables and the server are held against. */
import type { CaseFacts } from './case-facts.ts';
import { contribution, isMeant, type FigureKey } from './figures.ts';

/** The value of a figure over cases. */
export function figureOf(cases: readonly CaseFacts[], { measure, period, where }: FigureKey): number {
  let sum = 0;
  for (const facts of cases) if (isMeant(facts, where)) sum += contribution(facts, measure, period);
  return sum;
}

/** The ids of the cases behind a figure, in the order of the cases. */
export function casesBehind(cases: readonly CaseFacts[], { measure, period, where }: FigureKey): readonly string[] {
  return cases
    .filter((facts) => isMeant(facts, where) && contribution(facts, measure, period) !== 0)
    .map(({ id }) => id);
}
