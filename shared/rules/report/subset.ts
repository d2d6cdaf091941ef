import { registerRule } from '../rule.ts';
import { EXAMPLE_FORM, exampleForm } from './example-form.ts';
import { figureCell, figureText } from './form-figures.ts';
import { relationsOf } from './relations.ts';

/** A part under «из них» is some of the whole: it need not be all of it, but cannot be more. */
export const reportSubset = registerRule({
  id: 'report/subset',
  severity: 'error',
  basis: ['F07', 'F08', 'rules.md'],
  scope: 'register',
  reads: ['figures'],
  tables: ['summary'],
  needs: [],
  prepare: (run) => {
    if (!run.hasTable('summary')) return run.skip('table-missing', 'table:summary');
    return (register, _links, out) => {
      for (const form of register.reports) {
        for (const { whole, parts } of relationsOf(form, 'subset')) {
          const wholeValue = whole.value ?? 0;
          for (const part of parts) {
            if (part.value === null) continue;
            if (Number.isNaN(part.value) || Number.isNaN(wholeValue)) out.skip('value-unreadable', 'table:summary');
            else if (part.value > wholeValue) {
              out.findAt({
                table: form.table,
                cell: figureCell(form, part),
                field: null,
                value: figureText(part),
                params: { part: part.value, whole: wholeValue, label: part.label, wholeLabel: whole.label },
                related: [figureCell(form, whole)],
              });
            }
          }
        }
      }
    };
  },
  examples: {
    passes: [{ reports: [EXAMPLE_FORM] }, { reports: [exampleForm({ positive: 3 })] }],
    fails: [{ reports: [exampleForm({ positive: 4 })] }, { reports: [exampleForm({ out: null, positive: 1 })] }],
    undecidable: [{ reports: [exampleForm({ positive: Number.NaN })] }, { families: [] }],
  },
});
