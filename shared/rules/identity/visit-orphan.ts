import { familyNaming, namingField } from '../named-family.ts';
import { linkRule } from '../rule.ts';

/** A visit that counts for nobody: mostly a slip in the number or the name. */
export const visitOrphan = linkRule({
  id: 'identity/visit-orphan',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'link',
  table: 'visits',
  reads: ['caseNo', 'applicant'],
  requires: [],
  needs: [],
  prepare: (run) => {
    const naming = familyNaming(run);
    if (!naming) return null;
    return (row, family, out) => {
      if (family === undefined) out.skip('value-unreadable', `field:${naming}`);
      if (family !== null) return;
      const field = namingField(naming, row.values.caseNo);
      out.find({ row, field, params: { family: row.values[field] ?? '' } });
    };
  },
  examples: {
    passes: [
      {
        families: [{ caseNo: '15/2025', applicant: 'Ромашкина Анна' }],
        visits: [{ caseNo: '№15/2025', date: '2026-03-01' }],
      },
      {
        families: [{ applicant: 'Ромашкина Анна Петровна' }],
        visits: [{ applicant: 'Ромашкина А.П.', date: '2026-03-01' }],
      },
    ],
    fails: [
      { families: [{ caseNo: '15/2025' }], visits: [{ caseNo: '51/2025', date: '2026-03-01' }] },
      {
        families: [{ applicant: 'Ромашкина Анна Петровна' }],
        visits: [{ applicant: 'Лютикова В. С.', date: '2026-03-01' }],
      },
    ],
    undecidable: [
      { families: [{ caseNo: '15/2025' }], visits: [{ caseNo: null, date: '2026-03-01' }] },
      { families: [{ caseNo: '15/2025' }], visits: [{ date: '2026-03-01' }] },
      {
        families: [{ applicant: 'Ромашкина Анна Петровна' }, { applicant: 'Ромашкина Алла Павловна' }],
        visits: [{ applicant: 'Ромашкина А. П.', date: '2026-03-01' }],
      },
    ],
  },
});
