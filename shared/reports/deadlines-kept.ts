/** Deadlines of the procedure: of those that fell due in a period, how many were kept. */
import { termEnd } from '../calendar/term-end.ts';
import { workCalendar, type WorkCalendar } from '../calendar/working-days.ts';
import { isNotClosed } from '../domain/case-state.ts';
import { isKnown, type Day } from '../domain/day.ts';
import { isWithin, type DaySpan } from '../domain/day-span.ts';
import { normOn } from '../packs/norm-on.ts';
import type { Deadline, Pack, Step } from '../packs/pack.ts';
import type { CaseFacts } from './case-facts.ts';

/**
 * kept            done on or before the due day
 * late            done after it
 * overdue         not done by `asOf`, although due, and the case is open
 * not-judged      the column is missing, a date is unreadable, or the year has no calendar
 */
export type DeadlineOutcome = 'kept' | 'late' | 'overdue' | 'not-judged';

export interface DeadlineKeeping {
  readonly id: string;
  readonly from: Step;
  readonly to: Step;
  /** The cases by outcome; their numbers are the figures. */
  readonly cases: Readonly<Record<DeadlineOutcome, readonly string[]>>;
  /** kept ÷ (kept + late + overdue); null where none fell due. */
  readonly share: number | null;
}

export interface DeadlineWish {
  /** Deadlines whose due day lies in this span. */
  readonly span: DaySpan;
  readonly asOf: Day;
  readonly pack: Pick<Pack, 'deadlines' | 'calendar'>;
}

/** One entry per deadline that the pack has switched on, in its order. */
export function deadlinesKept(cases: readonly CaseFacts[], wish: DeadlineWish): readonly DeadlineKeeping[] {
  const calendar = workCalendar(wish.pack.calendar);
  return wish.pack.deadlines
    .filter(({ enabled }) => enabled)
    .map((deadline) => {
      const found: Record<DeadlineOutcome, string[]> = { kept: [], late: [], overdue: [], 'not-judged': [] };
      for (const facts of cases) {
        const outcome = outcomeOf(facts, deadline, { wish, calendar });
        if (outcome !== null) found[outcome].push(facts.id);
      }
      const judged = found.kept.length + found.late.length + found.overdue.length;
      const { id, from, to } = deadline;
      return { id, from, to, cases: found, share: judged === 0 ? null : found.kept.length / judged };
    });
}

/** Null: nothing fell due here in the span. */
function outcomeOf(
  { steps, isRefused, closedOn }: CaseFacts,
  deadline: Deadline,
  { wish, calendar }: { readonly wish: DeadlineWish; readonly calendar: WorkCalendar },
): DeadlineOutcome | null {
  const from = steps[deadline.from];
  const to = steps[deadline.to];
  if (from === undefined || from === null) return null;
  if (Number.isNaN(from)) return 'not-judged';
  if (normOn(deadline, from) === null) return null;
  const end = termEnd(calendar, from, deadline);
  if (end.kind === 'calendar-missing') return isWithin(from, wish.span) ? 'not-judged' : null;
  if (!isWithin(end.value, wish.span)) return null;
  if (to === undefined || Number.isNaN(to)) return 'not-judged';
  if (isKnown(to)) return to <= end.value ? 'kept' : 'late';
  const isDue = end.value < wish.asOf && !isRefused && isNotClosed(closedOn, wish.asOf);
  return isDue ? 'overdue' : null;
}
