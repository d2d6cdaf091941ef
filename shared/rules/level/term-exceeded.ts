import { isOpen } from '../../domain/case-state.ts';
import { isoOf } from '../../domain/day.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { saidNotJudged } from '../not-judged.ts';
import { rowRule } from '../rule.ts';
import { earliestEnd, termEnds } from './term-ends.ts';

const NO_SOURCE = { sourceRu: '', sourceEn: '' };

/** A case that stays longer than its level, its own term or its programme allows is to be closed, moved or renewed. */
export const termExceeded = rowRule({
  id: 'level/term-exceeded',
  severity: 'by-norm',
  basis: ['S004', 'pack:levels.*.term'],
  scope: 'row',
  table: 'families',
  reads: [
    'level',
    'transfers',
    'termMonths',
    'programUntil',
    'startDate',
    'contractDate',
    'registeredOn',
    'closedOn',
    'decision',
  ],
  requires: ['level'],
  needs: ['levels.*.term'],
  prepare: (run) => {
    const hasStart = run.has('startDate') || run.has('contractDate') || run.has('registeredOn') || run.has('transfers');
    if (!hasStart && !run.has('programUntil')) return run.skip('column-missing', 'field:startDate');
    return (row, out) => {
      if (!isOpen(row, run.asOf)) return;
      const ends = termEnds(row, run.pack, run.asOf);
      for (const end of ends) saidNotJudged(end, out);
      const exceeded = earliestEnd(ends);
      if (!exceeded || run.asOf <= exceeded.end) return;
      const { end, by, months, severity, source } = exceeded;
      out.find({
        row,
        field: 'level',
        severity,
        params: {
          by,
          months,
          end: isoOf(end),
          ...levelParam(run.pack, row.values.level?.code ?? ''),
          ...(source ? sourceParam(source) : NO_SOURCE),
        },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ level: 'BASE', startDate: '2025-10-31' }] },
      { families: [{ level: 'BASE', startDate: '2024-01-15', transfers: [['2026-02-02', 'BASE']] }] },
      { families: [{ level: 'BASE', startDate: '2026-01-15', termMonths: 10, programUntil: '2026-10-31' }] },
      { families: [{ level: 'CRISIS', startDate: '2025-01-15', closedOn: '2026-03-02' }] },
      { families: [{ level: 'URGENT', startDate: null }] },
    ],
    fails: [
      { families: [{ level: 'BASE', startDate: '2025-10-30' }] },
      { families: [{ level: 'BASE', startDate: '2026-01-15', termMonths: 9 }] },
      { families: [{ level: 'BASE', startDate: '2026-01-15', programUntil: '2026-10-30' }] },
      { families: [{ level: 'CRISIS', startDate: '2026-01-15', transfers: [['2026-04-29', 'CRISIS']] }] },
    ],
    undecidable: [
      { families: [{ level: 'BASE', startDate: 'весной' }] },
      { families: [{ level: 'BASE', startDate: '2020-01-15' }], pack: { levels: { BASE: { term: null } } } },
      { families: [{ level: 'BASE', startDate: '2026-01-15', termMonths: 'год' }] },
      { families: [{ level: 'BASE' }] },
    ],
  },
});
