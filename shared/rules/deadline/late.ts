import { termEnd } from '../../calendar/term-end.ts';
import { isKnown, partsOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow, VisitRow } from '../../domain/register.ts';
import type { Deadline } from '../../packs/pack.ts';
import type { FamilyCase } from '../links.ts';
import { familyRule } from '../rule.ts';
import type { Out, TableRun } from '../rule.ts';
import { packCalendar } from '../working-calendar.ts';
import { deadlineParams, deadlineSeverity, isInForce } from './due-day.ts';
import { firstVisit, visitSources } from './first-visit.ts';
import type { VisitSources } from './first-visit.ts';
import { judgedDeadlines } from './judged-deadlines.ts';
import { isDatedStep, stepDate, STEP_FIELDS, stepField } from './steps.ts';

/** A step that was done, but later than its deadline allows. */
export const deadlineLate = familyRule({
  id: 'deadline/late',
  severity: 'by-norm',
  basis: ['pack:deadlines'],
  scope: 'family',
  reads: [...STEP_FIELDS, 'visitDates', 'lastVisit'],
  requires: [],
  tables: [],
  needs: ['deadlines', 'calendar'],
  prepare: (run) => {
    const sources = visitSources(run);
    const deadlines = judgedDeadlines(run, sources);
    if (deadlines.length === 0) return null;
    return (family, out) => {
      const worst = new Map<string, Late>();
      for (const deadline of deadlines) {
        const late = lateness(deadline, family, { run, sources, out });
        if (late && late.due < (worst.get(deadline.to)?.due ?? Infinity)) worst.set(deadline.to, late);
      }
      for (const late of worst.values()) report(late, family.row, run, out);
    };
  },
  examples: {
    passes: [
      { families: [{ applicationDate: '2026-10-05', decisionDate: '2026-10-12', programDate: '2026-10-19' }] },
      { families: [{ applicationDate: '2026-10-05', decisionDate: '2026-10-02' }] },
      { families: [{ applicationDate: '2026-04-28', decisionDate: '2026-05-06' }] },
      { families: [{ caseNo: '7', contractDate: '2026-10-05' }], visits: [{ caseNo: '7', date: '2026-10-15' }] },
      { families: [{ contractDate: '2026-10-05', lastVisit: '2026-10-15' }] },
    ],
    fails: [
      { families: [{ applicationDate: '2026-10-05', decisionDate: '2026-10-13' }] },
      { families: [{ applicationDate: '2026-10-05', programDate: '2026-10-20' }] },
      { families: [{ applicationDate: '2026-04-28', decisionDate: '2026-05-07' }] },
      { families: [{ decisionDate: '2026-10-05', contractDate: '2026-10-13' }] },
      { families: [{ caseNo: '7', contractDate: '2026-10-05' }], visits: [{ caseNo: '7', date: '2026-10-16' }] },
      { families: [{ contractDate: '2026-10-05', visitDates: ['2026-10-16', '2026-10-20'] }] },
    ],
    undecidable: [
      { families: [{ applicationDate: '2023-10-05', decisionDate: '2023-12-13' }] },
      { families: [{ applicationDate: 'в октябре', decisionDate: '2026-10-13' }] },
      { families: [{ contractDate: '2026-06-05', lastVisit: '2026-10-15' }] },
      { families: [{ contractDate: '2026-06-05', visitsByMonth: { '2026-07': 1 } }] },
      { families: [{ applicationDate: '2026-10-05' }] },
    ],
  },
});

interface Late {
  readonly deadline: Deadline;
  readonly from: Day;
  readonly due: Day;
  readonly done: Day;
  readonly isProvisional: boolean;
  /** The visit's row in the journal, where the step is the first visit. */
  readonly visit: VisitRow | null;
}

interface Judging {
  readonly run: TableRun<'families'>;
  readonly sources: VisitSources;
  readonly out: Out;
}

function lateness(deadline: Deadline, family: FamilyCase, { run, sources, out }: Judging): Late | null {
  const { from: fromStep, to } = deadline;
  const from = isDatedStep(fromStep) ? stepDate(family.row, fromStep) : null;
  const doneInRow = isDatedStep(to) ? stepDate(family.row, to) : undefined;
  if (isDatedStep(to) && !isKnown(doneInRow)) return null;
  if (Number.isNaN(from ?? 0) && isDatedStep(fromStep)) out.skip('value-unreadable', `field:${stepField(fromStep)}`);
  if (!isKnown(from) || !isInForce(deadline, from)) return null;
  const due = termEnd(run.once(packCalendar), from, deadline);
  if (due.kind === 'calendar-missing') {
    out.skip('calendar-missing', `year:${due.year}`);
    return null;
  }
  const visit = isDatedStep(to) ? null : firstVisit(family, from, due.value, sources);
  if (visit?.kind === 'not-judged') out.skip(visit.reason, visit.detail);
  const done = visit?.kind === 'on' ? visit.day : doneInRow;
  if (!isKnown(done) || done <= due.value) return null;
  const row = visit?.kind === 'on' ? visit.row : null;
  return { deadline, from, due: due.value, done, isProvisional: due.provisional, visit: row };
}

function report(late: Late, row: FamilyRow, run: TableRun<'families'>, out: Out): void {
  const { deadline, from, due, done, visit } = late;
  const severity = deadlineSeverity(deadline, late.isProvisional);
  if (late.isProvisional) out.skip('calendar-provisional', `year:${partsOf(due).year}`);
  const params = deadlineParams(deadline, { from, due, until: done, calendar: run.once(packCalendar) });
  if (visit) out.find({ row: visit, field: 'date', about: row, severity, params });
  else {
    const field = isDatedStep(deadline.to) ? stepField(deadline.to) : 'visitDates';
    out.find({ row, field, severity, params });
  }
}
