/** Columns left empty for looks, headings over two rows that are not merged, sections right under the heading. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { familyRowsOf, fieldOf, tablesOf } from './testing-view.ts';

const STARTED = date('2025-02-01');
const LEFT: readonly (readonly CellValue[])[] = [
  ['№', '№ дела', 'ФИО заявителя', 'Дата следующего выхода', 'Специалист'],
  [1, '1/25', 'Белова А.П.', date('2026-11-12'), 'Осипова О.И.'],
  [2, '2/25', 'Громова И.И.', null, 'Осипова О.И.'],
  [3, '3/25', 'Лукина Е.А.', date('2026-11-14'), 'Ежова А.П.'],
];
const beside = (right: readonly (readonly CellValue[])[]) =>
  sheet(LEFT.map((row, at) => [...row, null, ...(right[at] ?? [])]));

describe('a column that stands empty', () => {
  it.each([
    [
      'steps of the procedure',
      [
        ['Категория семьи', 'Уровень', 'Дата договора', 'Дети (ФИО, дата рождения)'],
        ['СОП', 'базовый', STARTED, 'Егор, 05.06.2015'],
        ['ТЖС', 'кризисный', STARTED, 'Мила, 07.09.2015'],
        ['СОП', 'базовый', STARTED, 'Яна, 07.09.2016'],
      ],
      'G categories, H level, I contractDate, J children',
    ],
    [
      'marks, which a report form might have',
      [
        ['Уровень адаптационный', 'Уровень базовый', 'Дата договора'],
        ['+', null, STARTED],
        [null, '+', STARTED],
        [null, '+', STARTED],
      ],
      'G level, H level, I contractDate',
    ],
  ])('cuts no register in two: %s', (_, right, columns) => {
    const reading = read([beside(right)]);
    expect(tablesOf(reading)).toEqual([
      `families 2-4: A seq, B caseNo, C applicant, D nextVisit, E curator, ${columns}`,
    ]);
    expect(fieldOf(reading, 'contractDate')).toEqual(['2025-02-01', '2025-02-01', '2025-02-01']);
  });

  it('loses nothing of a part that would be no table by itself', () => {
    const reading = read([
      sheet([
        ['№', 'Телефон', 'СНИЛС', null, 'ФИО заявителя', 'Категория семьи', 'Уровень', 'Дата договора'],
        [1, '+7 912 345-67-89', '112-233-445 95', null, 'Белова А.П.', 'СОП', 'базовый', STARTED],
        [2, '+7 912 345-67-80', '112-233-445 95', null, 'Громова И.И.', 'СОП', 'базовый', STARTED],
      ]),
    ]);
    expect(fieldOf(reading, 'phone')).toEqual(['+7 912 345-67-89', '+7 912 345-67-80']);
  });

  it('is told by the rows of the register alone, whatever stands below it', () => {
    const right = [
      ['Категория семьи', 'Уровень', 'Дата договора'],
      ['СОП', 'базовый', STARTED],
      ['ТЖС', 'кризисный', STARTED],
      ['СОП', 'базовый', STARTED],
    ];
    const { rows } = beside(right);
    const journal = ['Дата посещения', 'ФИО заявителя', 'Специалист', 'Вид посещения'];
    const visits = [1, 2, 3, 4, 5, 6].map((day) => [
      date(`2026-03-0${day}`),
      'Белова А.П.',
      'Осипова О.И.',
      'плановое',
    ]);
    const reading = read([sheet([...rows.map(({ cells }) => cells), [], journal, ...visits])]);
    expect(reading.register.tables.map(({ kind, firstRow }) => [kind, firstRow])).toEqual([
      ['families', 2],
      ['visits', 7],
    ]);
  });

  it('parts registers that each name their families, and lists of another length', () => {
    const head = ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора'];
    const apart = read([
      sheet([
        [...head, null, ...head],
        ['1/25', 'Белова А.П.', 'базовый', STARTED, null, '3/25', 'Лукина Е.А.', 'базовый', STARTED],
        ['2/25', 'Громова И.И.', 'базовый', STARTED, null, '4/25', 'Рощина А.А.', 'базовый', STARTED],
      ]),
    ]);
    expect(fieldOf(apart, 'caseNo')).toEqual(['1/25', '2/25', '3/25', '4/25']);
    const staff = [
      ['ФИО', 'Должность'],
      ['Осипова О.И.', 'психолог'],
    ];
    expect(tablesOf(read([beside(staff)])).at(-1)).toBe('specialists 2-2: G name, H position');
  });
});

const family = (no: number): readonly CellValue[] => [
  no,
  `Белова А.${no === 1 ? 'П' : 'И'}.`,
  'базовый',
  `П-${no}`,
  STARTED,
  date('2026-10-12'),
  'СОП',
];

const dated = (no: number): readonly CellValue[] => [
  no,
  `Белова А.${no === 1 ? 'П' : 'И'}.`,
  date('1985-05-05'),
  no,
  STARTED,
  STARTED,
  'СОП',
];

describe('a heading over two rows that are not merged', () => {
  const SINGLE = ['№', 'ФИО заявителя', 'Уровень', 'Протокол комиссии', 'Договор', 'Выходы в семью', 'Категория семьи'];
  it.each([
    ['every word below is one of headings', [null, null, null, 'номер', 'от', 'последний']],
    ['some are not', [null, null, null, 'номер', 'дата', 'последний', 'краткая']],
  ])('is read as one where %s', (_, below) => {
    const reading = read([sheet([SINGLE, below, family(1), family(2)])]);
    expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[1, 2]]);
    expect(tablesOf(reading)).toEqual([
      'families 3-4: A seq, B applicant, C level, D decisionNo, E contractDate, F lastVisit, G categories',
    ]);
  });

  it('holds a single word in capitals that two words of a name could be', () => {
    const reading = read([sheet([SINGLE, [null, null, null, null, 'ДАТА ЗАКЛЮЧЕНИЯ'], family(1), family(2)])]);
    expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[1, 2]]);
  });

  it.each([
    ['Приложение № 3 к приказу', 'лист 1'],
    ['Начат: 12.01.2026', 'экз. № 2'],
    ['КЦСОН «Исток»', 'копия'],
  ])('takes no line of a title into it: %s | %s', (left, right) => {
    const reading = read([sheet([[left, null, null, null, right], SINGLE, family(1), family(2)])]);
    expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[2]]);
  });

  it('begins no other table where it is printed again', () => {
    const below = [null, null, null, 'номер', 'от', 'последний', 'краткая'];
    const reading = read([sheet([SINGLE, below, family(1), SINGLE, below, family(2)])]);
    expect(tablesOf(reading)).toEqual([
      'families 3-6: A seq, B applicant, C level, D decisionNo, E contractDate, F lastVisit, G categories',
    ]);
    expect(familyRowsOf(reading)).toEqual([3, 6]);
  });

  it('is read as one also where each of its rows would do by itself', () => {
    const head = ['№', 'ФИО', 'Заявитель', 'Реквизиты договора', 'Дата акта ЖБУ', 'Уровень', 'Категория семьи'];
    const below = [null, null, 'д.р.', 'номер', null, 'перевод'];
    const reading = read([sheet([head, below, ['Куратор: Осипова О.И.'], dated(1), dated(2)])]);
    expect(tablesOf(reading)).toEqual([
      'families 3-5: A seq, B applicant, C applicantBirthDate, D contractNo, E surveyDate, F transfers, G categories',
    ]);
    expect(familyRowsOf(reading)).toEqual([4, 5]);
  });

  it('goes as far down as its merged cells', () => {
    const merges = ['B', 'C', 'D', 'E', 'F', 'G'].map((column) => `${column}1:${column}2`);
    const reading = read([sheet([SINGLE, ['Сведения о лице'], family(1), family(2)], { merges })]);
    expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[1, 2]]);
  });

  it('reaches down to the row of numbers', () => {
    const below = [null, null, null, 'регистр.', null, 'крайний по счёту'];
    const reading = read([sheet([SINGLE, below, [1, 2, 3, 4, 5, 6, 7], family(1), family(2)])]);
    expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[1, 2]]);
    expect(familyRowsOf(reading)).toEqual([4, 5]);
  });

  it.each(['январь 2026', 'Северный', 'Поставлены на учёт в январе'])(
    'holds no section in the first column: %s',
    (section) => {
      const reading = read([sheet([SINGLE, [section], family(1), family(2)])]);
      expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[1]]);
      expect(familyRowsOf(reading)).toEqual([3, 4]);
    },
  );

  it.each(['Северный район', 'Базовый уровень', 'Поставлены на учёт в январе', 'ЯНВАРЬ'])(
    'holds no section that stands under a column further right: %s',
    (section) => {
      const reading = read([sheet([SINGLE, [null, section], family(1), family(2)])]);
      expect(reading.register.tables.map(({ headerRows }) => headerRows)).toEqual([[1]]);
      expect(fieldOf(reading, 'applicant')).toEqual(['Белова А.П.', 'Белова А.И.']);
    },
  );
});
