/** When a step of a case is due. */
import { termEnd } from '../../calendar/term-end.ts';
import type { WorkCalendar } from '../../calendar/working-days.ts';
import { isKnown, partsOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { normOn } from '../../packs/norm-on.ts';
import type { Deadline, Step } from '../../packs/pack.ts';
import type { FamilyCase } from '../links.ts';
import { notJudged } from '../not-judged.ts';
import type { NotJudged } from '../not-judged.ts';
import { firstVisit } from './first-visit.ts';
import type { VisitSources } from './first-visit.ts';
import { isDatedStep, stepDate, stepField } from './steps.ts';

export interface DeadlineDue {
  readonly kind: 'due';
  readonly deadline: Deadline;
  readonly from: Day;
  /** The last day on which the step is in time. */
  readonly due: Day;
  /** It was counted through, or ends in, a year whose calendar is provisional. */
  readonly isProvisional: boolean;
}

/** Null when the step it begins with has not been done, or the deadline was not in force then. */
export function deadlineDue(
  deadline: Deadline,
  row: FamilyRow,
  calendar: WorkCalendar,
): DeadlineDue | NotJudged | null {
  const from = isDatedStep(deadline.from) ? (stepDate(row, deadline.from) ?? null) : null;
  if (Number.isNaN(from) && isDatedStep(deadline.from)) {
    return notJudged('value-unreadable', `field:${stepField(deadline.from)}`);
  }
  if (!isKnown(from) || normOn(deadline, from) === null) return null;
  const end = termEnd(calendar, from, deadline);
  if (end.kind === 'calendar-missing') return notJudged('calendar-missing', `year:${end.year}`);
  const due = end.value;
  const isProvisional = end.provisional || calendar.provisionalYears.has(partsOf(due).year);
  return { kind: 'due', deadline, from, due, isProvisional };
}

export interface Procedure {
  readonly calendar: WorkCalendar;
  readonly stepOrder: readonly Step[];
  readonly sources: VisitSources;
}

/**
 * When a step that is still to be done is due. Null when it has been done or its date cannot be read, and when a later
 * step is filled: then it was skipped (deadline/step-skipped), it is not waited for.
 */
export function pendingDue(
  deadline: Deadline,
  family: FamilyCase,
  procedure: Procedure,
): DeadlineDue | NotJudged | null {
  const { to } = deadline;
  const { row } = family;
  if (isDatedStep(to) && (stepDate(row, to) !== null || isLaterFilled(row, to, procedure.stepOrder))) return null;
  const due = deadlineDue(deadline, row, procedure.calendar);
  if (due?.kind !== 'due' || isDatedStep(to)) return due;
  const visit = firstVisit(family, due.from, due.due, procedure.sources);
  if (visit.kind === 'not-judged') return visit;
  return visit.kind === 'none' ? due : null;
}

function isLaterFilled(row: FamilyRow, step: Step, order: readonly Step[]): boolean {
  const place = order.indexOf(step);
  if (place < 0) return false;
  return order.slice(place + 1).some((later) => isDatedStep(later) && (stepDate(row, later) ?? null) !== null);
}
