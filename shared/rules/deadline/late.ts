import type { WorkCalendar } from '../../calendar/working-days.ts';
import { isKnown, partsOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow, VisitRow } from '../../domain/register.ts';
import type { Deadline } from '../../packs/pack.ts';
import type { FamilyCase } from '../links.ts';
import { ofEntry } from '../entry-cells.ts';
import { saidNotJudged } from '../not-judged.ts';
import { familyRule } from '../rule.ts';
import type { Out } from '../rule.ts';
import { packCalendar } from '../working-calendar.ts';
import { deadlineDue } from './deadline-due.ts';
import type { DeadlineDue } from './deadline-due.ts';
import { deadlineParams, deadlineSeverity, isWorse } from './deadline-params.ts';
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
    const calendar = run.once(packCalendar);
    return (family, out) => {
      const worst = new Map<string, Late>();
      for (const deadline of deadlines) {
        const late = lateness(deadline, family, { calendar, sources, out });
        if (late && isWorse(late, worst.get(deadline.to))) worst.set(deadline.to, late);
      }
      for (const late of worst.values()) report(late, family.row, { calendar, sources, out });
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

interface Late extends DeadlineDue {
  readonly done: Day;
  /** The visit's row in the journal, where the step is the first visit. */
  readonly visit: VisitRow | null;
}

interface Judging {
  readonly calendar: WorkCalendar;
  readonly sources: VisitSources;
  readonly out: Out;
}

function lateness(deadline: Deadline, family: FamilyCase, { calendar, sources, out }: Judging): Late | null {
  const { to } = deadline;
  const doneInRow = isDatedStep(to) ? (stepDate(family.row, to) ?? null) : null;
  if (isDatedStep(to) && !isKnown(doneInRow)) return null;
  const due = deadlineDue(deadline, family.row, calendar);
  if (due === null || saidNotJudged(due, out)) return null;
  const visit = isDatedStep(to) ? null : firstVisit(family, due.from, due.due, sources);
  if (visit !== null && saidNotJudged(visit, out)) return null;
  const done = visit?.kind === 'on' ? visit.day : doneInRow;
  if (!isKnown(done) || done <= due.due) return null;
  return { ...due, done, visit: visit?.kind === 'on' ? visit.row : null };
}

function report(late: Late, row: FamilyRow, { calendar, out }: Judging): void {
  const { deadline, from, due, done, visit } = late;
  const severity = deadlineSeverity(deadline, late.isProvisional);
  if (late.isProvisional) out.skip('calendar-provisional', `year:${partsOf(due).year}`);
  const params = deadlineParams(deadline, { from, due, until: done, calendar });
  if (visit) out.find({ row: visit, field: 'date', about: row, severity, params });
  else if (isDatedStep(deadline.to)) out.find({ row, field: stepField(deadline.to), severity, params });
  else {
    const at = (row.values.visitDates ?? []).indexOf(done);
    out.find({ row, field: 'visitDates', ...ofEntry(row, 'visitDates', at), severity, params });
  }
}
