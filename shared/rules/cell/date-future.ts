import { isoOf } from '../../domain/day.ts';
import { columnRule } from '../rule.ts';
import { isDateType, wrongDays } from './date-values.ts';

/** An event that has happened cannot be dated after the day of the check. */
export const dateFuture = columnRule({
  id: 'cell/date-future',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'events',
  isRaw: false,
  needs: [],
  prepare: (run) => {
    const { field } = run;
    if (!isDateType(run.spec.type) || !run.spec.isPastEvent || !run.isFirstOfField) return null;
    const isAhead = (day: number): boolean => day > run.asOf;
    return (row, _raw, out) => {
      for (const { day, cell } of wrongDays(row, field, isAhead)) {
        const params = { date: isoOf(day), asOf: isoOf(run.asOf) };
        out.find({ row, field, params, ...(cell ? { cell } : {}) });
      }
    };
  },
  examples: {
    passes: [
      { families: [{ contractDate: '2026-10-31', nextReview: '2027-01-10', programUntil: '2027-03-01' }] },
      { families: [{ contractDate: '31.02.2027' }] },
    ],
    fails: [
      { families: [{ contractDate: '2026-11-01' }] },
      { families: [{ transfers: [['2026-12-01', 'CRISIS']] }] },
      { visits: [{ caseNo: '1', date: '2027-01-10' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});
