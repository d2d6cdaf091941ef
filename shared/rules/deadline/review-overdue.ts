import { isOpen } from '../../domain/case-state.ts';
import { isoOf } from '../../domain/day.ts';
import { ofEntry } from '../entry-cells.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { saidNotJudged } from '../not-judged.ts';
import { rowRule, severityOfNorm } from '../rule.ts';
import { reviewDue } from './review-due.ts';

/** Each level is reviewed at its own interval: from the last review, or else since the level holds. */
export const reviewOverdue = rowRule({
  id: 'deadline/review-overdue',
  severity: 'by-norm',
  basis: ['D15', 'pack:levels.*.review'],
  scope: 'row',
  table: 'families',
  reads: [
    'level',
    'lastReview',
    'reviewDates',
    'transfers',
    'startDate',
    'contractDate',
    'registeredOn',
    'closedOn',
    'decision',
  ],
  requires: ['level'],
  needs: ['levels.*.review'],
  prepare: (run) => {
    const field = (['lastReview', 'reviewDates'] as const).find(run.has);
    if (!field) return run.skip('column-missing', 'field:lastReview');
    return (row, out) => {
      const review = isOpen(row, run.asOf) ? reviewDue(row, run.pack, run.asOf) : null;
      if (review === null || saidNotJudged(review, out) || run.asOf <= review.due) return;
      const { level, since, due, basis, norm } = review;
      out.find({
        row,
        field,
        ...(field === 'reviewDates' ? ofEntry(row, field, row.values.reviewDates?.indexOf(since) ?? -1) : {}),
        severity: severityOfNorm(norm.kind),
        params: {
          months: norm.everyMonths,
          since: isoOf(since),
          due: isoOf(due),
          basis,
          ...levelParam(run.pack, level),
          ...sourceParam(norm.source),
        },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ level: 'BASE', startDate: '2025-06-01', lastReview: '2026-04-30' }], asOf: '2026-10-30' },
      { families: [{ level: 'CRISIS', startDate: '2026-07-31', lastReview: null }] },
      { families: [{ level: 'URGENT', startDate: '2026-01-12', reviewDates: ['2026-10-05', '2026-09-07'] }] },
      { families: [{ level: 'BASE', startDate: '2025-06-01', lastReview: null, closedOn: '2026-10-31' }] },
      { families: [{ level: 'BASE', startDate: null, lastReview: null }] },
    ],
    fails: [
      { families: [{ level: 'BASE', startDate: '2025-06-01', lastReview: '2026-04-29' }], asOf: '2026-10-30' },
      { families: [{ level: 'CRISIS', startDate: '2026-07-30', lastReview: null }] },
      { families: [{ level: 'URGENT', startDate: '2026-01-12', reviewDates: ['2026-09-29', '2026-08-07'] }] },
    ],
    undecidable: [
      { families: [{ level: 'BASE', startDate: '2025-06-01', lastReview: 'в мае' }] },
      { families: [{ level: 'BASE', startDate: '2025-06-01', lastReview: '2026-12-23' }] },
      { families: [{ level: 'BASE', startDate: '2025-06-01' }] },
      {
        families: [{ level: 'BASE', startDate: '2025-06-01', lastReview: null }],
        pack: { levels: { BASE: { review: null } } },
      },
    ],
  },
});
