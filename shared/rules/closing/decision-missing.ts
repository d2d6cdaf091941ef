import { rowRule } from '../rule.ts';

/** Families in a socially dangerous position. */
const DANGEROUS = 'CAT08';
/** Reasons for which the municipal commission, not the centre, takes the family off. */
const BY_COMMISSION: ReadonlySet<string> = new Set(['R01', 'R02', 'R03', 'R04', 'R05']);

/** Only the commission takes a family in a dangerous position off: its decision must be named. */
export const closingDecisionMissing = rowRule({
  id: 'closing/decision-missing',
  severity: 'warning',
  basis: ['domain.md 2.4'],
  scope: 'row',
  table: 'families',
  reads: ['categories', 'closedOn', 'closeReason', 'result', 'closeDecision'],
  requires: ['categories', 'closedOn', 'closeDecision'],
  needs: ['codes.categories', 'codes.results'],
  prepare: (run) => {
    if (!run.has('closeReason') && !run.has('result')) return run.skip('column-missing', 'field:closeReason');
    return (row, out) => {
      const { closedOn, categories, closeReason, result, closeDecision } = row.values;
      if (closeDecision || closedOn === null || closedOn === undefined || closedOn > run.asOf) return;
      if (!categories?.some(({ code }) => code === DANGEROUS)) return;
      const reason = closeReason ?? result;
      if (reason === null || reason === undefined) return;
      if (reason.code === null) return out.skip('value-unreadable', 'field:closeReason');
      if (BY_COMMISSION.has(reason.code)) out.find({ row, field: 'closeDecision', params: { reason: reason.text } });
    };
  },
  examples: {
    passes: [
      { families: [{ categories: 'CAT08', closedOn: '2026-05-12', closeReason: 'R01', closeDecision: '№ 7' }] },
      { families: [{ categories: 'CAT08', closedOn: '2026-05-12', closeReason: 'R07', closeDecision: null }] },
      { families: [{ categories: 'CAT05', closedOn: '2026-05-12', closeReason: 'R01', closeDecision: null }] },
    ],
    fails: [
      {
        families: [{ categories: ['CAT05', 'CAT08'], closedOn: '2026-05-12', closeReason: 'R01', closeDecision: null }],
      },
    ],
    undecidable: [
      { families: [{ categories: 'CAT08', closedOn: '2026-05-12', closeReason: 'R01' }] },
      { families: [{ categories: 'CAT08', closedOn: '2026-05-12', closeReason: 'сами решили', closeDecision: null }] },
    ],
  },
});
