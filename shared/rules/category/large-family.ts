import { birthday } from '../../calendar/month-arithmetic.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import type { Day } from '../../domain/day.ts';
import type { Person } from '../../domain/values.ts';
import { countUndated, tellsOfChildren, undatedField } from '../child-ages.ts';
import { familyRule } from '../rule.ts';
import { childrenJudged } from './children-judged.ts';

const CATEGORY = 'CAT04';
const CHILDREN = 3;
const ADULT = 18;
const ADULT_STUDENT = 23;

/** Three or more children under 18, or under 23 in full-time study (Decree of the President of 23.01.2024 N 63). */
export const largeFamily = familyRule({
  id: 'category/large-family',
  severity: 'warning',
  basis: ['Указ Президента РФ от 23.01.2024 N 63'],
  scope: 'family',
  reads: ['categories', 'children', 'household', 'closedOn', 'decision'],
  requires: ['categories'],
  tables: [],
  needs: ['codes.categories'],
  prepare: (run) => {
    if (!tellsOfChildren(run)) return run.skip('column-missing', 'field:children');
    return (family, out) => {
      const judged = childrenJudged(family, CATEGORY, { run, out });
      if (!judged) return;
      const { people, day } = judged;
      const count = people.filter((person) => countsOn(person, day)).length;
      if (count >= CHILDREN) return;
      if (count + countUndated(people) >= CHILDREN)
        return out.skip('value-unreadable', `field:${undatedField(judged)}`);
      out.find({ row: family.row, field: 'categories', params: { count, children: CHILDREN, day: isoOf(day) } });
    };
  },
  examples: {
    passes: [
      {
        families: [
          {
            categories: 'CAT04',
            children: [{ birth: '2010-01-01' }, { birth: '2012-01-01' }, { birth: '2008-11-01' }],
          },
        ],
      },
      {
        families: [
          {
            categories: 'CAT04',
            children: [{ birth: '2010-01-01' }, { birth: '2012-01-01' }, { birth: '2003-11-01', isStudying: true }],
          },
        ],
      },
      { families: [{ categories: 'CAT04', children: null }] },
      { families: [{ categories: 'CAT05', children: [{ birth: '2010-01-01' }] }] },
    ],
    fails: [
      {
        families: [
          {
            categories: 'CAT04',
            children: [{ birth: '2010-01-01' }, { birth: '2012-01-01' }, { birth: '2008-10-31' }],
          },
        ],
      },
      {
        families: [
          {
            categories: 'CAT04',
            children: [{ birth: '2010-01-01' }, { birth: '2012-01-01' }, { birth: '2003-10-31', isStudying: true }],
          },
        ],
      },
      { families: [{ categories: 'многодетная; СОП', children: [{ birth: '2010-01-01' }] }] },
    ],
    undecidable: [
      {
        families: [
          { categories: 'CAT04', children: [{ birth: '2010-01-01' }, { birth: '2012-01-01' }, { birth: null }] },
        ],
      },
      { families: [{ categories: 'CAT04' }] },
    ],
  },
});

/** The first day on which a child does not count any more; null without a birth date. */
function endOf({ birthDate, isStudying }: Person): Day | null {
  return isKnown(birthDate) ? birthday(birthDate, isStudying ? ADULT_STUDENT : ADULT) : null;
}

function countsOn(person: Person, day: Day): boolean {
  return (endOf(person) ?? day) > day;
}

/** The first day on which fewer than three children count; null when it cannot be said, or it never was a large family. */
export function largeFamilyEnds(people: readonly Person[]): Day | null {
  const ends = people.map(endOf);
  if (ends.includes(null)) return null;
  return ends.map((end) => end ?? 0).toSorted((a, b) => b - a)[CHILDREN - 1] ?? null;
}
