/** A register as it was printed: its rows page by page, and its columns on left and right pages. */
import { describe, expect, it } from 'vitest';
import { fieldCell } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, skippedOf, tablesOf } from './testing-view.ts';

const LEFT = ['№ п/п', '№ дела', 'ФИО заявителя', 'Уровень'];
const RIGHT = ['Дата договора', 'Дата постановки', 'Куратор', 'Примечание'];
const left = (no: number): readonly CellValue[] => [no, `${no}/25`, `Белова А.${'АБВГД'.charAt(no)}.`, 'базовый'];
const right = (no: number): readonly CellValue[] => [
  date(`2025-02-0${no}`),
  date('2025-02-09'),
  'Осипова О.И.',
  `лист ${no}`,
];

const page = (first: number): readonly (readonly CellValue[])[] => [
  LEFT,
  [1, 2, 3, 4],
  left(first),
  left(first + 1),
  [],
  RIGHT,
  [5, 6, 7, 8],
  right(first),
  right(first + 1),
  [],
];

it('headings printed again are no values of their columns', () => {
  const head = [...LEFT, 'Телефон', 'Телефон', 'Дата договора'];
  const pages = [1, 2, 3, 4].flatMap((no) => [
    head,
    [...left(no), `8-912-345-67-1${no}`, `8-912-345-68-1${no}`, date(`2025-02-0${no}`)],
    [],
  ]);
  const [table] = read([sheet(pages)]).register.tables;
  expect(table?.columns.map(({ field }) => field)).toEqual([
    'seq',
    'caseNo',
    'applicant',
    'level',
    'phone',
    'contractDate',
  ]);
  expect(table?.duplicateHeadings).toEqual([{ field: 'phone', column: 5, row: 1 }]);
});

it('page totals and what is carried over are no families', () => {
  const reading = read([
    sheet([
      ['ЖУРНАЛ УЧЕТА СЕМЕЙ'],
      LEFT,
      [1, 2, 3, 4],
      left(1),
      ['Итого по странице', null, 1],
      [],
      ['Лист 2'],
      LEFT,
      [1, 2, 3, 4],
      ['Перенос с листа 1', null, 1],
      left(2),
      ['К переносу', null, 2],
      ['Страница 3'],
      [1, 2, 3, 4],
      ['Перенесено с предыдущей страницы', null, 2],
      left(3),
      ['Всего с начала журнала', null, 3],
    ]),
  ]);
  expect(fieldOf(reading, 'caseNo')).toEqual(['1/25', '2/25', '3/25']);
  expect(skippedOf(reading)).toEqual([
    '3 number-row',
    '5 total',
    '7 section',
    '8 repeated-heading',
    '9 number-row',
    '10 total',
    '12 total',
    '13 section',
    '14 number-row',
    '15 total',
    '17 total',
  ]);
});

describe('left and right pages', () => {
  it('one below the other, page after page, joined by their place', () => {
    const reading = read([sheet([...page(1), ...page(3)])]);
    expect(tablesOf(reading)).toEqual([
      'families 3-14: A seq, B caseNo, C applicant, D level, A contractDate, B registeredOn, C curator, D note',
    ]);
    expect(fieldOf(reading, 'contractDate')).toEqual(['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04']);
    const last = reading.register.families.at(-1);
    expect(last && fieldCell(last, 'note')).toMatchObject({ row: 19, column: 3 });
    expect(skippedOf(reading)).toHaveLength(7);
  });

  it('joined by № п/п, also where a page lacks a row', () => {
    const reading = read([
      sheet([
        LEFT,
        [1, 2, 3, 4],
        left(1),
        left(2),
        ['№ п/п', ...RIGHT],
        [1, 5, 6, 7, 8],
        [1, ...right(1)],
        [2, ...right(2)],
        LEFT,
        [1, 2, 3, 4],
        left(3),
        left(4),
        ['№ п/п', ...RIGHT],
        [1, 5, 6, 7, 8],
        [4, ...right(4)],
      ]),
    ]);
    expect(fieldOf(reading, 'note')).toEqual(['лист 1', 'лист 2', null, 'лист 4']);
  });

  it('a page whose rows do not fit is joined to nobody, and its rows are named', () => {
    const reading = read([
      sheet([LEFT, left(1), left(2), RIGHT, right(1), right(2), LEFT, left(3), left(4), RIGHT, right(4)]),
    ]);
    expect(fieldOf(reading, 'note')).toEqual(['лист 1', 'лист 2', null, null]);
    expect(skippedOf(reading)).toContain('11 other');
  });

  it('side by side, with the number again on the right page', () => {
    const reading = read([
      sheet([
        [...LEFT, null, '№ п/п', ...RIGHT],
        [1, 2, 3, 4, null, 1, 5, 6, 7, 8],
        [...left(1), null, 1, ...right(1)],
        [...left(2), null, 2, ...right(2)],
      ]),
    ]);
    expect(fieldOf(reading, 'note')).toEqual(['лист 1', 'лист 2']);
    expect(skippedOf(reading)).toEqual(['2 number-row']);
  });
});

it.each([
  ['letters before the figures', ['А', 'Б', 1, 2], true],
  ['figures as text', ['1', '2', '3', '4'], true],
  ['any other figures', [1, 3, 5, 7], false],
])('a row of numbers: %s', (_, numbers, isNumberRow) => {
  const reading = read([sheet([LEFT, left(1), numbers, left(2)])]);
  expect(skippedOf(reading).includes('3 number-row')).toBe(isNumberRow);
});

const TWO_ROWS: readonly (readonly CellValue[])[] = [
  [
    '№',
    'Фамилия Имя Отчество родителей<1>',
    'Дата рождения заявителя',
    'Несовершеннолетние дети',
    null,
    'Проживает по адресу',
    'Социальный статус',
    'Сопровождение',
    null,
    null,
    null,
    'Документы',
    null,
    null,
    null,
  ],
  [
    null,
    null,
    null,
    'Ф.И.О.',
    'дата рождения',
    null,
    null,
    'уровень',
    'начало',
    'конец',
    'специалист',
    'заявление (дата)',
    'акт (дата)',
    'договор (дата)',
    'договор (№)',
  ],
  Array.from({ length: 15 }, (_, at) => String(at + 1)),
];
const underTwoRows = (no: number): readonly CellValue[] => [
  no,
  `Белова Анна ${'АБВГ'.charAt(no - 1)}ьвовна`,
  date('1990-04-01'),
  'Белова Ольга Ильинична',
  date('2015-02-03'),
  'г. Инта, ул. Мира, 5',
  'неполная',
  'базовый',
  date('2025-02-09'),
  null,
  'Смирнова Е.Е.',
  date('2025-01-20'),
  date('2025-01-25'),
  date('2025-02-01'),
  `${no}/25`,
];

it('numbers of columns that are texts are no part of a heading in two rows printed again', () => {
  const rows = [...TWO_ROWS, underTwoRows(1), underTwoRows(2), ...TWO_ROWS, underTwoRows(3), underTwoRows(4)];
  const { tables, families } = read([sheet(rows)]).register;
  expect(tables).toHaveLength(1);
  expect(families.map(({ values }) => values.contractNo)).toEqual(['1/25', '2/25', '3/25', '4/25']);
});
