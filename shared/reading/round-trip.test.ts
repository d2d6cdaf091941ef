import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldSpec } from '../domain/fields.ts';
import { madeSheets } from './testing-register.ts';
import { read, shown } from './testing-sheet.ts';

describe('a register in any layout', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(madeSheets, (made) => {
        const { register } = read([made.cells]);
        const got = register.families.map((row) => {
          const wanted = made.rows.find((one) => one.row === row.row)?.expected ?? {};
          const values: Readonly<Record<string, unknown>> = row.values;
          return {
            row: row.row,
            expected: Object.fromEntries(
              Object.keys(wanted).map((field) => [
                field,
                shown(values[field], fieldSpec('families', field)?.type === 'date'),
              ]),
            ),
          };
        });
        expect(got).toEqual(made.rows);
        const columns = new Map(register.tables[0]?.columns.map(({ field, column }) => [field, column]));
        for (const [field, column] of Object.entries(made.columns))
          expect([field, columns.get(field)]).toEqual([field, column]);
      }),
      { numRuns: 150 },
    );
  });
});
