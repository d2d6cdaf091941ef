import { isRefused } from '../../domain/case-state.ts';
import { rowRule } from '../rule.ts';

/** The order behind the pack is for some categories only; a family of none of them is not to be in this register. */
export const outOfScope = rowRule({
  id: 'category/out-of-scope',
  severity: 'error',
  basis: ['pack:scope.categories'],
  scope: 'row',
  table: 'families',
  reads: ['categories', 'decision'],
  requires: ['categories'],
  needs: ['scope.categories'],
  prepare: (run) => {
    const scope = run.pack.scope.categories === null ? null : new Set(run.pack.scope.categories);
    const titles = run.pack.codes.categories.filter((entry) => scope?.has(entry.code)).map((entry) => entry.title);
    const params = {
      scopeRu: titles.map((title) => title.ru).join('; '),
      scopeEn: titles.map((title) => title.en).join('; '),
    };
    return (row, out) => {
      const categories = row.values.categories ?? [];
      // A pack without a scope is for all families: every row is in it.
      if (scope === null || categories.length === 0 || isRefused(row)) return;
      if (categories.some((category) => scope.has(category.code ?? ''))) return;
      if (categories.some((category) => category.code === null))
        return out.skip('value-unreadable', 'field:categories');
      out.find({ row, field: 'categories', params });
    };
  },
  examples: {
    passes: [
      { families: [{ categories: 'CAT05' }] },
      { families: [{ categories: 'CAT05; CAT01' }], pack: { scope: { categories: ['CAT01'] } } },
      { families: [{ categories: null }], pack: { scope: { categories: ['CAT01'] } } },
    ],
    fails: [{ families: [{ categories: 'CAT05; CAT08' }], pack: { scope: { categories: ['CAT01'] } } }],
    undecidable: [
      { families: [{ categories: 'нечто' }], pack: { scope: { categories: ['CAT01'] } } },
      { families: [{ applicant: 'Ромашкина Анна Петровна' }] },
    ],
  },
});
