import type { FieldOf } from '../../domain/fields.ts';
import type { Table } from '../../domain/register.ts';
import { registerRule } from '../rule.ts';

/** Without these most rules cannot judge. */
const NEEDED = [
  'applicant',
  'categories',
  'curator',
  'level',
  'contractDate',
] as const satisfies readonly FieldOf<'families'>[];

/** A register that lacks what the rules live on. One finding per field, on the first sheet that lacks it. */
export const columnMissing = registerRule({
  id: 'table/column-missing',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'register',
  tables: ['families'],
  reads: NEEDED,
  needs: [],
  prepare: (run) => {
    if (!run.hasTable('families')) return run.skip('table-missing', 'table:families');
    return (register, _links, out) => {
      const tables = register.tables.filter(({ kind, headerRows }) => kind === 'families' && headerRows.length > 0);
      if (tables.length === 0) out.skip('not-sent', 'headings');
      for (const field of NEEDED) {
        const table = tables.find((one) => !gives(one, field));
        const row = table?.headerRows[0];
        if (!table || row === undefined) continue;
        out.findAt({
          table,
          cell: { sheet: table.sheet, row, column: 0 },
          field,
          value: '',
          params: { sheet: table.sheet },
        });
      }
    };
  },
  examples: {
    passes: [
      {
        families: [
          { applicant: 'Ромашкина', categories: 'CAT05', curator: 'Ландышева', level: 'BASE', contractDate: null },
        ],
      },
      {
        families: [
          {
            applicant: 'Ромашкина',
            categories: 'CAT05',
            curator: 'Ландышева',
            level: 'BASE',
            given: ['level'],
            contractDate: null,
          },
        ],
      },
    ],
    fails: [{ families: [{ applicant: 'Ромашкина', categories: 'CAT05', curator: 'Ландышева', level: 'BASE' }] }],
    undecidable: [{ families: [{ applicant: 'Ромашкина' }], isWithoutSheet: true }, { visits: [{ caseNo: '1' }] }],
  },
});

function gives({ columns, givenFields }: Table, field: string): boolean {
  return givenFields.includes(field) || columns.some((column) => column.field === field);
}
