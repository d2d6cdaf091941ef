import { isoOf } from '../../domain/day.ts';
import { rowRule } from '../rule.ts';

/** Done, but with what result? The analysis at the end of the programme needs it. */
export const measureNoResult = rowRule({
  id: 'measure/no-result',
  severity: 'warning',
  basis: ['S002'],
  scope: 'row',
  table: 'measures',
  reads: ['doneDate', 'result'],
  requires: ['doneDate', 'result'],
  needs: [],
  prepare: () => (row, out) => {
    const { doneDate, result } = row.values;
    if (doneDate === null || doneDate === undefined || result) return;
    out.find({ row, field: 'result', params: { done: Number.isNaN(doneDate) ? '' : isoOf(doneDate) } });
  },
  examples: {
    passes: [
      {
        measures: [
          { caseNo: '7', doneDate: '2026-06-01', result: 'выполнено' },
          { caseNo: '7', doneDate: null, result: null },
        ],
      },
    ],
    fails: [
      { measures: [{ caseNo: '7', doneDate: '2026-06-01', result: null }] },
      { measures: [{ caseNo: '7', doneDate: 'в июне', result: null }] },
    ],
    undecidable: [{ measures: [{ caseNo: '7', doneDate: '2026-06-01' }] }],
  },
});
