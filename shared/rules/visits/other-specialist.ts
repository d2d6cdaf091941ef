import { fitsName } from '../../domain/person-name.ts';
import { linkRule } from '../rule.ts';

/** Somebody else than the curator went: often right (holidays, illness), sometimes a slip. */
export const visitsOtherSpecialist = linkRule({
  id: 'visits/other-specialist',
  severity: 'note',
  basis: ['rules.md'],
  scope: 'link',
  table: 'visits',
  reads: ['caseNo', 'applicant', 'specialist'],
  requires: ['specialist'],
  needs: [],
  prepare: (run) => {
    if (!run.hasField('families', 'curator')) return run.skip('column-missing', 'field:curator');
    return (visit, family, out) => {
      const { specialist } = visit.values;
      const curator = family?.values.curator;
      if (!family || !specialist || !curator) return;
      const [went, responsible] = [run.name(specialist), run.name(curator)];
      if (went.key === '' || responsible.key === '' || fitsName(went, responsible)) return;
      out.find({ row: visit, field: 'specialist', about: family, params: { specialist, curator } });
    };
  },
  examples: {
    passes: [
      {
        families: [
          { caseNo: '7', curator: 'Лютикова Анна Павловна' },
          { caseNo: '8', curator: null },
        ],
        visits: [
          { caseNo: '7', specialist: 'Лютикова А.П.' },
          { caseNo: '8', specialist: 'Васильков К. Р.' },
          { caseNo: '9', specialist: 'Васильков К. Р.' },
        ],
      },
    ],
    fails: [
      {
        families: [{ caseNo: '7', curator: 'Лютикова А. П.' }],
        visits: [{ caseNo: '7', specialist: 'Васильков К. Р.' }],
      },
    ],
    undecidable: [
      { families: [{ caseNo: '7', curator: 'Лютикова А. П.' }], visits: [{ caseNo: '7', date: '2026-10-05' }] },
      { families: [{ caseNo: '7' }], visits: [{ caseNo: '7', specialist: 'Васильков К. Р.' }] },
    ],
  },
});
