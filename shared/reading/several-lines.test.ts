/** Merged cells, and families over several lines. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';
import { familyRowsOf, fieldOf, rowsOf } from './testing-view.ts';

const childLine = (name: string, level: string | null): readonly CellValue[] => [
  '1/25',
  'Белова А.П.',
  'СОП',
  level,
  name,
  date('2015-05-05'),
];

const childLines = (second: string | null) => [
  ['№ дела', 'ФИО заявителя', 'Категория', 'Уровень', 'ФИО ребенка', 'Дата рождения ребенка'],
  childLine('Белов Пётр', 'базовый'),
  childLine('Белов Лев', second),
];

const rowsOfFamilies = (second: readonly CellValue[]): readonly number[] =>
  familyRowsOf(
    read([
      sheet([
        ['№ п/п', '№ дела', 'ФИО заявителя', 'Дети (ФИО, дата рождения)', 'Категория', 'Уровень', 'Куратор'],
        [1, '1/25', 'Белова А.П.', 'Белов Пётр, 05.05.2015', 'СОП', 'базовый', 'Осипова О.И.'],
        second,
        [2, '2/25', 'Громова И.И.', 'Громов Лев, 05.05.2016', 'СОП', 'базовый', 'Осипова О.И.'],
      ]),
    ]),
  );

describe('merged cells and families over several lines', () => {
  const head = [
    '№ п/п',
    '№ дела',
    'Заявитель',
    'ФИО члена семьи',
    'Родство',
    'Дата рождения',
    'Уровень',
    'Куратор',
    'Дата договора',
  ];
  const rows = [
    head,
    [
      1,
      '1/25',
      'Белова А.П.',
      'Белова Анна Петровна',
      'мать',
      date('1985-01-01'),
      'базовый',
      'Осипова О.И.',
      date('2025-01-12'),
    ],
    [null, null, null, 'Белов Петр Ильич', 'сын', date('2015-05-05')],
    [2, '2/25', 'Сидорова И.И.', 'Сидорова Инна Ивановна', 'мать', '1990', 'кризисный', null, date('2025-02-12')],
    [null, null, null, 'Сидоров Олег Ильич', 'сын', '31.02.2015'],
  ];
  const members = [
    [2, { name: 'Белова Анна Петровна', relation: 'мать', birthDate: '1985-01-01' }],
    [3, { name: 'Белов Петр Ильич', relation: 'сын', birthDate: '2015-05-05' }],
    [4, { name: 'Сидорова Инна Ивановна', relation: 'мать', birthDate: '1990-12-31' }],
    [5, { name: 'Сидоров Олег Ильич', relation: 'сын', birthDate: '?' }],
  ];

  it('take «отец: …» below «мать: …» for one family, where it has no number of its own', () => {
    const reading = read([
      sheet([
        ['№ п/п', '№ дела', 'Ф.И.О. родителей', 'Дети (ФИО)', 'Категория', 'Уровень', 'Дата договора'],
        [1, '1/25', 'мать: Белова Анна Петровна', 'Белов Петр, 2015 г.р.', 'СОП', 'базовый', date('2025-02-01')],
        [null, null, 'отец: Белов Илья Ильич', 'Белова Яна, 2017 г.р.'],
        [2, '2/25', 'отец: Громов Илья Ильич', 'Громов Петр, 2015 г.р.', 'СОП', 'базовый', date('2025-02-01')],
      ]),
    ]);
    expect(fieldOf(reading, 'applicant')).toEqual(['Белова Анна Петровна', 'Громов Илья Ильич']);
    expect(fieldOf(reading, 'children')).toEqual([
      [
        ['Белов Петр', '2015-12-31'],
        ['Белова Яна', '2017-12-31'],
      ],
      [['Громов Петр', '2015-12-31']],
    ]);
  });

  it('give families and their members, merged or not', () => {
    const merges = ['A', 'B', 'C', 'G', 'I'].flatMap((column) => [`${column}2:${column}3`, `${column}4:${column}5`]);
    for (const reading of [read([sheet(rows)]), read([sheet(rows, { merges: [...merges, 'H2:H5'] })])]) {
      expect(reading.register.families.map(({ row, values }) => [row, values.applicant])).toEqual([
        [2, 'Белова А.П.'],
        [4, 'Сидорова И.И.'],
      ]);
      expect(rowsOf(reading.register, 'members')).toEqual(members);
      expect(reading.register.members.map(({ family }) => family?.row)).toEqual([2, 2, 4, 4]);
      expect(reading.register.tables.map(({ kind }) => kind)).toEqual(['families', 'members']);
    }
  });

  it('a merged cell holds for all its rows and is known where it stands', () => {
    const reading = read([sheet(rows, { merges: ['H2:H5'] })]);
    expect(fieldOf(reading, 'curator')).toEqual(['Осипова О.И.', 'Осипова О.И.']);
    expect(reading.register.families[1]?.movedCells).toEqual({ curator: { row: 2, column: 7, isShared: true } });
  });

  it('also where each line repeats the number and name of the family', () => {
    const repeated = rows.map((row, at) =>
      at === 2 || at === 4 ? [row[0], ...(rows[at - 1]?.slice(1, 3) ?? []), ...row.slice(3)] : row,
    );
    const reading = read([sheet(repeated)]);
    expect(familyRowsOf(reading)).toEqual([2, 4]);
    expect(rowsOf(reading.register, 'members')).toEqual(members);
  });

  it.each([
    [
      'its place in the list',
      ['№', 'ФИО заявителя'],
      (at: number) => [at < 2 ? 1 : 2, at < 2 ? 'Белова А.П.' : 'Громова И.И.'],
    ],
    [
      'nothing but its name',
      ['Телефон', 'ФИО заявителя'],
      (at: number) => ['8 912 345-67-89', at < 2 ? 'Белова А.П.' : 'Белова А.И.'],
    ],
  ])('also where each line repeats all of the family, known by %s', (_, head, start) => {
    const line = (at: number, ...person: readonly CellValue[]): readonly CellValue[] => [
      ...start(at),
      'СОП',
      'ул. Лесная, 5',
      date('2025-02-01'),
      '12.01.2026, 12.03.2026',
      ...person,
    ];
    const reading = read([
      sheet([
        [...head, 'Категория', 'Адрес', 'Дата договора', 'Даты посещений', 'Члены семьи', 'Родство', 'Дата рождения'],
        line(0, 'Белова А.П.', 'мать', date('1985-05-05')),
        line(1, 'Белов Пётр', 'сын', date('2015-05-05')),
        line(2, 'Громов Лев', 'сын', date('2016-05-05')),
      ]),
    ]);
    expect(familyRowsOf(reading)).toEqual([2, 4]);
    expect(fieldOf(reading, 'categories')).toEqual([['CAT08'], ['CAT08']]);
    expect(fieldOf(reading, 'visitDates')).toEqual([
      ['2026-01-12', '2026-03-12'],
      ['2026-01-12', '2026-03-12'],
    ]);
    expect(reading.register.members).toHaveLength(3);
  });

  describe('where a line without a place in the list repeats the number and the name for another child', () => {
    const CHILD = 'Белов Лев, 06.06.2017';

    it.each([
      ['and nothing else', [null, '1/25', 'Белова А.П.', CHILD]],
      ['and all the rest', [null, '1/25', 'Белова А.П.', CHILD, 'СОП', 'базовый', 'Осипова О.И.']],
    ])('%s: one family', (_what, second) => expect(rowsOfFamilies(second)).toEqual([2, 4]));

    it.each([
      ['with a place of its own', [2, '1/25', 'Белова А.П.', CHILD]],
      ['with another name', [null, '1/25', 'Белова А.С.', CHILD]],
      ['with another number', [null, '3/25', 'Белова А.П.', CHILD]],
      ['with another curator', [null, '1/25', 'Белова А.П.', CHILD, 'СОП', 'базовый', 'Фомина О.И.']],
      ['with the same child', [null, '1/25', 'Белова А.П.', 'Белов Пётр, 05.05.2015', 'СОП', 'базовый']],
    ])('%s: another row', (_what, second) => expect(rowsOfFamilies(second)).toEqual([2, 3, 4]));
  });

  it('and say so where two lines of one number tell another level', () => {
    expect(familyRowsOf(read([sheet(childLines('базовый'))]))).toEqual([2]);
    expect(familyRowsOf(read([sheet(childLines(null))]))).toEqual([2]);
    const { register } = read([sheet(childLines('кризисный'))]);
    const { findings } = checkRegister(register, { pack: TESTING_PACK, asOf: AS_OF });
    expect(findings.map(({ rule, cell }) => `${rule} ${cell.row}`)).toContain('identity/case-number-duplicate 3');
  });

  it("members have names of their own where the family's is written over three columns", () => {
    const reading = read([
      sheet([
        ['№', 'Фамилия', 'Имя', 'Отчество', 'Категория', 'Дата договора', 'Члены семьи', 'Родство', 'Дата рождения'],
        [1, 'Белова', 'Анна', 'Павловна', 'СОП', date('2025-02-01'), 'Белова А.П.', 'мать', date('1985-05-05')],
        [null, null, null, null, null, null, 'Белов Пётр', 'сын', date('2015-05-05')],
      ]),
    ]);
    expect(fieldOf(reading, 'applicant')).toEqual(['Белова Анна Павловна']);
    expect(reading.register.members.map(({ values }) => values.name)).toEqual(['Белова А.П.', 'Белов Пётр']);
  });

  it('a child a line, with the birth date beside it', () => {
    const reading = read([
      sheet([
        ['№', '№ дела', 'ФИО заявителя', 'ФИО ребенка', 'Дата рождения', 'Категория', 'Уровень'],
        [1, '1/25', 'Белова А.П.', 'Белов П.', date('2015-05-05'), 'СОП', 'базовый'],
        [null, null, null, 'Белов К.', date('2017-05-05')],
        [2, '2/25', 'Сидорова И.И.', 'Сидоров О.', '31.02.2015', 'ТЖС', 'кризисный'],
      ]),
    ]);
    expect(fieldOf(reading, 'children')).toEqual([
      [
        ['Белов П.', '2015-05-05'],
        ['Белов К.', '2017-05-05'],
      ],
      [['Сидоров О.', '?']],
    ]);
  });

  it('years of birth instead of dates', () => {
    const reading = read([
      sheet([
        ['№', 'ФИО заявителя', 'Год рождения', 'ФИО ребенка', 'Год рождения ребенка', 'Категория', 'Уровень'],
        [1, 'Белова А.П.', 1985, 'Белов П.', 2015, 'СОП', 'базовый'],
        [2, 'Сидорова И.И.', '1990 г.р.', 'Сидоров О.\nСидорова М.', '2015\n31.02.2017', 'ТЖС', 'кризисный'],
        [3, 'Носова И.И.', null, 'Носов О.', date('2017-05-05'), 'ТЖС', 'кризисный'],
      ]),
    ]);
    expect(fieldOf(reading, 'applicantBirthDate')).toEqual(['1985-12-31', '1990-12-31', null]);
    expect(fieldOf(reading, 'children')).toEqual([
      [['Белов П.', '2015-12-31']],
      [
        ['Сидоров О.', '2015-12-31'],
        ['Сидорова М.', '?'],
      ],
      [['Носов О.', '2017-05-05']],
    ]);
    const yearsOnly = reading.register.families.flatMap(({ values }) =>
      (values.children ?? []).map(({ birthYearOnly = false }) => birthYearOnly),
    );
    expect(yearsOnly).toEqual([true, true, false, false]);
  });

  it('birth dates alone are children, too', () => {
    const reading = read([
      sheet([
        ['№', 'ФИО заявителя', 'Дата рождения детей', 'Категория', 'Уровень'],
        [1, 'Белова А.П.', '18.06.2012, 29.08.2013', 'СОП', 'базовый'],
        [2, 'Сидорова И.И.', date('2015-05-05'), 'ТЖС', 'кризисный'],
        [3, 'Носова И.И.', '31.02.2015', 'ТЖС', 'кризисный'],
      ]),
    ]);
    expect(fieldOf(reading, 'children')).toEqual([
      [
        ['', '2012-06-18'],
        ['', '2013-08-29'],
      ],
      [['', '2015-05-05']],
      [['', '?']],
    ]);
  });

  it('visits of a family named once', () => {
    const reading = read([
      sheet(
        [
          ['Семья', 'Дата', 'Кто посетил', 'Результат'],
          ['Белова А.П.', date('2026-01-05'), 'Осипова О.И.', 'беседа'],
          [null, date('2026-01-15'), 'Осипова О.И.', 'беседа'],
          ['Сидорова И.И.', date('2026-01-05'), 'Осипова О.И.', 'беседа'],
          [null, date('2026-01-15'), 'Осипова О.И.', null],
        ],
        { name: 'Выходы' },
      ),
    ]);
    expect(reading.register.visits.map(({ values }) => values.applicant)).toEqual([
      'Белова А.П.',
      'Белова А.П.',
      'Сидорова И.И.',
      'Сидорова И.И.',
    ]);
    expect(reading.register.visits[1]?.movedCells).toEqual({ applicant: { row: 2, column: 0, isShared: true } });
  });
});
