import { columnOf } from '../../domain/register.ts';
import { cellText } from '../engine/cell-text.ts';
import { registerRule } from '../rule.ts';

/** Two headings for one field: only the first column is read, and somebody may be filling in the second. */
export const columnDuplicate = registerRule({
  id: 'table/column-duplicate',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'register',
  tables: ['families', 'members', 'visits', 'measures', 'specialists'],
  reads: [],
  needs: [],
  prepare: (run) => (register, _links, out) => {
    if (register.tables.every(({ headerRows }) => headerRows.length === 0)) out.skip('not-sent', 'headings');
    for (const table of register.tables) {
      for (const { field, period, row, column } of table.duplicateHeadings) {
        const cell = { sheet: table.sheet, row, column };
        const value = run.rawCell ? cellText(run.rawCell(table.sheet, row, column)) : '';
        const first = columnOf(table, field, period);
        const related = first
          ? [{ sheet: table.sheet, row: table.headerRows.at(-1) ?? row, column: first.column }]
          : [];
        out.findAt({ table, cell, field, value, params: { firstHeading: first?.heading ?? '' }, related });
      }
    }
  },
  examples: {
    passes: [{ families: [{ applicant: 'Ромашкина', phone: null }] }],
    fails: [
      { families: [{ applicant: 'Ромашкина', phone: null }], duplicateHeadings: [{ field: 'phone', column: 5 }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина' }], isWithoutSheet: true }],
  },
});
