import { isErrorText } from '../../domain/sheet-cells.ts';
import { rowRule } from '../rule.ts';

/** A transfer to another level closes nothing. */
const NOT_FINAL = 'R12';

/** A reason or a final result, and no day: the family stays in every count. [R31] A result of no list is not final. */
export const closingDateMissing = rowRule({
  id: 'closing/date-missing',
  severity: 'error',
  basis: ['S003'],
  scope: 'row',
  table: 'families',
  reads: ['closedOn', 'closeReason', 'result'],
  requires: ['closedOn'],
  needs: ['codes.results'],
  prepare: (run) => {
    if (!run.has('closeReason') && !run.has('result')) return run.skip('column-missing', 'field:closeReason');
    return (row, out) => {
      const { closedOn, closeReason, result } = row.values;
      if (closedOn !== null && closedOn !== undefined) return;
      const isFinal = (result?.code ?? NOT_FINAL) !== NOT_FINAL;
      const isUnreadable = isErrorText(closeReason?.text ?? '');
      const hasReason = closeReason && closeReason.code !== NOT_FINAL && !isUnreadable;
      if (hasReason || isFinal) {
        out.find({ row, field: 'closedOn', params: { reason: (hasReason ? closeReason.text : result?.text) ?? '' } });
      } else if (isUnreadable) out.skip('value-unreadable', 'field:closeReason');
    };
  },
  examples: {
    passes: [
      { families: [{ closedOn: '2026-05-12', closeReason: 'R01' }] },
      { families: [{ closedOn: null, closeReason: null, result: 'работа продолжается' }] },
      { families: [{ closedOn: '31.02.2026', closeReason: 'R01' }] },
    ],
    fails: [{ families: [{ closedOn: null, closeReason: 'R07' }] }, { families: [{ closedOn: null, result: 'R01' }] }],
    undecidable: [{ families: [{ closeReason: 'R07' }] }, { families: [{ closedOn: null }] }],
  },
});
