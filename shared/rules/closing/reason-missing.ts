import { isoOf } from '../../domain/day.ts';
import { rowRule } from '../rule.ts';

/** Closed without a word on why: the report by reasons for removal cannot be made. */
export const closingReasonMissing = rowRule({
  id: 'closing/reason-missing',
  severity: 'error',
  basis: ['S003'],
  scope: 'row',
  table: 'families',
  reads: ['closedOn', 'closeReason', 'result'],
  requires: ['closedOn'],
  needs: [],
  prepare: (run) => {
    const hasReason = run.has('closeReason');
    if (!hasReason && !run.has('result')) return run.skip('column-missing', 'field:closeReason');
    const field = hasReason ? 'closeReason' : 'result';
    return (row, out) => {
      const { closedOn, closeReason, result } = row.values;
      if (closedOn === null || closedOn === undefined || closeReason || result) return;
      if (Number.isNaN(closedOn)) out.skip('value-unreadable', 'field:closedOn');
      else if (closedOn <= run.asOf) out.find({ row, field, params: { closedOn: isoOf(closedOn) } });
    };
  },
  examples: {
    passes: [
      { families: [{ closedOn: '2026-05-12', closeReason: 'R01' }] },
      { families: [{ closedOn: null, closeReason: null }] },
      { families: [{ closedOn: '2026-05-12', closeReason: null, result: 'R07' }] },
    ],
    fails: [{ families: [{ closedOn: '2026-05-12', closeReason: null }] }],
    undecidable: [{ families: [{ closedOn: '2026-05-12' }] }, { families: [{ closedOn: 'в мае', closeReason: null }] }],
  },
});
