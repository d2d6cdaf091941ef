/** Whatever stands in a workbook: reading ends, throws nothing, and points only at cells that exist. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellArea, CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { HEADING_ALIASES } from './heading-aliases.ts';
import { readWorkbookSteps } from './read-workbook.ts';
import { AS_OF } from './testing-sheet.ts';
import { TESTING_PACK } from './testing-pack.ts';

const headings = Object.values(HEADING_ALIASES).flatMap((fields) => Object.values(fields).flat());
const texts = [
  'базовый',
  'СОП',
  '№ 5 от 01.02.2025',
  '31.02.2025',
  'Итого',
  'из них:',
  'в том числе:',
  'Северный район',
  'Куратор: Иванова А.П.',
  '12/31',
  '12 (5)',
  'нет',
  '-',
  'X',
  '(1',
  'январь 2026',
  'I квартал',
  '2026',
  'Состоит на начало периода',
  '«',
  '\n',
  ' ',
  '1',
  '2',
  '3',
];

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom(...headings) },
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 60_000 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.record({ serial: fc.oneof(fc.integer({ min: 40_000, max: 47_000 }), fc.double()) }) },
  { weight: 1, arbitrary: fc.record({ error: fc.constantFrom('#REF!', '#N/A') }) },
);

const area: fc.Arbitrary<CellArea> = fc
  .record({
    top: fc.integer({ min: 1, max: 30 }),
    left: fc.nat(12),
    height: fc.oneof(fc.nat(5), fc.constant(1_048_575)),
    width: fc.oneof(fc.nat(5), fc.constant(16_383)),
  })
  .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }));

const sheets: fc.Arbitrary<SheetCells> = fc
  .record({
    name: fc.constantFrom('Лист1', 'Базовый', 'Журнал выходов', 'Отчет', ''),
    visibility: fc.constantFrom('visible', 'hidden', 'veryHidden'),
    rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 30 }),
    gap: fc.constantFrom(1, 1, 1, 40_000),
    merges: fc.array(area, { maxLength: 8 }),
    hiddenColumns: fc.array(fc.nat(12), { maxLength: 3 }),
  })
  .map(({ rows, gap, hiddenColumns, ...rest }) => ({
    ...rest,
    rows: rows.map((cells, at) => ({ row: 1 + at * gap, cells, ...(at % 5 === 4 ? { hidden: true } : {}) })),
    hiddenColumns: new Set(hiddenColumns),
  }));

describe('reading anything at all', () => {
  it('ends and points only at rows that exist', () => {
    fc.assert(
      fc.property(fc.array(sheets, { maxLength: 3 }), fc.boolean(), (workbook, includeHidden) => {
        const steps = readWorkbookSteps(workbook, { pack: TESTING_PACK, asOf: AS_OF, includeHidden });
        let count = 0;
        let step = steps.next();
        for (; !step.done && count < 1000; count += 1) step = steps.next();
        expect(step.done).toBe(true);
        if (!step.done) return;
        const { register, account } = step.value;
        expect(account.sheets.map(({ sheet }) => sheet)).toEqual(workbook.map(({ name }) => name));
        const rowsOf = new Map(workbook.map(({ name, rows }) => [name, new Set(rows.map(({ row }) => row))]));
        const isUnique = new Set(workbook.map(({ name }) => name)).size === workbook.length;
        const records = [
          ...register.families,
          ...register.members,
          ...register.visits,
          ...register.measures,
          ...register.specialists,
        ];
        for (const record of isUnique ? records : [])
          expect(rowsOf.get(record.table.sheet)?.has(record.row)).toBe(true);
        for (const { figures, relations } of register.reports) {
          for (const { whole, parts } of relations)
            for (const at of [whole, ...parts]) expect(figures[at]).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});
