import { isOpen } from '../../domain/case-state.ts';
import { familyRule } from '../rule.ts';

/** A programme without a single measure says nothing of what is to be done. */
export const measureProgramEmpty = familyRule({
  id: 'measure/program-empty',
  severity: 'warning',
  basis: ['S002'],
  scope: 'family',
  reads: ['programDate', 'programNo', 'closedOn', 'decision'],
  requires: [],
  tables: ['measures'],
  needs: [],
  prepare: (run) => {
    if (!run.hasTable('measures')) return null;
    if (!run.has('programDate') && !run.has('programNo')) return run.skip('column-missing', 'field:programDate');
    return ({ row, measures }, out) => {
      const { programDate, programNo } = row.values;
      const hasProgramme = (programDate ?? null) !== null || Boolean(programNo);
      if (hasProgramme && measures.length === 0 && isOpen(row, run.asOf)) out.find({ row, field: null, params: {} });
    };
  },
  examples: {
    passes: [
      { families: [{ caseNo: '7', programDate: '2026-03-02' }], measures: [{ caseNo: '7', measure: 'консультация' }] },
      {
        families: [
          { caseNo: '8', programDate: null },
          { caseNo: '9', programDate: '2026-03-02', closedOn: '2026-05-04' },
        ],
        measures: [{ caseNo: '7', measure: 'консультация' }],
      },
    ],
    fails: [
      { families: [{ caseNo: '8', programDate: '2026-03-02' }], measures: [{ caseNo: '7', measure: 'консультация' }] },
      { families: [{ caseNo: '8', programNo: 'ИП-8' }], measures: [{ caseNo: '7', measure: 'консультация' }] },
    ],
    undecidable: [
      { families: [{ caseNo: '8', programDate: '2026-03-02' }] },
      { families: [{ caseNo: '8' }], measures: [{ caseNo: '7', measure: 'консультация' }] },
    ],
  },
});
