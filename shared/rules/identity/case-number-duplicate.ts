import { findingCell } from '../../domain/register.ts';
import { BY_CASE_NUMBER } from '../grouping.ts';
import { groupRule } from '../rule.ts';

/** Two rows with one number: visits and measures would be counted for the wrong family. */
export const caseNumberDuplicate = groupRule({
  id: 'identity/case-number-duplicate',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'group',
  table: 'families',
  reads: ['caseNo'],
  requires: ['caseNo'],
  needs: [],
  groupBy: BY_CASE_NUMBER,
  prepare: () => (rows, out) => {
    const [first] = rows;
    if (!first) return;
    for (const row of rows.slice(1)) {
      const params = { caseNo: row.values.caseNo ?? '', firstRow: first.row };
      out.find({ row, field: 'caseNo', related: [findingCell(first, 'caseNo')], params });
    }
  },
  examples: {
    passes: [{ families: [{ caseNo: '15/2025' }, { caseNo: '16/2025' }, { caseNo: null }, { caseNo: null }] }],
    fails: [{ families: [{ caseNo: '15/2025' }, { caseNo: '№ 15/2025' }] }],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна Петровна' }] }],
  },
});
