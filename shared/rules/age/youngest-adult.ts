import { isOpen } from '../../domain/case-state.ts';
import { childrenOf } from '../../domain/children.ts';
import { isoOf } from '../../domain/day.ts';
import { POST_CARE } from '../../packs/code-lists.ts';
import { countUnder, countUndated, tellsOfChildren, undatedField } from '../child-ages.ts';
import { ofEntry } from '../entry-cells.ts';
import { familyRule } from '../rule.ts';

const ADULT = 18;

/** Support ends when the youngest child is 18. */
export const youngestAdult = familyRule({
  id: 'age/youngest-adult',
  severity: 'error',
  basis: ['R02'],
  scope: 'family',
  reads: ['children', 'household', 'categories', 'closedOn', 'decision'],
  requires: [],
  tables: [],
  needs: ['postCareCategory'],
  prepare: (run) => {
    if (!tellsOfChildren(run)) return run.skip('column-missing', 'field:children');
    const postCare = run.pack.postCareCategory;
    return ({ row, members }, out) => {
      if (!isOpen(row, run.asOf)) return;
      if (postCare !== null && row.values.categories?.some((category) => category.code === postCare)) return;
      const children = childrenOf(row, members);
      if (!children || children.people.length === 0) return;
      if (countUnder(children.people, ADULT, run.asOf) > 0) return;
      if (countUndated(children.people) > 0) return out.skip('value-unreadable', `field:${undatedField(children)}`);
      const youngest = Math.max(...children.people.map((person) => person.birthDate ?? 0));
      const { field } = children;
      const people = field === null ? [] : (row.values[field] ?? []);
      const at = people.findIndex((person) => children.people.includes(person) && person.birthDate === youngest);
      const params = { years: ADULT, birthDate: isoOf(youngest) };
      out.find({ row, field, ...(field === null ? {} : ofEntry(row, field, at)), params });
    };
  },
  examples: {
    passes: [
      { families: [{ children: [{ birth: '2008-11-01' }, { birth: '2001-01-01' }] }] },
      { families: [{ children: [{ birth: '2008-01-01' }], closedOn: '2026-01-01' }] },
      { families: [{ children: [{ birth: '2008' }] }] },
      {
        families: [{ children: [{ birth: '2006-01-01' }], categories: 'CAT13' }],
        pack: { postCareCategory: POST_CARE.code, codes: { categories: [POST_CARE] } },
      },
    ],
    fails: [
      { families: [{ children: [{ birth: '2008-10-31' }, { birth: '2001-01-01' }] }] },
      {
        families: [
          {
            household: [
              { birth: '1980-01-01', relation: 'parent' },
              { birth: '2007-01-01', relation: 'child' },
            ],
          },
        ],
      },
    ],
    undecidable: [
      { families: [{ children: [{ birth: '2001-01-01' }, { birth: 'в мае' }] }] },
      { families: [{ applicant: 'Ромашкина Анна Петровна' }] },
    ],
  },
});
