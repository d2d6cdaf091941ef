/** What a finding says of a deadline, and how grave it is. */
import { workingDaysBetween } from '../../calendar/working-days.ts';
import type { WorkCalendar } from '../../calendar/working-days.ts';
import { isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FindingParams, Severity } from '../../domain/finding.ts';
import type { Deadline } from '../../packs/pack.ts';
import { sourceParam } from '../norm-words.ts';
import { severityOfNorm } from '../rule.ts';
import type { DeadlineDue } from './deadline-due.ts';

/** By norm kind, but not more than a warning where the calendar is provisional. */
export function deadlineSeverity({ kind }: Deadline, isProvisional: boolean): Severity {
  return isProvisional ? 'warning' : severityOfNorm(kind);
}

/** Of two deadlines of one step that were broken: true when the first weighs more, or as much and ended earlier. */
export function isWorse(one: DeadlineDue, other: DeadlineDue | undefined): boolean {
  if (other === undefined) return true;
  const severity = deadlineSeverity(one.deadline, one.isProvisional);
  if (severity !== deadlineSeverity(other.deadline, other.isProvisional)) return severity === 'error';
  return one.due < other.due;
}

export interface Lateness {
  readonly from: Day;
  readonly due: Day;
  /** The day the step was done, or the day of the check for a step that is still to be done. */
  readonly until: Day;
  readonly calendar: WorkCalendar;
}

/**
 * Params of a deadline's finding: which steps, how long, due when, how late: in working days for a term of working days,
 * as far as the calendar reaches, and otherwise in calendar days [R92].
 */
export function deadlineParams(deadline: Deadline, { from, due, until, calendar }: Lateness): FindingParams {
  const working = deadline.unit === 'wd' ? workingDaysBetween(calendar, due, until) : null;
  // None have gone by where the step was done on the days off after its last day: «late by 0 days» would say nothing.
  const late = working?.kind === 'counted' && (working.value > 0 || until === due) ? working.value : null;
  return {
    from: deadline.from,
    to: deadline.to,
    limit: deadline.n,
    unit: deadline.unit,
    due: isoOf(due),
    daysLate: late ?? until - due,
    lateUnit: late === null ? 'cd' : 'wd',
    fromDate: isoOf(from),
    ...sourceParam(deadline.source),
  };
}
