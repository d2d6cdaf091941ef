import { isOpen } from '../../domain/case-state.ts';
import { termEnd } from '../../calendar/term-end.ts';
import { isKnown, partsOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';
import type { Deadline, Step } from '../../packs/pack.ts';
import type { FamilyCase } from '../links.ts';
import { familyRule } from '../rule.ts';
import type { Out, TableRun } from '../rule.ts';
import { packCalendar } from '../working-calendar.ts';
import { deadlineParams, deadlineSeverity, isInForce } from './due-day.ts';
import { firstVisit, visitSources } from './first-visit.ts';
import type { VisitSources } from './first-visit.ts';
import { judgedDeadlines } from './judged-deadlines.ts';
import { isDatedStep, stepDate, STEP_FIELDS, stepField } from './steps.ts';

/** A step that is still to be done although its deadline has passed. */
export const deadlineOverdue = familyRule({
  id: 'deadline/overdue',
  severity: 'by-norm',
  basis: ['pack:deadlines'],
  scope: 'family',
  reads: [...STEP_FIELDS, 'visitDates', 'lastVisit', 'decision'],
  requires: [],
  tables: [],
  needs: ['deadlines', 'calendar', 'stepOrder'],
  prepare: (run) => {
    const sources = visitSources(run);
    const deadlines = judgedDeadlines(run, sources);
    if (deadlines.length === 0) return null;
    return (family, out) => {
      if (!isOpen(family.row, run.asOf)) return;
      const worst = new Map<Step, Overdue>();
      for (const deadline of deadlines) {
        const overdue = overdueOf(deadline, family, { run, sources, out });
        if (overdue && overdue.due < (worst.get(deadline.to)?.due ?? Infinity)) worst.set(deadline.to, overdue);
      }
      for (const { deadline, from, due, isProvisional } of worst.values()) {
        const calendar = run.once(packCalendar);
        if (isProvisional) out.skip('calendar-provisional', `year:${partsOf(due).year}`);
        out.find({
          row: family.row,
          // A first visit that is missing has no cell of its own.
          field: isDatedStep(deadline.to) ? stepField(deadline.to) : null,
          severity: deadlineSeverity(deadline, isProvisional),
          params: deadlineParams(deadline, { from, due, until: run.asOf, calendar }),
        });
      }
    };
  },
  examples: {
    passes: [
      { families: [{ applicationDate: '2026-10-23', decisionDate: null }], asOf: '2026-10-30' },
      { families: [{ applicationDate: '2026-09-01', decisionDate: null, decision: 'отказано' }] },
      { families: [{ applicationDate: '2026-09-01', decisionDate: null, closedOn: '2026-09-02' }] },
      { families: [{ applicationDate: '2026-09-01', decisionDate: null, contractDate: '2026-09-04' }] },
      { families: [{ applicationDate: '2026-09-01', decisionDate: 'скоро' }] },
      { families: [{ contractDate: '2026-10-21', lastVisit: null }] },
    ],
    fails: [
      { families: [{ applicationDate: '2026-10-22', decisionDate: null }], asOf: '2026-10-30' },
      { families: [{ decisionDate: '2026-10-22', contractDate: null }] },
      { families: [{ contractDate: '2026-10-20', lastVisit: null }] },
      { families: [{ caseNo: '7', contractDate: '2026-10-20' }], visits: [{ caseNo: '8', date: '2026-10-21' }] },
    ],
    undecidable: [
      { families: [{ applicationDate: '2023-10-22', decisionDate: null }] },
      { families: [{ applicationDate: 'осенью', decisionDate: null }] },
      { families: [{ applicationDate: '2026-09-01' }] },
      { families: [{ caseNo: '7', contractDate: '2025-10-20' }], visits: [{ caseNo: '8', date: '2026-10-21' }] },
    ],
  },
});

interface Overdue {
  readonly deadline: Deadline;
  readonly from: Day;
  readonly due: Day;
  readonly isProvisional: boolean;
}

interface Judging {
  readonly run: TableRun<'families'>;
  readonly sources: VisitSources;
  readonly out: Out;
}

function overdueOf(deadline: Deadline, family: FamilyCase, { run, sources, out }: Judging): Overdue | null {
  const { from: fromStep, to } = deadline;
  const from = isDatedStep(fromStep) ? stepDate(family.row, fromStep) : null;
  if (isDatedStep(to) && (stepDate(family.row, to) !== null || isLaterFilled(family.row, to, run.pack.stepOrder))) {
    return null;
  }
  if (Number.isNaN(from ?? 0) && isDatedStep(fromStep)) out.skip('value-unreadable', `field:${stepField(fromStep)}`);
  if (!isKnown(from) || !isInForce(deadline, from)) return null;
  const due = termEnd(run.once(packCalendar), from, deadline);
  if (due.kind === 'calendar-missing') {
    out.skip('calendar-missing', `year:${due.year}`);
    return null;
  }
  if (due.value >= run.asOf) return null;
  if (!isDatedStep(to)) {
    const visit = firstVisit(family, from, due.value, sources);
    if (visit.kind === 'not-judged') out.skip(visit.reason, visit.detail);
    if (visit.kind !== 'none') return null;
  }
  return { deadline, from, due: due.value, isProvisional: due.provisional };
}

/** An empty step with a later one filled was skipped (deadline/step-skipped), it is not waited for. */
function isLaterFilled(row: FamilyRow, step: Step, order: readonly Step[]): boolean {
  const place = order.indexOf(step);
  if (place < 0) return false;
  return order.slice(place + 1).some((later) => isDatedStep(later) && (stepDate(row, later) ?? null) !== null);
}
