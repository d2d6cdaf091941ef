/** How long the steps of the procedure take: days between neighbouring filled steps, with their median. */
import { isKnown } from '../domain/day.ts';
import { isWithin, type DaySpan } from '../domain/day-span.ts';
import type { Pack, Step } from '../packs/pack.ts';
import type { CaseFacts } from './case-facts.ts';

export interface StepTime {
  readonly from: Step;
  readonly to: Step;
  /** Calendar days, ascending by days; each opens to its row. */
  readonly cases: readonly { readonly id: string; readonly days: number }[];
  /** Null when no case has both steps. */
  readonly median: number | null;
  /** The later step lies before the earlier one: not a time. */
  readonly broken: readonly string[];
}

/** One entry per neighbouring pair of the pack's order of steps; the later step lies in the span. */
export function stepTimes(
  cases: readonly CaseFacts[],
  span: DaySpan,
  { stepOrder }: Pick<Pack, 'stepOrder'>,
): readonly StepTime[] {
  return stepOrder.slice(1).flatMap((to, index) => {
    const from = stepOrder[index];
    return from === undefined ? [] : [stepTime(cases, span, [from, to])];
  });
}

function stepTime(cases: readonly CaseFacts[], span: DaySpan, [from, to]: readonly [Step, Step]): StepTime {
  const times: { readonly id: string; readonly days: number }[] = [];
  const broken: string[] = [];
  for (const { id, steps } of cases) {
    const first = steps[from];
    const second = steps[to];
    if (!isKnown(first) || !isKnown(second) || !isWithin(second, span)) continue;
    if (second < first) broken.push(id);
    else times.push({ id, days: second - first });
  }
  times.sort((a, b) => a.days - b.days);
  return { from, to, cases: times, median: medianOf(times.map(({ days }) => days)), broken };
}

/** The median of ascending numbers; the mean of the middle two for an even count; null for none. */
export function medianOf(ascending: readonly number[]): number | null {
  const middle = ascending.length >> 1;
  const upper = ascending[middle];
  if (upper === undefined) return null;
  return ascending.length % 2 === 1 ? upper : ((ascending[middle - 1] ?? upper) + upper) / 2;
}
