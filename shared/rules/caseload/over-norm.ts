import { findingCell } from '../../domain/register.ts';
import { isOver, wholeCases } from '../../packs/load-limit.ts';
import { BY_CURATOR } from '../grouping.ts';
import { groupRule, severityOfNorm } from '../rule.ts';
import { exampleFamilies } from './example-families.ts';
import { judgedLoads, levelLoadParams } from './judged-loads.ts';

/** More families of one level than one curator may have. */
export const caseloadOverNorm = groupRule({
  id: 'caseload/over-norm',
  severity: 'by-norm',
  basis: ['S004', 'pack:levels.*.caseload'],
  scope: 'group',
  table: 'families',
  reads: ['curator', 'level', 'closedOn', 'decision'],
  requires: ['curator', 'level'],
  needs: ['levels.*.caseload'],
  groupBy: BY_CURATOR,
  prepare: (run) => (all, out) => {
    for (const load of judgedLoads(run, all, out)) {
      const unknown = load.rows.filter(({ values: { level } }) => level !== undefined && !level?.code);
      out.skip('value-unreadable', 'field:level', unknown.length);
      for (const levelLoad of load.levels) {
        const { rows, norm, limit } = levelLoad;
        const beyond = isOver(rows.length, limit) ? rows[wholeCases(limit)] : undefined;
        if (!beyond) continue;
        const params = levelLoadParams(run, load, levelLoad);
        const related = rows.filter((row) => row !== beyond).map((row) => findingCell(row, 'curator'));
        out.find({ row: beyond, field: 'curator', severity: severityOfNorm(norm.kind), params, related });
      }
    }
  },
  examples: {
    passes: [
      { families: exampleFamilies(6, 'URGENT') },
      { families: [...exampleFamilies(6, 'URGENT'), ...exampleFamilies(3, 'URGENT', { closedOn: '2026-10-31' })] },
      { families: [...exampleFamilies(6, 'URGENT'), ...exampleFamilies(2, 'URGENT', { curator: 'Лютикова А. С.' })] },
    ],
    fails: [
      { families: exampleFamilies(7, 'URGENT') },
      {
        families: [
          ...exampleFamilies(6, 'URGENT'),
          ...exampleFamilies(1, 'URGENT', { curator: 'Лютикова Анна Павловна' }),
        ],
      },
      { families: exampleFamilies(4, 'URGENT'), specialists: [{ name: 'Лютикова А. П.', rate: 0.5 }] },
    ],
    undecidable: [
      { families: exampleFamilies(90, 'CRISIS'), pack: { levels: { CRISIS: { caseload: null } } } },
      { families: exampleFamilies(9, 'URGENT'), specialists: [{ name: 'Лютикова А. П.', rate: 'половина' }] },
      { families: [{ curator: 'Лютикова А. П.' }] },
    ],
  },
});
