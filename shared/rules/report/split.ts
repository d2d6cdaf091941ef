import { registerRule } from '../rule.ts';
import { EXAMPLE_FORM, exampleForm } from './example-form.ts';
import { figureCell, figureText, figureValue } from './form-figures.ts';
import { relationsOf } from './relations.ts';

/** Parts under «в том числе» or «сумма строк» are the whole, split up: their sum must equal it. */
export const reportSplit = registerRule({
  id: 'report/split',
  severity: 'error',
  basis: ['F06', 'F13', 'rules.md'],
  scope: 'register',
  reads: ['figures'],
  tables: ['summary'],
  needs: [],
  prepare: (run) => {
    if (!run.hasTable('summary')) return run.skip('table-missing', 'table:summary');
    return (register, _links, out) => {
      for (const form of register.reports) {
        for (const { whole, parts } of relationsOf(form, 'sum')) {
          const values = parts.map(figureValue);
          if (whole.value === null || parts.every((part) => part.value === null)) continue;
          if (Number.isNaN(whole.value) || values.includes(null)) {
            out.skip('value-unreadable', 'table:summary');
            continue;
          }
          const sum = values.reduce((total: number, value) => total + (value ?? 0), 0);
          if (sum === whole.value) continue;
          out.findAt({
            table: form.table,
            cell: figureCell(form, whole),
            field: null,
            value: figureText(whole),
            params: { whole: whole.value, sum, label: whole.label },
            related: parts.map((part) => figureCell(form, part)),
          });
        }
      }
    };
  },
  examples: {
    passes: [{ reports: [EXAMPLE_FORM] }, { reports: [exampleForm({ base: null, adapt: 10 })] }],
    fails: [{ reports: [exampleForm({ base: 7 })] }],
    undecidable: [{ reports: [exampleForm({ base: Number.NaN })] }, { families: [] }],
  },
});
