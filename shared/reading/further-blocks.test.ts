/** A wide form on two pages: further columns of the same records below them. */
import { describe, expect, it } from 'vitest';
import { fieldCell } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { rowsOf, skippedOf, tablesOf } from './testing-view.ts';

const FIRST = ['№ п/п', '№ дела', 'ФИО заявителя', 'Уровень'];
const FAMILIES: readonly (readonly CellValue[])[] = [
  [1, '1/25', 'Белова А.П.', 'базовый'],
  [2, '2/25', 'Осипова О.И.', 'кризисный'],
  [3, '3/25', 'Носова В.В.', 'базовый'],
];
const SECOND = ['№ п/п', 'Дата договора', 'Дата начала сопровождения', 'Куратор'];
const further = (no: number, day: string, curator: string | null): readonly CellValue[] => [
  no,
  date(day),
  date('2025-03-05'),
  curator,
];

describe('a second block of headings', () => {
  it('goes on with the records above, by their numbers and in any order', () => {
    const reading = read([
      sheet([
        FIRST,
        ...FAMILIES,
        [],
        SECOND,
        further(2, '2025-02-02', 'Громова Т.Т.'),
        further(1, '2025-02-01', null),
        further(3, '2025-02-03', 'Смирнова Е.Е.'),
      ]),
    ]);
    expect(tablesOf(reading)).toEqual([
      'families 2-4: A seq, B caseNo, C applicant, D level, B contractDate, C startDate, D curator',
    ]);
    expect(rowsOf(reading.register, 'families').map(([row, values]) => [row, values['contractDate']])).toEqual([
      [2, '2025-02-01'],
      [3, '2025-02-02'],
      [4, '2025-02-03'],
    ]);
    expect(skippedOf(reading)).toEqual(['6 repeated-heading']);
    const [family] = reading.register.families;
    if (!family) throw new Error('no family');
    expect(fieldCell(family, 'caseNo')).toMatchObject({ row: 2, column: 1 });
    expect(fieldCell(family, 'contractDate')).toMatchObject({ row: 8, column: 1 });
    expect(fieldCell(family, 'curator')).toMatchObject({ row: 8, column: 3 });
  });

  it('without numbers, where there are as many rows', () => {
    const rows = FAMILIES.map(() => ['Смирнова Е.Е.', date('2025-02-01')]);
    const reading = read([sheet([FIRST, ...FAMILIES, [], ['Куратор', 'Дата договора'], ...rows])]);
    expect(reading.register.families.map(({ values }) => values.curator)).toEqual(FAMILIES.map(() => 'Смирнова Е.Е.'));
  });

  it('is joined to nobody where the rows do not fit, and its rows are named', () => {
    const reading = read([
      sheet([FIRST, ...FAMILIES, [], ['Куратор', 'Дата договора'], ['Смирнова Е.Е.', date('2025-02-01')]]),
    ]);
    expect(reading.register.families).toHaveLength(3);
    expect(reading.register.tables[0]?.columns.map(({ field }) => field)).not.toContain('curator');
    expect(skippedOf(reading)).toEqual(['6 repeated-heading', '7 other']);
  });
});

it('«по н.в.» is no date, and no mistake', () => {
  const head = [...FIRST, 'Дата договора', 'Дата снятия'];
  const until = ['по н.в.', 'н.в.', 'по настоящее время'];
  const rows = FAMILIES.map((cells, at) => [...cells, date('2025-02-01'), until[at] ?? null]);
  const reading = read([sheet([head, ...rows])]);
  expect(reading.register.families.map(({ values }) => values.closedOn)).toEqual([null, null, null]);
});
