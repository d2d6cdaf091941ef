import { holdsError } from '../../domain/sheet-cells.ts';
import { cellText } from '../engine/cell-text.ts';
import { columnRule } from '../rule.ts';
import { cellAt } from './column-cell.ts';

/** A formula that has lost what it points to. */
export const formulaError = columnRule({
  id: 'cell/formula-error',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'all',
  isRaw: true,
  needs: [],
  prepare: (run) => {
    if (!run.isFirstOfCell) return null;
    return (row, raw, out, sheetRow) => {
      if (!holdsError(raw)) return;
      out.find({ row, field: run.field, params: { code: cellText(raw).trim() }, cell: cellAt(run, sheetRow) });
    };
  },
  examples: {
    passes: [{ families: [{ note: 'формула вернула #Н/Д' }] }],
    fails: [
      { families: [{ nextReview: '?', raw: { nextReview: { error: '#REF!' } } }] },
      { families: [{ note: '#Н/Д' }] },
    ],
    undecidable: [{ families: [{ nextReview: null }], isWithoutSheet: true }],
  },
});
