/** Headings that name several facts, and facts that stand in several columns. */
import { describe, expect, it } from 'vitest';
import { packById } from '../packs/packs.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { date, read, sheet, shown } from './testing-sheet.ts';
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
    'families 2-2: A caseNo, B applicant, C address, C phone, D level, E contractDate',
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

/** What a field of the last column holds, under a heading. */
function facts(heading: string, cells: readonly string[], field: string): unknown {
  return fieldOf(
    read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора', heading],
        ...cells.map((cell, at) => [`${at + 1}/25`, 'Белова А.П.', 'базовый', date('2025-02-01'), cell]),
      ]),
    ]),
    field,
  );
}

describe('what a cell says beside its fact', () => {
  it('is no reason to doubt its date, where every cell of the column is written so', () => {
    const cells = ['12.01.2026, сообщение школы', '13.01.2026 г., заявление родителя', '31.02.2026, сообщение полиции'];
    expect(facts('Дата поступления информации, источник', cells, 'applicationDate')).toEqual([
      '2026-01-12',
      '2026-01-13',
      '?',
    ]);
    expect(
      facts('Дата акта и Ф.И.О. специалиста', ['12.01.2026 Осипова О.И.', '13.01.2026 Носова В.Л.'], 'surveyDate'),
    ).toEqual(['2026-01-12', '2026-01-13']);
    expect(facts('Дата, номер заявления', ['12.01.26, вх. 15', '14.01.26, вх. 16'], 'applicationDate')).toEqual([
      '2026-01-12',
      '2026-01-14',
    ]);
  });

  it('in one cell of many it is a mistake', () => {
    const cells = ['12.01.2026', '13.01.2026', '14.01.2026 сообщение школы', '15.01.2026'];
    expect(facts('Дата заявления', cells, 'applicationDate')).toEqual(['2026-01-12', '2026-01-13', '?', '2026-01-15']);
  });

  it('is no part of the name of the applicant', () => {
    const reading = read([
      sheet([
        ['№ дела', 'Ф.И.О. родителей, дата рождения, место работы', 'Уровень', 'Дата договора'],
        ['1/25', 'Белова Анна Павловна, 12.03.1985, ООО «Лес»', 'базовый', date('2025-02-01')],
        ['2/25', 'Носова Вера Львовна, 01.04.1990 г., не работает', 'кризисный', date('2025-02-01')],
        ['3/25', 'Лукина Ольга Львовна, 1991 г.р.', 'кризисный', date('2025-02-01')],
      ]),
    ]);
    expect(fieldOf(reading, 'applicant')).toEqual([
      'Белова Анна Павловна',
      'Носова Вера Львовна',
      'Лукина Ольга Львовна',
    ]);
    expect(fieldOf(reading, 'applicantBirthDate')).toEqual(['1985-03-12', '1990-04-01', '1991-12-31']);
  });

  it('children beside each other in a cell, their birth dates beside each other in the next', () => {
    const reading = read([
      sheet(
        [
          ['№ дела', 'ФИО заявителя', 'Несовершеннолетние дети', null, 'Дата договора'],
          [null, null, 'Ф.И.О.', 'дата рождения', null],
          [
            '1/25',
            'Белова А.П.',
            'Белов Егор Ильич, Белова Ольга Ильинична',
            '21.02.2010, 06.01.2020',
            date('2025-02-01'),
          ],
          ['2/25', 'Носова В.Л.', 'Носов Пётр Ильич', '21.02.2012', date('2025-02-01')],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'] },
      ),
    ]);
    expect(
      reading.register.families[0]?.values.children?.map(({ name, birthDate }) => [name, shown(birthDate, true)]),
    ).toEqual([
      ['Белов Егор Ильич', '2010-02-21'],
      ['Белова Ольга Ильинична', '2020-01-06'],
    ]);
  });
});

describe('values that look like another fact than their heading speaks of', () => {
  const surnames = ['Белова', 'Осипова', 'Носова', 'Лукина', 'Ершова', 'Зимина'];
  it.each([
    ['Дата акта и Ф.И.О. проводившего', 'children', (at: number) => `1${at}.01.2025 Осипова О.И.`],
    ['Количество и возраст детей', 'level', (at: number) => `${(at % 3) + 1} (5, 1${at} лет)`],
  ])('under «%s» are not read as %s', (heading, field, cell) => {
    const rows = surnames.map((surname, at) => [
      `${at + 1}/25`,
      `${surname} А.П.`,
      date('2025-02-01'),
      'Смирнова Е.Е.',
      cell(at),
    ]);
    const [table] = read([sheet([['№ дела', 'ФИО заявителя', 'Дата договора', 'Куратор', heading], ...rows])], {
      pack: packById('training') ?? TESTING_PACK,
    }).register.tables;
    expect(table?.columns.map((column) => column.field)).not.toContain(field);
  });
});

describe('a decision to remove a family', () => {
  const HEADINGS = ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора', 'Дата снятия, № протокола'];
  const CELLS = [
    ['1/25', 'Белова А.П.', 'базовый', date('2025-02-01'), '12.03.2026, № 4'],
    ['2/25', 'Носова В.Л.', 'базовый', date('2025-02-01'), null],
    ['3/25', 'Лукина О.Л.', 'базовый', date('2025-02-01'), '13.03.2026, № 5'],
  ];

  it('tells the day where nothing else does', () => {
    const reading = read([sheet([HEADINGS, ...CELLS])]);
    expect(fieldOf(reading, 'closedOn')).toEqual(['2026-03-12', null, '2026-03-13']);
    expect(fieldOf(reading, 'closeDecision')).toEqual(['12.03.2026, № 4', null, '13.03.2026, № 5']);
  });

  it('tells no day where a column does', () => {
    const dated = CELLS.map((cells) => [...cells, cells.at(-1) === null ? null : date('2026-03-20')]);
    const reading = read([sheet([[...HEADINGS, 'Дата закрытия дела'], ...dated])]);
    expect(fieldOf(reading, 'closedOn')).toEqual(['2026-03-20', null, '2026-03-20']);
  });
});

it('a reason beside the closing is the reason of it', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора', 'Дата снятия, № протокола', 'Причина'],
      ['1/25', 'Белова А.П.', 'базовый', date('2025-02-01'), '12.03.2026, № 4', 'положительная динамика'],
    ]),
  ]);
  expect(tablesOf(reading).join()).toContain('F closeReason');
});

it('a birth date beside a name that is nobody of the family is no child’s', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'ФИО социального педагога школы', 'Дата рождения', 'Уровень', 'Дата договора'],
      ['1/25', 'Белова А.П.', 'Орлова И.В.', date('1990-02-01'), 'базовый', date('2025-02-01')],
    ]),
  ]);
  expect(tablesOf(reading).join()).toContain('D applicantBirthDate');
});
