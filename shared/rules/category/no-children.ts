import { isRefused } from '../../domain/case-state.ts';
import { childrenOf } from '../../domain/children.ts';
import type { CodeValue } from '../../domain/values.ts';
import { POST_CARE } from '../../packs/code-lists.ts';
import { familyRule } from '../rule.ts';

/** A child that is not born yet, or that the family means to give up: no child need be in the row. */
const WITHOUT_CHILD: ReadonlySet<string> = new Set(['CAT06', 'CAT12']);

/** Support is for families with children. A child of 18 or more is still a child of the row here. */
export const noChildren = familyRule({
  id: 'category/no-children',
  severity: 'warning',
  basis: ['S001'],
  scope: 'family',
  reads: ['categories', 'children', 'childrenCount', 'household', 'decision'],
  requires: ['categories'],
  tables: [],
  needs: ['codes.categories', 'postCareCategory'],
  prepare: (run) => {
    const field = (['children', 'household', 'childrenCount'] as const).find(run.has);
    if (!field) return run.skip('column-missing', 'field:children');
    const isFree = ({ code }: CodeValue): boolean =>
      code !== null && (WITHOUT_CHILD.has(code) || code === run.pack.postCareCategory);
    return ({ row, members }, out) => {
      const { categories, childrenCount, household } = row.values;
      if (isRefused(row) || categories?.some(isFree)) return;
      const children = childrenOf(row, members);
      if (children && children.people.length > 0) return;
      if ((childrenCount ?? 0) > 0) return;
      if (Number.isNaN(childrenCount)) return out.skip('value-unreadable', 'field:childrenCount');
      if (children === null && household && household.length > 0)
        return out.skip('value-unreadable', 'field:household');
      if (categories?.some(({ code }) => code === null)) return out.skip('value-unreadable', 'field:categories');
      out.find({ row, field, params: {} });
    };
  },
  examples: {
    passes: [
      { families: [{ categories: 'CAT05', children: [{ birth: '2000-01-01' }] }] },
      {
        families: [
          { categories: 'CAT12', children: null },
          { categories: 'CAT06', children: [] },
        ],
      },
      { families: [{ categories: 'CAT05', childrenCount: 2 }] },
      {
        families: [{ categories: 'CAT13', children: null }],
        pack: { postCareCategory: POST_CARE.code, codes: { categories: [POST_CARE] } },
      },
    ],
    fails: [
      { families: [{ categories: 'CAT05', children: null }] },
      { families: [{ categories: 'CAT05', childrenCount: 0 }] },
      { families: [{ categories: 'CAT05', household: [{ birth: '1990-01-01', relation: 'parent' }] }] },
    ],
    undecidable: [
      { families: [{ categories: 'CAT05' }] },
      { families: [{ categories: 'CAT05', household: [{ birth: '2015-01-01' }] }] },
      { families: [{ categories: 'CAT05', childrenCount: 'много' }] },
    ],
  },
});
