import type { FieldOf } from '../../domain/fields.ts';
import { rowRule } from '../rule.ts';

type Field = FieldOf<'families'>;

/** Number and date of one document. */
const PAIRS = [
  ['contractNo', 'contractDate'],
  ['decisionNo', 'decisionDate'],
  ['programNo', 'programDate'],
] as const satisfies readonly (readonly [Field, Field])[];

/** A document with a number and no date, or a date and no number, where the register keeps both. */
export const documentIncomplete = rowRule({
  id: 'document/incomplete',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'row',
  table: 'families',
  reads: ['contractNo', 'contractDate', 'decisionNo', 'decisionDate', 'programNo', 'programDate'],
  requires: [],
  needs: [],
  prepare: (run) => {
    const pairs = PAIRS.filter(([number, date]) => run.has(number) && run.has(date));
    for (const [number, date] of PAIRS) {
      if (run.has(number) !== run.has(date)) run.skip('column-missing', `field:${run.has(number) ? date : number}`);
    }
    if (pairs.length === 0) {
      if (!PAIRS.some(([number, date]) => run.has(number) || run.has(date)))
        run.skip('column-missing', 'field:contractNo');
      return null;
    }
    return (row, out) => {
      for (const [number, date] of pairs) {
        const hasNumber = isFilled(row.values[number]);
        const hasDate = isFilled(row.values[date]);
        if (hasNumber === hasDate) continue;
        const missing = hasNumber ? date : number;
        out.find({
          row,
          field: missing,
          params: { document: number.slice(0, -2), missing: hasNumber ? 'date' : 'number' },
        });
      }
    };
  },
  examples: {
    passes: [
      { families: [{ contractNo: '15', contractDate: '2026-03-01', decisionNo: null, decisionDate: null }] },
      { families: [{ contractNo: '15', contractDate: '31.02.2026' }] },
    ],
    fails: [
      { families: [{ contractNo: '15', contractDate: null }] },
      { families: [{ decisionNo: null, decisionDate: '2026-03-01' }] },
      { families: [{ programNo: 'П-1', programDate: null }] },
    ],
    undecidable: [{ families: [{ contractNo: '15' }] }, { families: [{ applicant: 'Ромашкина' }] }],
  },
});

function isFilled(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}
