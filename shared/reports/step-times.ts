/** How long the steps of the procedure take: days between neighbouring filled steps, with their median. */
import { isKnown } from '../domain/day.ts';
import { isWithin, type DaySpan } from '../domain/day-span.ts';
import type { Pack, Step } from '../packs/pack.ts';
import type { CaseFacts } from './case-facts.ts';

export interface StepTime {
  readonly from: Step;
  readonly to: Step;
  /** Calendar days that each case took, ascending. */
  readonly days: readonly number[];
  /** Null when no case has both steps. */
  readonly median: number | null;
  /** Cases whose later step lies before the earlier one: not a time. */
  readonly broken: number;
}

/**
 * One entry per neighbouring pair of the pack's order of steps, among the steps that the register tells of; the later
 * step lies in the span.
 */
export function stepTimes(
  cases: readonly CaseFacts[],
  span: DaySpan,
  { stepOrder }: Pick<Pack, 'stepOrder'>,
): readonly StepTime[] {
  const told = stepOrder.filter((step) => cases.some(({ steps }) => steps[step] !== undefined));
  return told.slice(1).flatMap((to, index) => {
    const from = told[index];
    return from === undefined ? [] : [stepTime(cases, span, [from, to])];
  });
}

function stepTime(cases: readonly CaseFacts[], span: DaySpan, [from, to]: readonly [Step, Step]): StepTime {
  const days: number[] = [];
  let broken = 0;
  for (const { steps } of cases) {
    const first = steps[from];
    const second = steps[to];
    if (!isKnown(first) || !isKnown(second) || !isWithin(second, span)) continue;
    if (second < first) broken += 1;
    else days.push(second - first);
  }
  days.sort((a, b) => a - b);
  return { from, to, days, median: medianOf(days), broken };
}

/** The median of ascending numbers; the mean of the middle two for an even count; null for none. */
export function medianOf(ascending: readonly number[]): number | null {
  const middle = ascending.length >> 1;
  const upper = ascending[middle];
  if (upper === undefined) return null;
  return ascending.length % 2 === 1 ? upper : ((ascending[middle - 1] ?? upper) + upper) / 2;
}
