import { fieldClass } from '../../privacy/classes.ts';
import { cellText } from '../engine/cell-text.ts';
import { registerRule } from '../rule.ts';

/**
 * A column that the workbook's own setting lets out as it is although it names people or tells of health, addiction or
 * conviction. With the classes as they come nothing is found.
 */
export const leavesWorkbook = registerRule({
  id: 'privacy/leaves-workbook',
  severity: 'error',
  basis: ['152-ФЗ, ст. 10, 18', '442-ФЗ, ст. 6'],
  scope: 'register',
  tables: [],
  reads: [],
  needs: [],
  prepare: (run) => (register, _links, out) => {
    if (register.tables.every(({ headerRows }) => headerRows.length === 0)) out.skip('not-sent', 'headings');
    for (const table of register.tables) {
      if (table.kind === 'summary') continue;
      for (const { field, column, heading, sheet = table.sheet } of table.columns) {
        const row = (table.pages?.find((page) => page.sheet === sheet) ?? table).headerRows.at(-1);
        if (row === undefined) continue;
        const own = fieldClass(table.kind, field);
        if (!run.leaving.has(`${table.kind}.${field}`) || own === 'open' || own === undefined) continue;
        const cell = { sheet, row, column };
        const value = run.rawCell ? cellText(run.rawCell(sheet, row, column)) : heading;
        out.findAt({ table, cell, field, value, params: { class: own } });
      }
    }
  },
  examples: {
    passes: [
      { families: [{ applicant: 'Ромашкина', level: 'BASE' }] },
      { families: [{ applicant: 'Ромашкина', level: 'BASE' }], leaving: ['families.level'] },
    ],
    fails: [
      { families: [{ applicant: 'Ромашкина' }], leaving: ['families.applicant'] },
      { members: [{ name: 'Ромашкин', disability: 'да' }], leaving: ['members.disability'] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина' }], isWithoutSheet: true }],
  },
});
