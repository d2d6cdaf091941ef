/** Headings that name several facts, and facts that stand in several columns. */
import { describe, expect, it } from 'vitest';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, rowsOf, tablesOf } from './testing-view.ts';

it('a heading that names several things is read as the first of them', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'Адрес проживания, телефон', 'Уровень', 'Дата договора'],
      ['1/25', 'Белова А.П.', 'г. Инта, ул. Мира, 5, т. 6-12-34', 'базовый', date('2025-02-01')],
    ]),
    sheet(
      [
        ['Дата выхода', 'ФИО гражданина, адрес', 'Результат посещения, принятые меры', 'ФИО специалиста'],
        [date('2026-01-12'), 'Белова А.П., ул. Мира, 5', 'беседа', 'Осипова О.И.'],
      ],
      { name: 'Выходы' },
    ),
  ]);
  expect(tablesOf(reading)).toEqual([
    'families 2-2: A caseNo, B applicant, C address, D level, E contractDate',
    'visits 2-2: A date, B applicant, C result, D specialist',
  ]);
});

it('a date beside the number of its document is that date', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'Дата и № заявления', 'Уровень', 'Дата договора'],
      ['1/25', 'Белова А.П.', '12.01.2026 № 3', 'базовый', date('2026-02-01')],
      ['2/25', 'Громова И.И.', '№ 5 от 31.02.2026', 'базовый', date('2026-02-01')],
      ['3/25', 'Носова И.И.', '№ 5', 'базовый', date('2026-02-01')],
    ]),
  ]);
  expect(fieldOf(reading, 'applicationDate')).toEqual(['2026-01-12', '?', '?']);
});

it('the term of a contract has a beginning and an end, and closes nothing', () => {
  const reading = read([
    sheet(
      [
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Срок действия договора', null],
        [null, null, null, 'с', 'по'],
        ['1/25', 'Белова А.П.', 'базовый', date('2026-01-15'), date('2027-01-15')],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] },
    ),
  ]);
  expect(tablesOf(reading)).toEqual(['families 3-3: A caseNo, B applicant, C level, D startDate, E programUntil']);
});

describe('a name over three columns', () => {
  it('of the applicant, beside a column that only sounds like a relation', () => {
    const reading = read([
      sheet([
        ['ID дела', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Статус', 'Уровень', 'Дата договора'],
        ['1/25', 'Белова', 'Анна', 'Петровна', date('1985-02-03'), 'активно', 'базовый', date('2025-02-01')],
        ['2/25', 'Ким', 'Инна', '-', date('1985-02-03'), 'закрыто', 'базовый', date('2025-02-01')],
      ]),
    ]);
    expect(fieldOf(reading, 'applicant')).toEqual(['Белова Анна Петровна', 'Ким Инна']);
    expect(fieldOf(reading, 'applicantBirthDate')).toEqual(['1985-02-03', '1985-02-03']);
    expect(reading.register.members).toEqual([]);
  });

  it('of members and specialists', () => {
    const reading = read([
      sheet(
        [
          ['№ дела', 'Фамилия', 'Имя', 'Отчество', 'Родство', 'Дата рождения'],
          ['1/25', 'Белов', 'Иван', 'Олегович', 'сын', date('2015-02-03')],
        ],
        { name: 'Состав семей' },
      ),
      sheet(
        [
          ['Фамилия', 'Имя', 'Отчество', 'Должность', 'Ставка'],
          ['Осипова', 'Ольга', 'Игоревна', 'специалист', 1],
        ],
        { name: 'Кадры' },
      ),
    ]);
    expect(reading.register.members.map(({ values }) => values.name)).toEqual(['Белов Иван Олегович']);
    expect(rowsOf(reading.register, 'specialists').map(([, { name }]) => name)).toEqual(['Осипова Ольга Игоревна']);
  });
});

it('a section names its category in other words than the list, and ends the one before', () => {
  const reading = read([
    sheet([
      ['№', 'ФИО заявителя', 'Уровень', 'Дата договора'],
      ['Замещающие семьи'],
      [1, 'Белова А.П.', 'базовый', date('2025-02-01')],
      ['Семьи, находящиеся в СОП'],
      [2, 'Громова И.И.', 'базовый', date('2025-02-01')],
    ]),
  ]);
  expect(fieldOf(reading, 'categories')).toEqual([['CAT01'], ['CAT08']]);
});

it('columns of marks of two lists stand side by side, one of them unknown', () => {
  const head = ['№ дела', 'ФИО матери', 'Многодетная', 'СОП', 'Прочее', 'Адаптац.', 'Базовый', 'Кризисный', 'Куратор'];
  const reading = read([
    sheet([
      [...head, 'Дата договора'],
      ['1/25', 'Белова А.П.', '+', '+', null, null, '+', null, 'Осипова О.И.', date('2025-02-01')],
      ['2/25', 'Громова И.И.', null, '+', null, null, null, '+', 'Осипова О.И.', date('2025-02-01')],
    ]),
  ]);
  expect(fieldOf(reading, 'categories')).toEqual([['CAT04', 'CAT08'], ['CAT08']]);
  expect(fieldOf(reading, 'level')).toEqual(['BASE', 'CRISIS']);
});

it.each<[string, readonly (string | number)[]]>([
  ['01 … 12', ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']],
  ['1 … 12', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
])('twelve columns %s are the months of the year', (_, months) => {
  const reading = read([
    sheet([
      ['План-график посещений семей на 2026 год'],
      ['№', 'ФИО заявителя', 'Уровень', 'Дата договора', ...months],
      [1, 'Белова А.П.', 'базовый', date('2025-02-01'), '12, 26', '9'],
      [2, 'Громова И.И.', 'базовый', date('2025-02-01'), '13', '10, 24'],
    ]),
  ]);
  expect(fieldOf(reading, 'visitDates')).toEqual([
    ['2026-01-12', '2026-01-26', '2026-02-09'],
    ['2026-01-13', '2026-02-10', '2026-02-24'],
  ]);
});

it('date and reason of the registration stand in one cell', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата и основание постановки на учёт (№ постановления КДНиЗП)'],
      ['1/25', 'Белова А.П.', 'базовый', '12.01.2026 пост. № 3'],
      ['2/25', 'Громова И.И.', 'базовый', '12.02.2026 пост. № 4'],
    ]),
  ]);
  expect(fieldOf(reading, 'registeredOn')).toEqual(['2026-01-12', '2026-02-12']);
});
