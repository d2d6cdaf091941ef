import { isOpen } from '../../domain/case-state.ts';
import { isoOf } from '../../domain/day.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import { saidNotJudged } from '../not-judged.ts';
import { rowRule, severityOfNorm } from '../rule.ts';
import { firstYear } from './term-ends.ts';

/** The adaptation level is for the first year after the family was formed; then the case belongs to another level. */
export const adaptationFirstYear = rowRule({
  id: 'level/adaptation-first-year',
  severity: 'error',
  basis: ['S001', 'pack:levels.*.firstYear'],
  scope: 'row',
  table: 'families',
  reads: ['level', 'formedOn', 'startDate', 'contractDate', 'registeredOn', 'closedOn', 'decision'],
  requires: ['level'],
  needs: ['levels.*.firstYear'],
  prepare: (run) => {
    const hasNorm = Object.values(run.pack.levels).some((norms) => norms.firstYear !== null);
    if (!hasNorm) return run.skip('norm-null', 'firstYear');
    if (!run.has('formedOn') && !run.has('startDate') && !run.has('contractDate') && !run.has('registeredOn')) {
      return run.skip('column-missing', 'field:formedOn');
    }
    return (row, out) => {
      const found = isOpen(row, run.asOf) ? firstYear(row, run.pack, run.asOf) : null;
      if (found === null || saidNotJudged(found, out) || run.asOf <= found.until) return;
      const { level, since, until, norm } = found;
      const params = { months: norm.months, since: isoOf(since), until: isoOf(until) };
      out.find({
        row,
        field: 'level',
        severity: severityOfNorm(norm.kind),
        params: { ...params, ...levelParam(run.pack, level), ...sourceParam(norm.source) },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ level: 'ADAPT', formedOn: '2025-10-31' }] },
      { families: [{ level: 'ADAPT', formedOn: null, startDate: '2025-11-05' }] },
      { families: [{ level: 'BASE', formedOn: '2020-01-01' }] },
      { families: [{ level: 'ADAPT', formedOn: '2024-01-01', closedOn: '2024-12-01' }] },
    ],
    fails: [
      { families: [{ level: 'ADAPT', formedOn: '2025-10-30' }] },
      { families: [{ level: 'ADAPT', formedOn: null, startDate: '2025-10-30' }] },
    ],
    undecidable: [
      { families: [{ level: 'ADAPT', formedOn: 'осенью' }] },
      { families: [{ level: 'ADAPT' }] },
      { families: [{ level: 'ADAPT', formedOn: '2024-01-01' }], pack: { levels: { ADAPT: { firstYear: null } } } },
    ],
  },
});
