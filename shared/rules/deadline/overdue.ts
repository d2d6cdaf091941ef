import { isOpen } from '../../domain/case-state.ts';
import { partsOf } from '../../domain/day.ts';
import type { Step } from '../../packs/pack.ts';
import { saidNotJudged } from '../not-judged.ts';
import { familyRule } from '../rule.ts';
import { packCalendar } from '../working-calendar.ts';
import { pendingDue } from './deadline-due.ts';
import type { DeadlineDue } from './deadline-due.ts';
import { deadlineParams, deadlineSeverity, isWorse } from './deadline-params.ts';
import { visitSources } from './first-visit.ts';
import { judgedDeadlines } from './judged-deadlines.ts';
import { isDatedStep, STEP_FIELDS, stepField } from './steps.ts';

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
    const { pack, asOf } = run;
    const calendar = run.once(packCalendar);
    const procedure = { calendar, stepOrder: pack.stepOrder, sources };
    return (family, out) => {
      if (!isOpen(family.row, asOf)) return;
      const worst = new Map<Step, DeadlineDue>();
      for (const deadline of deadlines) {
        const pending = pendingDue(deadline, family, procedure);
        if (pending === null || saidNotJudged(pending, out) || pending.due >= asOf) continue;
        if (isWorse(pending, worst.get(deadline.to))) worst.set(deadline.to, pending);
      }
      for (const { deadline, from, due, isProvisional } of worst.values()) {
        if (isProvisional) out.skip('calendar-provisional', `year:${partsOf(due).year}`);
        out.find({
          row: family.row,
          // A first visit that is missing has no cell of its own.
          field: isDatedStep(deadline.to) ? stepField(deadline.to) : null,
          severity: deadlineSeverity(deadline, isProvisional),
          params: deadlineParams(deadline, { from, due, until: asOf, calendar }),
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
