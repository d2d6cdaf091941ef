import { findingCell } from '../../domain/register.ts';
import { isOver, loadLimit } from '../../packs/load-limit.ts';
import { BY_CURATOR } from '../grouping.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { groupRule } from '../rule.ts';
import { loadsOf } from './curator-load.ts';
import { exampleFamilies } from './example-families.ts';

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
    for (const { curator, rate, rows, byLevel } of loadsOf(run)(all)) {
      if (rate === null) {
        out.skip('value-unreadable', 'field:rate', rows.length);
        continue;
      }
      for (const [level, its] of byLevel) {
        const found = loadLimit(run.pack, level, { rate, asOf: run.asOf });
        const last = its.at(-1);
        if (!found) out.skip('norm-null', `level:${level}`, its.length);
        if (!found || !last || found.norm.max < SMALLEST_NORM) continue;
        const { norm, limit } = found;
        if (isOver(its.length, limit) || isOver(limit * NEAR, its.length)) continue;
        out.find({
          row: last,
          field: 'curator',
          params: {
            curator,
            count: its.length,
            norm: norm.max,
            rate,
            limit,
            ...levelParam(run.pack, level),
            ...sourceParam(norm.source),
          },
          related: its.slice(0, -1).map((row) => findingCell(row, 'curator')),
        });
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
