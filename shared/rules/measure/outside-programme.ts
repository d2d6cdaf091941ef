import { isKnown, isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { linkRule } from '../rule.ts';

const FIELDS = ['dueDate', 'doneDate'] as const;

/** A measure planned or done before the programme began, or after it or the support ended. */
export const measureOutsideProgramme = linkRule({
  id: 'measure/outside-programme',
  severity: 'warning',
  basis: ['S002'],
  scope: 'link',
  table: 'measures',
  reads: ['caseNo', 'applicant', 'dueDate', 'doneDate', 'measure'],
  requires: [],
  needs: [],
  prepare: (run) => {
    const fields = FIELDS.filter(run.has);
    if (fields.length === 0) return run.skip('column-missing', 'field:dueDate');
    const ends = (['programDate', 'programUntil', 'closedOn'] as const).filter((end) => run.hasField('families', end));
    if (ends.length === 0) return run.skip('column-missing', 'field:programDate');
    return (measure, family, out) => {
      if (!family) return;
      for (const end of ends) if (Number.isNaN(family.values[end] ?? 0)) out.skip('value-unreadable', `field:${end}`);
      for (const field of fields) {
        const params = problemOf(measure.values[field] ?? null, family);
        if (params) out.find({ row: measure, field, about: family, params });
      }
    };
  },
  examples: {
    passes: [
      {
        families: [{ caseNo: '7', programDate: '2026-03-02', programUntil: '2026-09-01', closedOn: null }],
        measures: [
          { caseNo: '7', dueDate: '2026-03-02', doneDate: '2026-09-01' },
          { caseNo: '7', dueDate: null, doneDate: 'летом' },
          { caseNo: '9', dueDate: '2020-03-02', doneDate: null },
        ],
      },
    ],
    fails: [
      { families: [{ caseNo: '7', programDate: '2026-03-02' }], measures: [{ caseNo: '7', dueDate: '2026-03-01' }] },
      { families: [{ caseNo: '7', programUntil: '2026-09-01' }], measures: [{ caseNo: '7', doneDate: '2026-09-02' }] },
      { families: [{ caseNo: '7', closedOn: '2026-09-01' }], measures: [{ caseNo: '7', dueDate: '2026-09-02' }] },
    ],
    undecidable: [
      { families: [{ caseNo: '7', programDate: 'весной' }], measures: [{ caseNo: '7', dueDate: '2026-03-01' }] },
      { families: [{ caseNo: '7' }], measures: [{ caseNo: '7', dueDate: '2026-03-01' }] },
      { families: [{ caseNo: '7', programDate: '2026-03-02' }], measures: [{ caseNo: '7' }] },
    ],
  },
});

function problemOf(day: Day | null, { values: { programDate, programUntil, closedOn } }: FamilyRow) {
  if (!isKnown(day)) return null;
  const found = (problem: string, other: Day) => ({ problem, date: isoOf(day), other: isoOf(other) });
  if (isKnown(programDate) && day < programDate) return found('before', programDate);
  if (isKnown(programUntil) && day > programUntil) return found('after', programUntil);
  if (isKnown(closedOn) && day > closedOn) return found('closed', closedOn);
  return null;
}
