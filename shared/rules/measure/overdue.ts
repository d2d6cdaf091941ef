import { isOpen } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import { linkRule } from '../rule.ts';

/** A measure whose day has passed without a word that it was done. */
export const measureOverdue = linkRule({
  id: 'measure/overdue',
  severity: 'warning',
  basis: ['S002'],
  scope: 'link',
  table: 'measures',
  reads: ['caseNo', 'applicant', 'dueDate', 'doneDate', 'measure'],
  requires: ['dueDate', 'doneDate'],
  needs: [],
  prepare: (run) => (measure, family, out) => {
    const { dueDate, doneDate } = measure.values;
    if (doneDate !== null || dueDate === null || !family || !isOpen(family, run.asOf)) return;
    if (!isKnown(dueDate)) return out.skip('value-unreadable', 'field:dueDate');
    if (dueDate >= run.asOf) return;
    out.find({
      row: measure,
      field: 'doneDate',
      about: family,
      params: { due: isoOf(dueDate), days: run.asOf - dueDate },
    });
  },
  examples: {
    passes: [
      {
        families: [{ caseNo: '7' }, { caseNo: '8', closedOn: '2026-09-30' }],
        measures: [
          { caseNo: '7', dueDate: '2026-10-31', doneDate: null },
          { caseNo: '7', dueDate: '2026-05-04', doneDate: '2026-06-01' },
          { caseNo: '7', dueDate: null, doneDate: null },
          { caseNo: '8', dueDate: '2026-05-04', doneDate: null },
          { caseNo: '9', dueDate: '2026-05-04', doneDate: null },
        ],
      },
      { families: [{ caseNo: '7' }], measures: [{ caseNo: '7', dueDate: '2026-05-04', doneDate: 'сделано' }] },
    ],
    fails: [{ families: [{ caseNo: '7' }], measures: [{ caseNo: '7', dueDate: '2026-10-30', doneDate: null }] }],
    undecidable: [
      { families: [{ caseNo: '7' }], measures: [{ caseNo: '7', dueDate: 'летом', doneDate: null }] },
      { families: [{ caseNo: '7' }], measures: [{ caseNo: '7', dueDate: '2026-05-04' }] },
    ],
  },
});
