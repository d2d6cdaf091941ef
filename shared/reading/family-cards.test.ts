/** Cards of families: labels on the left, values on the right. */
import { describe, expect, it } from 'vitest';
import { a1 } from '../domain/cell-address.ts';
import { fieldCell } from '../domain/register.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';
import { rowsOf } from './testing-view.ts';

const card = (name: string, more: readonly (readonly CellValue[])[] = []): SheetCells =>
  sheet(
    [
      ['КАРТА СЕМЬИ'],
      ['Номер дела:', '12/25'],
      ['ФИО заявителя:', name],
      ['Категория семьи', 'СОП'],
      ['Уровень сопровождения', 'базовый'],
      ['Номер и дата договора', '№ 5 от 01.02.2025'],
      ['Куратор', 'Осипова  О.И.'],
      ['Дата снятия', null],
      ['Дети', 'Белов Иван, 05.06.2012'],
      ...more,
    ],
    { name },
  );

describe('a card', () => {
  it('is a record whose fields stand on cells of their own', () => {
    const { register, account } = read([card('Белова А.П.')]);
    expect(rowsOf(register, 'families')).toEqual([
      [
        2,
        {
          caseNo: '12/25',
          applicant: 'Белова А.П.',
          categories: ['CAT08'],
          level: 'BASE',
          contractNo: '5',
          contractDate: '2025-02-01',
          curator: 'Осипова  О.И.',
          children: [['Белов Иван', '2012-06-05']],
        },
      ],
    ]);
    const [family] = register.families;
    const cells = ['caseNo', 'contractDate', 'closedOn'].map((field) => family && fieldCell(family, field));
    expect(cells.map((cell) => cell && a1(cell.row, cell.column))).toEqual(['B2', 'B6', 'B8']);
    expect(account.sheets[0]?.tables[0]).toMatchObject({ kind: 'families', records: 1, isCard: true });
    const { findings } = checkRegister(register, { pack: TESTING_PACK, asOf: AS_OF });
    const untidy = findings.filter(({ rule }) => rule === 'cell/untidy');
    expect(untidy.map(({ cell }) => a1(cell.row, cell.column))).toEqual(['B7']);
  });

  it('of each sheet is a family, and its members are theirs', () => {
    const members = [['Члены семьи'], ['ФИО', 'Родство', 'Дата рождения'], ['Громов Пётр', 'сын', date('2015-02-03')]];
    const { register } = read([card('Белова А.П.'), card('Громова И.И.', members)]);
    expect(register.families.map(({ values }) => values.applicant)).toEqual(['Белова А.П.', 'Громова И.И.']);
    expect(register.members.map(({ family }) => family?.values.applicant)).toEqual(['Громова И.И.']);
  });

  it('several of them may stand below each other, two labels on a line', () => {
    const { register } = read([
      sheet([
        ['Карточка № 1'],
        ['ФИО заявителя', 'Белова Анна Петровна', null, 'Куратор', 'Осипова О.И.'],
        ['Уровень', 'базовый', null, 'Дата договора', date('2025-02-01')],
        [],
        ['Карточка № 2'],
        ['ФИО заявителя', 'Громова И.И.', null, 'Куратор', 'Осипова О.И.'],
        ['Уровень', 'кризисный', null, 'Дата договора', '05.02.2025'],
      ]),
    ]);
    expect(rowsOf(register, 'families').map(([row, { applicant, level }]) => [row, applicant, level])).toEqual([
      [2, 'Белова Анна Петровна', 'BASE'],
      [6, 'Громова И.И.', 'CRISIS'],
    ]);
    const dates = register.families.map((row) => fieldCell(row, 'contractDate'));
    expect(dates.map((cell) => cell && a1(cell.row, cell.column))).toEqual(['E3', 'E7']);
  });
});

it.each<[string, readonly CellValue[]]>([
  ['their names above', ['Показатель', 'Белова А.П.', 'Громова И.И.']],
  ['their names below a title', ['Сведения о семьях']],
])('families that stand in columns, %s, are not read as one card, and named', (_, top) => {
  const { register, account } = read([
    sheet([
      top,
      ['№ дела', '1/25', '2/25'],
      ['ФИО заявителя', 'Белова Анна Петровна', 'Громова И.И.'],
      ['Уровень', 'базовый', 'кризисный'],
      ['Дата договора', date('2025-02-01'), date('2025-02-05')],
      ['Куратор', 'Осипова О.И.', null],
    ]),
  ]);
  expect(register.tables).toEqual([]);
  expect(account.sheets[0]?.leftOut).toBe('in-columns');
});

it('a remark beside the values of a card makes no second family', () => {
  const { register } = read([
    sheet([
      ['ФИО заявителя', 'Белова Анна Петровна', null],
      ['Уровень', 'базовый', 'повышен с адаптационного'],
      ['Дата договора', date('2025-02-01'), '№ 12'],
      ['Дата программы', date('2025-02-01'), '№ 12'],
      ['Куратор', 'Осипова О.И.', 'с 01.02.2025'],
    ]),
  ]);
  expect(rowsOf(register, 'families').map(([, { applicant }]) => applicant)).toEqual(['Белова Анна Петровна']);
});

it('a card with labels and values in one cell is not read, and named', () => {
  const lines = [
    'Место жительства: г. Тула',
    'Контактный тел.: 45-67-89',
    'Дата постановки: 01.02.2025',
    'Куратор: Осипова О.И.',
  ];
  const { account } = read([sheet(lines.map((line) => [line]))]);
  expect(account.sheets[0]?.leftOut).toBe('card');
});

it.each<[string, readonly (readonly CellValue[])[]]>([
  [
    'instructions',
    [
      ['Заполняйте столбцы'],
      ['Уровень', 'базовый, кризисный'],
      ['Дата договора', 'дд.мм.гггг'],
      ['Куратор', 'фамилия'],
    ],
  ],
  [
    'a list of abbreviations',
    [
      ['Сокращение', 'Значение'],
      ['СОП', 'социально опасное положение'],
      ['МД', 'многодетная'],
    ],
  ],
])('%s are no card', (_, rows) => {
  const { account } = read([sheet(rows, { name: 'Справка' })]);
  expect(account.sheets[0]?.leftOut).toBe('no-table');
});
