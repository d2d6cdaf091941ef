import { findingCell } from '../../domain/register.ts';
import { isOver } from '../../packs/load-limit.ts';
import { BY_CURATOR } from '../grouping.ts';
import { groupRule } from '../rule.ts';
import { exampleFamilies } from './example-families.ts';
import { judgedLoads, levelLoadParams } from './judged-loads.ts';

/** From this share of the norm on; with a norm of a few families every share would be "near". */
const NEAR = 0.9;
const SMALLEST_NORM = 10;

/** Almost as many families of one level as the norm allows: the next ones belong to somebody else. */
export const caseloadNearNorm = groupRule({
  id: 'caseload/near-norm',
  severity: 'note',
  basis: ['rules.md', 'pack:levels.*.caseload'],
  scope: 'group',
  table: 'families',
  reads: ['curator', 'level', 'closedOn', 'decision'],
  requires: ['curator', 'level'],
  needs: ['levels.*.caseload'],
  groupBy: BY_CURATOR,
  prepare: (run) => (all, out) => {
    for (const load of judgedLoads(run, all, out)) {
      for (const levelLoad of load.levels) {
        const { rows, norm, limit } = levelLoad;
        const last = rows.at(-1);
        const isNear = !isOver(rows.length, limit) && !isOver(limit * NEAR, rows.length);
        if (!last || !isNear || norm.max < SMALLEST_NORM) continue;
        const params = levelLoadParams(run, load, levelLoad);
        const related = rows.slice(0, -1).map((row) => findingCell(row, 'curator'));
        out.find({ row: last, field: 'curator', params, related });
      }
    }
  },
  examples: {
    passes: [
      { families: exampleFamilies(10, 'CRISIS') },
      { families: exampleFamilies(13, 'CRISIS') },
      { families: exampleFamilies(6, 'URGENT') },
    ],
    fails: [{ families: exampleFamilies(11, 'CRISIS') }, { families: exampleFamilies(12, 'CRISIS') }],
    undecidable: [
      { families: exampleFamilies(11, 'CRISIS'), pack: { levels: { CRISIS: { caseload: null } } } },
      { families: [{ curator: 'Лютикова А. П.' }] },
    ],
  },
});
