import { familyNaming, namingField } from '../named-family.ts';
import { linkRule } from '../rule.ts';

/** A measure for a family that the register does not have. */
export const measureOrphan = linkRule({
  id: 'measure/orphan',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'link',
  table: 'measures',
  reads: ['caseNo', 'applicant'],
  requires: [],
  needs: [],
  prepare: (run) => {
    const naming = familyNaming(run);
    if (!naming) return null;
    return (measure, family, out) => {
      const { caseNo, applicant } = measure.values;
      if (family === undefined && (caseNo || applicant)) out.skip('value-unreadable', `field:${naming}`);
      if (family !== null) return;
      const field = namingField(naming, caseNo);
      out.find({ row: measure, field, params: { family: measure.values[field] ?? '' } });
    };
  },
  examples: {
    passes: [{ families: [{ caseNo: '7' }], measures: [{ caseNo: '7' }, { caseNo: '№ 7' }] }],
    fails: [
      { families: [{ caseNo: '7' }], measures: [{ caseNo: '17' }] },
      { families: [{ applicant: 'Ромашкина Анна Петровна' }], measures: [{ applicant: 'Незабудкина Ольга Петровна' }] },
    ],
    undecidable: [{ families: [{ caseNo: '7' }], measures: [{ measure: 'консультация' }] }],
  },
});
