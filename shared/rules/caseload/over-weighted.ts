import { findingCell } from '../../domain/register.ts';
import { isOver } from '../../packs/load-limit.ts';
import { BY_CURATOR } from '../grouping.ts';
import { groupRule } from '../rule.ts';
import { exampleFamilies } from './example-families.ts';
import { judgedLoads } from './judged-loads.ts';

const roundedToHundredths = (n: number): number => Math.round(n * 100) / 100;

/** Within the norm of every level, but too much in all: the parts of the norms add up to more than the post. */
export const caseloadOverWeighted = groupRule({
  id: 'caseload/over-weighted',
  severity: 'warning',
  basis: ['rules.md', 'pack:levels.*.caseload'],
  scope: 'group',
  table: 'families',
  reads: ['curator', 'level', 'closedOn', 'decision'],
  requires: ['curator', 'level'],
  needs: ['levels.*.caseload'],
  groupBy: BY_CURATOR,
  prepare: (run) => (all, out) => {
    for (const { curator, rate, rows, levels } of judgedLoads(run, all, out)) {
      const last = rows.at(-1);
      const load = levels.reduce((sum, level) => sum + level.rows.length / level.norm.max, 0);
      const isOneOver = levels.some((level) => isOver(level.rows.length, level.limit));
      if (!last || isOneOver || !isOver(load, rate)) continue;
      const params = { curator, count: rows.length, load: roundedToHundredths(load), rate };
      const related = rows.slice(0, -1).map((row) => findingCell(row, 'curator'));
      out.find({ row: last, field: 'curator', params, related });
    }
  },
  examples: {
    passes: [
      { families: [...exampleFamilies(6, 'CRISIS'), ...exampleFamilies(3, 'URGENT')] },
      { families: [...exampleFamilies(6, 'CRISIS'), ...exampleFamilies(7, 'URGENT')] },
      { families: exampleFamilies(24, 'BASE') },
    ],
    fails: [
      { families: [...exampleFamilies(7, 'CRISIS'), ...exampleFamilies(3, 'URGENT')] },
      {
        families: [...exampleFamilies(3, 'CRISIS'), ...exampleFamilies(2, 'URGENT')],
        specialists: [{ name: 'Лютикова А. П.', rate: 0.5 }],
      },
    ],
    undecidable: [
      {
        families: [...exampleFamilies(7, 'CRISIS'), ...exampleFamilies(3, 'URGENT')],
        pack: { levels: { URGENT: { caseload: null } } },
      },
      { families: [{ curator: 'Лютикова А. П.' }] },
    ],
  },
});
