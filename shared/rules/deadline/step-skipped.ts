import { isRefused } from '../../domain/case-state.ts';
import { isoOf } from '../../domain/day.ts';
import { rowRule } from '../rule.ts';
import { keptSteps, stepDate, STEP_FIELDS, stepField } from './steps.ts';
import type { DatedStep } from './steps.ts';

/** A step without a date although a later one has been done. A refused application skips nothing. */
export const stepSkipped = rowRule({
  id: 'deadline/step-skipped',
  severity: 'warning',
  basis: ['S002', 'pack:stepOrder'],
  scope: 'row',
  table: 'families',
  reads: [...STEP_FIELDS, 'decision'],
  requires: [],
  needs: ['stepOrder'],
  prepare: (run) => {
    const steps = keptSteps(run);
    if (steps.length < 2) return null;
    return (row, out) => {
      if (isRefused(row)) return;
      let later: DatedStep | null = null;
      for (const step of steps.toReversed()) {
        const day = stepDate(row, step) ?? null;
        if (day !== null) later = step;
        else if (later !== null) {
          const laterDay = stepDate(row, later) ?? Number.NaN;
          const params = { step, later, laterDate: Number.isNaN(laterDay) ? 'none' : isoOf(laterDay) };
          out.find({ row, field: stepField(step), params });
        }
      }
    };
  },
  examples: {
    passes: [
      {
        families: [{ applicationDate: '2026-10-26', surveyDate: '2026-10-27', decisionDate: null, contractDate: null }],
      },
      { families: [{ applicationDate: null, decisionDate: '2026-10-27', decision: 'отказано' }] },
    ],
    fails: [
      { families: [{ applicationDate: '2026-03-02', surveyDate: null, contractDate: '2026-03-10' }] },
      { families: [{ decisionDate: null, contractDate: 'в марте' }] },
    ],
    undecidable: [{ families: [{ applicationDate: '2026-03-02' }] }],
  },
});
