import { addMonths } from '../../calendar/month-arithmetic.ts';
import { isOpen } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import { normOfTerm } from '../../packs/norm-on.ts';
import { sourceParam } from '../norm-words.ts';
import { rowRule, severityOfNorm } from '../rule.ts';
import { latestReview, unclearReviewField } from './reviews.ts';

/** A programme is revised at least once in three years. */
export const programRevision = rowRule({
  id: 'deadline/program-revision',
  severity: 'error',
  basis: ['D05', 'pack:programRevision'],
  scope: 'row',
  table: 'families',
  reads: ['programDate', 'lastReview', 'reviewDates', 'closedOn', 'decision'],
  requires: ['programDate'],
  needs: ['programRevision'],
  prepare: (run) => {
    const norms = run.pack.programRevision;
    if (norms === null) return run.skip('norm-null', 'programRevision');
    return (row, out) => {
      const { programDate } = row.values;
      if (!isOpen(row, run.asOf)) return;
      if (Number.isNaN(programDate ?? 0)) return out.skip('value-unreadable', 'field:programDate');
      if (!isKnown(programDate)) return;
      const norm = normOfTerm(norms, programDate, run.asOf);
      if (norm === null) return out.skip('norm-null', 'programRevision');
      const due = addMonths(programDate, norm.months);
      if (run.asOf <= due) return;
      const review = latestReview(row, run.asOf);
      if (Number.isNaN(review)) return out.skip('value-unreadable', `field:${unclearReviewField(row, run.asOf)}`);
      if (review !== null && review > programDate) return;
      out.find({
        row,
        field: 'programDate',
        severity: severityOfNorm(norm.kind),
        params: {
          months: norm.months,
          programDate: isoOf(programDate),
          due: isoOf(due),
          ...sourceParam(norm.source),
        },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ programDate: '2023-10-31' }] },
      { families: [{ programDate: '2023-05-10', lastReview: '2024-05-10' }] },
      { families: [{ programDate: '2023-05-10', closedOn: '2026-10-01' }] },
    ],
    fails: [
      { families: [{ programDate: '2023-10-30' }] },
      { families: [{ programDate: '2023-05-10', lastReview: '2023-05-10' }] },
    ],
    undecidable: [
      { families: [{ programDate: '2023-05-10', lastReview: 'недавно' }] },
      { families: [{ programDate: 'давно' }] },
      { families: [{ programDate: '2020-05-10' }], pack: { programRevision: null } },
    ],
  },
});
