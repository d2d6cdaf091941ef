/** Whatever is edited: the copy holds it, all the rest is as it was, and undone edits leave no trace. */
import type { CellObject } from '@e965/xlsx';
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { a1, cellOfA1 } from '../../shared/domain/cell-address.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import type { CellEdit } from '../engine/workbook-port.ts';
import { openWorkbook } from './open-workbook.ts';
import { packageOf, textCell, textsOf } from './test-package.ts';
import { data, valueOf } from './testing-saved.ts';

describe('any edits of any workbook', () => {
  const address = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 6 }));
  const content = fc.oneof(
    fc.integer().map((number) => `<v>${number}</v>`),
    fc.constant('<f>A1+1</f><v>2</v>'),
    fc.constant(''),
  );
  const cells = fc.uniqueArray(fc.tuple(address, content, fc.nat(6)), {
    selector: ([place]) => place.join(),
    minLength: 1,
  });
  const value: fc.Arbitrary<CellEdit['value']> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }).map((one) => ({ kind: 'text', text: one }) as const),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((number) => ({ kind: 'number', number: number + 0 }) as const),
    fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => ({ kind: 'date', iso: date.toISOString().slice(0, 10) }) as const),
    fc.constant({ kind: 'empty' } as const),
  );

  it('are in the copy, for us and for the library; the rest is as it was; undone, the file is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.array(fc.tuple(address, value), { maxLength: 12 }),
        fc.boolean(),
        async (start, edits, isDate1904) => {
          const byRow = Map.groupBy(start, ([[row]]) => row);
          const rows = [...byRow].map(
            ([row, list]) =>
              `<row r="${row}">${list.map(([[, column], xml, format]) => `<c r="${a1(row, column)}" s="${format}">${xml}</c>`).join('')}</row>`,
          );
          const bytes = packageOf({
            sheets: [{ name: 'A', xml: data(`<row r="20">${textCell('A20', 'x')}</row>${rows.join('')}`) }],
            isDate1904,
          });
          const workbook = await openWorkbook('a.xlsx', bytes);
          const untouched = new Map<string, CellValue>();
          for (const { row, cells: list } of (await workbook.readCells())[0]?.rows ?? []) {
            list.forEach((one, column) => untouched.set(a1(row, column), one ?? null));
          }
          const outcomes = await workbook.write(
            edits.map(([[row, column], one]) => ({ cell: { sheet: 'A', row, column }, value: one })),
          );
          expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
          for (const outcome of outcomes) {
            const { row, column } = outcome.cell;
            if (outcome.ok) untouched.set(a1(row, column), outcome.now);
          }
          const copyBytes = await workbook.saveCopy();
          const [before, after] = [textsOf(bytes), textsOf(copyBytes)];
          const others = Object.keys(before).filter((name) => !/sheet1|styles|workbook\.xml$/.test(name));
          expect(others.map((name) => after[name])).toEqual(others.map((name) => before[name]));
          const copy = await openWorkbook('a.xlsx', copyBytes);
          const theirs: readonly (readonly (CellObject | undefined)[] | undefined)[] =
            read(copyBytes, { dense: true }).Sheets['A']?.['!data'] ?? [];
          const places = [...untouched.keys()];
          expect(await Promise.all(places.map((place) => valueOf(copy, place)))).toEqual([...untouched.values()]);
          const numbers = [...untouched].filter(([, one]) => typeof one === 'number');
          const theirNumber = (place: string): unknown => {
            const { row = 1, column = 0 } = cellOfA1(place) ?? {};
            return theirs[row - 1]?.[column]?.v;
          };
          expect(numbers.map(([place]) => theirNumber(place))).toEqual(numbers.map(([, one]) => one));
          await workbook.write(
            outcomes.toReversed().map((outcome) => ({
              cell: outcome.cell,
              value: { kind: 'restore', before: outcome.ok && outcome.before },
            })),
          );
          expect(workbook.hasUnsavedEdits()).toBe(!Buffer.from(copyBytes).equals(bytes));
          expect(await workbook.saveCopy()).toEqual(bytes);
          expect(workbook.hasUnsavedEdits()).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
