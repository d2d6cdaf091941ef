import { isOpen } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { rowRule } from '../rule.ts';
import { visitNorm } from './visit-requirements.ts';

/** The longest a period of the norm can be, in days. */
const LONGEST = { week: 7, month: 31, quarter: 92 } as const;

/** Days that may lie between two visits: 31 for one a month, 16 for two, 7 and 4 for a week, 92 for one a quarter. */
export function longestPause(norm: { readonly min: number; readonly per: keyof typeof LONGEST }): number {
  return Math.ceil(LONGEST[norm.per] / norm.min);
}

/** Where only the last visit is known: longer ago than the norm of the level allows. */
export const visitsOverdue = rowRule({
  id: 'visits/overdue',
  severity: 'warning',
  basis: ['S004', 'pack:levels.*.visits'],
  scope: 'row',
  table: 'families',
  reads: ['lastVisit', 'level', 'closedOn', 'decision'],
  requires: ['level'],
  needs: ['levels.*.visits'],
  prepare: (run) => {
    // Whoever keeps all visits is judged by them: visits/below-norm.
    if (run.has('visitsByMonth') || run.has('visitDates') || run.hasTable('visits')) return null;
    if (!run.has('lastVisit')) return run.skip('column-missing', 'field:lastVisit');
    return (row, out) => {
      const { lastVisit, level } = row.values;
      if (!isOpen(row, run.asOf) || lastVisit === null) return;
      if (!isKnown(lastVisit)) return out.skip('value-unreadable', 'field:lastVisit');
      const code = level?.code ?? null;
      if (code === null) return out.skip('value-unreadable', 'field:level');
      const norm = visitNorm(run.pack, code, run.asOf);
      if (norm === null) return out.skip('norm-null', `level:${code}`);
      const days = run.asOf - lastVisit;
      const allowed = longestPause(norm);
      if (days <= allowed) return;
      out.find({
        row,
        field: 'lastVisit',
        params: {
          days,
          allowed,
          min: norm.min,
          per: norm.per,
          lastVisit: isoOf(lastVisit),
          ...levelParam(run.pack, code),
          ...sourceParam(norm.source),
        },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ level: 'ADAPT', lastVisit: '2026-09-30' }] },
      { families: [{ level: 'BASE', lastVisit: '2026-10-15' }] },
      { families: [{ level: 'CRISIS', lastVisit: '2026-10-24' }] },
      { families: [{ level: 'URGENT', lastVisit: '2026-10-27' }] },
      { families: [{ level: 'URGENT', lastVisit: null }] },
      { families: [{ level: 'BASE', lastVisit: '2026-01-15', closedOn: '2026-01-20' }] },
    ],
    fails: [
      { families: [{ level: 'ADAPT', lastVisit: '2026-09-29' }] },
      { families: [{ level: 'BASE', lastVisit: '2026-10-14' }] },
      { families: [{ level: 'CRISIS', lastVisit: '2026-10-23' }] },
      { families: [{ level: 'URGENT', lastVisit: '2026-10-26' }] },
    ],
    undecidable: [
      { families: [{ level: 'BASE', lastVisit: 'в мае' }] },
      { families: [{ level: 'BASE', lastVisit: '2026-01-15' }], pack: { levels: { BASE: { visits: null } } } },
      { families: [{ level: null, lastVisit: '2026-01-15' }] },
      { families: [{ level: 'BASE' }] },
    ],
  },
});
