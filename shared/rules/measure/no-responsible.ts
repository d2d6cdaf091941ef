import { rowRule } from '../rule.ts';

/** A measure that nobody is named for is nobody's. */
export const measureNoResponsible = rowRule({
  id: 'measure/no-responsible',
  severity: 'warning',
  basis: ['S002'],
  scope: 'row',
  table: 'measures',
  reads: ['responsible', 'organisation'],
  requires: [],
  needs: [],
  prepare: (run) => {
    const field = (['responsible', 'organisation'] as const).find(run.has);
    if (!field) return run.skip('column-missing', 'field:responsible');
    return (row, out) => {
      const { responsible, organisation } = row.values;
      if (!responsible && !organisation) out.find({ row, field, params: {} });
    };
  },
  examples: {
    passes: [
      {
        measures: [
          { caseNo: '7', responsible: 'Лютикова А. П.', organisation: null },
          { caseNo: '7', responsible: null, organisation: 'школа' },
        ],
      },
    ],
    fails: [
      { measures: [{ caseNo: '7', responsible: null, organisation: null }] },
      { measures: [{ caseNo: '7', organisation: null }] },
    ],
    undecidable: [{ measures: [{ caseNo: '7', measure: 'консультация' }] }],
  },
});
