import { findingCell } from '../../domain/register.ts';
import { isOver, loadLimit, wholeCases } from '../../packs/load-limit.ts';
import { BY_CURATOR } from '../grouping.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { groupRule, severityOfNorm } from '../rule.ts';
import { loadsOf } from './curator-load.ts';
import { exampleFamilies } from './example-families.ts';

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
    for (const { curator, rate, rows, byLevel } of loadsOf(run)(all)) {
      if (rate === null) {
        out.skip('value-unreadable', 'field:rate', rows.length);
        continue;
      }
      const unknown = rows.filter(({ values: { level } }) => level !== undefined && !level?.code);
      out.skip('value-unreadable', 'field:level', unknown.length);
      for (const [level, its] of byLevel) {
        const found = loadLimit(run.pack, level, { rate, asOf: run.asOf });
        const beyond = found && isOver(its.length, found.limit) ? its[wholeCases(found.limit)] : undefined;
        if (!found) out.skip('norm-null', `level:${level}`, its.length);
        if (!found || !beyond) continue;
        const { norm, limit } = found;
        out.find({
          row: beyond,
          field: 'curator',
          severity: severityOfNorm(norm.kind),
          params: {
            curator,
            count: its.length,
            norm: norm.max,
            rate,
            limit,
            ...levelParam(run.pack, level),
            ...sourceParam(norm.source),
          },
          related: its.filter((row) => row !== beyond).map((row) => findingCell(row, 'curator')),
        });
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
