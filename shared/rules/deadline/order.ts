import { isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import { rowRule } from '../rule.ts';
import { keptSteps, stepDate, STEP_FIELDS, stepField } from './steps.ts';
import type { DatedStep } from './steps.ts';

/** Steps follow each other: application, survey, programme, decision, contract, start, closing. Equal days pass. */
export const deadlineOrder = rowRule({
  id: 'deadline/order',
  severity: 'error',
  basis: ['S002', 'pack:stepOrder'],
  scope: 'row',
  table: 'families',
  reads: STEP_FIELDS,
  requires: [],
  needs: ['stepOrder'],
  prepare: (run) => {
    const steps = keptSteps(run);
    if (steps.length < 2) return null;
    return (row, out) => {
      let before: { readonly step: DatedStep; readonly day: Day } | null = null;
      for (const step of steps) {
        const day = stepDate(row, step);
        if (day === null || day === undefined) continue;
        // It counts as filled, and is neither before nor after its neighbours.
        if (Number.isNaN(day)) out.skip('value-unreadable', `field:${stepField(step)}`);
        if (before && day < before.day) {
          const params = { to: step, from: before.step, date: isoOf(day), fromDate: isoOf(before.day) };
          out.find({ row, field: stepField(step), params });
        }
        before = { step, day };
      }
    };
  },
  examples: {
    passes: [
      {
        families: [
          {
            applicationDate: '2026-03-02',
            surveyDate: '2026-03-02',
            programDate: null,
            decisionDate: '2026-03-06',
            contractDate: '2026-03-10',
            closedOn: null,
          },
        ],
      },
    ],
    fails: [
      { families: [{ applicationDate: '2026-03-02', surveyDate: '2026-03-01' }] },
      { families: [{ applicationDate: '2026-03-02', decisionDate: null, contractDate: '2026-03-01' }] },
      { families: [{ startDate: '2026-03-02', closedOn: '2026-03-01' }] },
    ],
    undecidable: [
      { families: [{ applicationDate: '2026-03-02' }] },
      { families: [{ applicationDate: '2026-03-02', surveyDate: 'вчера' }] },
    ],
  },
});
