/** Workbooks of whatever can stand in cells, mixed with what reading looks for, so that it believes there are tables. */
import * as fc from 'fast-check';
import type { CellArea, CellValue, SheetCells } from '../../shared/domain/sheet-cells.ts';
import { HEADING_ALIASES } from '../../shared/reading/heading-aliases.ts';

const headings = Object.values(HEADING_ALIASES).flatMap((fields) => Object.values(fields).flat());

const WORDS = [
  'базовый',
  'кризисный / 12.05.2026 экстренный',
  'СОП',
  '№ 5 от 01.02.2025',
  '31.02.2025',
  '12.05.2026; 31.04.2026',
  'Итого',
  'из них:',
  'Северный район',
  'Куратор: Ветрова А.П.',
  'Осокина Анна, 01.02.2015; Лев, 2019 г.р.',
  '12 (5)',
  'нет',
  '-',
  'X',
  'март 2026',
  'I квартал 2026',
  'одобрено',
  'отказано',
  '112-233-445 95',
  '+7 912 345-67-89',
  'положительная динамика',
];
const NASTY = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '\uD800',
  'a\uDC00b',
  '\u0000',
  '\u0007\u001B[31m',
  '\u202E\u200F',
  '\uFEFF',
  '=HYPERLINK("x")',
  '{0, plural, other {#}}',
  '{applicant}',
  '<b>&amp;',
  '%s%n',
  '9'.repeat(400),
  '1e308',
  '-0',
  'İıſК',
  '🧒🏽'.repeat(20),
];
/** What a pattern that looks back too often would choke on: the most that a cell of Excel can hold. */
export const HUGE = ['\t', ' ', '0', 'A', 'а', '(', '-', '0\n\n', '1 (', 'вн', 'с в', 'г. ', '[', '01.01.'].map(
  (part) => `${part.repeat(Math.floor(32_000 / part.length))}!`,
);

const number = fc.constantFrom(0, -1, 1, 3.5, 1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER, 46_000, 1e15, Number.NaN);

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.constantFrom(...headings) },
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 3, arbitrary: fc.integer({ min: -5, max: 60_000 }) },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 4, arbitrary: fc.integer({ min: 45_000, max: 46_400 }).map((serial) => ({ serial })) },
  { weight: 1, arbitrary: number.map((serial) => ({ serial })) },
  { weight: 1, arbitrary: fc.constantFrom('#REF!', '#N/A', '', '__proto__').map((error) => ({ error })) },
);

const area: fc.Arbitrary<CellArea> = fc
  .record({
    top: fc.integer({ min: 1, max: 30 }),
    left: fc.nat(12),
    height: fc.oneof(fc.nat(4), fc.constant(1_048_575)),
    width: fc.oneof(fc.nat(4), fc.constant(16_383)),
  })
  .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }));

/** A row of headings and rows below it, so that there is a table in most sheets. */
const grid: fc.Arbitrary<readonly (readonly CellValue[])[]> = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 2 }),
    fc.array(fc.constantFrom<CellValue>(...headings), { minLength: 2, maxLength: 12 }),
    fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 14 }),
  )
  .map(([above, head, below]) => [...above, head, ...below]);

const sheet: fc.Arbitrary<Omit<SheetCells, 'name'>> = fc
  .record({
    visibility: fc.constantFrom('visible', 'visible', 'visible', 'hidden', 'veryHidden'),
    rows: grid,
    gap: fc.constantFrom(1, 1, 1, 30_000),
    merges: fc.array(area, { maxLength: 4 }),
    hiddenColumns: fc.array(fc.nat(12), { maxLength: 2 }),
  })
  .map(({ rows, gap, hiddenColumns, ...rest }) => ({
    ...rest,
    rows: rows.map((cells, at) => ({ row: 1 + at * gap, cells, ...(at % 5 === 4 ? { hidden: true } : {}) })),
    hiddenColumns: new Set(hiddenColumns),
  }));

const NAMES = [
  'Реестр',
  '__proto__',
  'Журнал выходов',
  'Отчет за 1 квартал 2026',
  'constructor',
  "О'Брайен!A1",
  'Базовый',
];

/** One to three sheets with names of their own. */
export const garbageWorkbooks: fc.Arbitrary<readonly SheetCells[]> = fc
  .tuple(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.shuffledSubarray(NAMES, { minLength: 3 }))
  .map(([sheets, names]) => sheets.map((one, index) => ({ ...one, name: names[index] ?? '' })));

/** The time a sheet may take is measured by them. */
export const COLUMNS_A_SHEET = 6;

/** Sheets of a few columns each, with one of the longest texts in every cell of a row; all fields have their turn. */
export function hugeSheets(text: string): readonly SheetCells[] {
  return Object.entries(HEADING_ALIASES).flatMap(([kind, fields]) => {
    const all = Object.values(fields).map(([first]) => first ?? null);
    const parts = Array.from({ length: Math.ceil(all.length / COLUMNS_A_SHEET) }, (_, index) =>
      all.slice(index * COLUMNS_A_SHEET, (index + 1) * COLUMNS_A_SHEET),
    );
    return parts.map((head, part): SheetCells => {
      const rows = [head, head.map(() => text), head.map(() => 'базовый')];
      return {
        name: `${kind} ${part + 1}`,
        visibility: 'visible',
        rows: rows.map((cells, index) => ({ row: index + 1, cells })),
        merges: [],
        hiddenColumns: new Set(),
      };
    });
  });
}
