import { isoOf } from '../../domain/day.ts';
import { countUnder, countUndated, tellsOfChildren, undatedField } from '../child-ages.ts';
import { familyRule } from '../rule.ts';
import { childrenJudged } from './children-judged.ts';

const YEARS = 3;
const CATEGORY = 'CAT03';

/** The category is for children from birth to three; it lapses on the third birthday. */
export const childOverThree = familyRule({
  id: 'category/child-over-three',
  severity: 'warning',
  basis: ['S001'],
  scope: 'family',
  reads: ['categories', 'children', 'household', 'closedOn', 'decision'],
  requires: ['categories'],
  tables: [],
  needs: ['codes.categories'],
  prepare: (run) => {
    if (!tellsOfChildren(run)) return run.skip('column-missing', 'field:children');
    return (family, out) => {
      const judged = childrenJudged(family, CATEGORY, { run, out });
      if (!judged || countUnder(judged.people, YEARS, judged.day) > 0) return;
      if (countUndated(judged.people) > 0) return out.skip('value-unreadable', `field:${undatedField(judged)}`);
      out.find({ row: family.row, field: 'categories', params: { years: YEARS, day: isoOf(judged.day) } });
    };
  },
  examples: {
    passes: [
      { families: [{ categories: 'CAT03', children: [{ birth: '2023-11-01' }, { birth: '2015-01-01' }] }] },
      { families: [{ categories: 'CAT04', children: [{ birth: '2015-01-01' }] }] },
      { families: [{ categories: 'CAT03', children: [{ birth: '2022-02-01' }], closedOn: '2025-01-31' }] },
      { families: [{ categories: 'CAT03', children: [{ birth: '2023' }] }] },
      { families: [{ categories: 'CAT03', children: null }] },
    ],
    fails: [
      { families: [{ categories: 'CAT03', children: [{ birth: '2023-10-31' }] }] },
      { families: [{ categories: 'CAT03', children: [{ birth: '2022-02-01' }], closedOn: '2025-02-01' }] },
      { families: [{ categories: 'CAT03', household: [{ birth: '2020-05-01', relation: 'child' }] }] },
      { families: [{ categories: 'CAT03', household: [{ birth: '1990-01-01', relation: 'parent' }] }] },
      {
        families: [{ caseNo: '7', categories: 'CAT03' }],
        members: [{ caseNo: '7', name: 'Ромашкин Пётр', relation: 'сын', birthDate: '2020-05-01' }],
      },
    ],
    undecidable: [
      { families: [{ categories: 'CAT03', children: [{ birth: null }] }] },
      { families: [{ categories: 'CAT03' }] },
    ],
  },
});
