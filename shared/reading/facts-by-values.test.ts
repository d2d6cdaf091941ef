/** Tables of members, visits, measures and specialists under headings that no list of wordings has. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { rowsOf, tablesOf } from './testing-view.ts';

type Column = readonly [heading: string, ...values: readonly CellValue[]];

/** A sheet of columns, each written down with its heading and its values. */
function sheetOf(name: string, ...columns: readonly Column[]) {
  const rows = Math.max(...columns.map((column) => column.length));
  return sheet(
    Array.from({ length: rows }, (_, at) => columns.map((column) => column[at])),
    { name },
  );
}

const FAMILIES: Column = ['К кому заходили', 'Белова А.П.', 'Носова И.О.', 'Лукина З.С.', 'Зимина О.О.'];
const CASES: Column = ['Номер папки', '1/25', '2/25', '2/25', '3/25'];
const STAFF = ['Орлова Инна Ильинична', 'Сомова Вера Павловна', 'Орлова Инна Ильинична', 'Сомова Вера Павловна'];
const DAYS = ['2026-07-01', '2026-08-03', '2026-09-07', '2026-10-05'].map(date);
const LATER = ['2026-11-10', '2026-11-20', '2026-12-01', '2026-12-15'].map(date);
const PLACES = ['Северный', 'Заречный', 'Северный', 'Лесной'];
const DONE = ['дома порядок, дети сыты', 'никого не застали дома', 'беседа с матерью', 'проверены условия'];

describe('a sheet that is called what it is', () => {
  it.each([
    [
      'Визиты',
      [
        CASES,
        FAMILIES,
        ['Побывали', ...DAYS],
        ['Сходил', ...STAFF],
        ['По графику?', 'плановый', 'внеплановый', 'плановый', 'рейд'],
        ['Впечатления', ...DONE],
      ],
      'visits 2-5: A caseNo, B applicant, C date, D specialist, E kind, F result',
    ],
    [
      'Состав семей',
      [
        CASES,
        ['Человек', 'Белова Анна Петровна', 'Белов Ян Ильич', 'Носова Ия Олеговна', 'Носов Олег Ильич'],
        ['Кто он', 'мать', 'сын', 'дочь', 'отец'],
        ['Появился на свет', ...DAYS],
        ['Занят', 'школа № 3, 5 класс', 'детский сад', 'колледж', 'работает'],
      ],
      'members 2-5: A caseNo, B name, C relation, D birthDate, E study',
    ],
    [
      'Мероприятия программ',
      [
        CASES,
        ['Шаг', 'помощь с путевкой', 'беседа с матерью', 'поиск работы отцу', 'осмотр у врача'],
        ['Через кого', 'КЦСОН', 'школа № 3', 'центр занятости', 'поликлиника'],
        ['Кто поможет', ...STAFF],
        ['К какому дню', ...LATER],
        ['Готово', ...DAYS],
        ['Чем окончилось', 'выполнено', 'в работе', 'исполнено', 'оформлено'],
      ],
      'measures 2-5: A caseNo, B measure, C organisation, D responsible, E dueDate, F doneDate, G result',
    ],
    [
      'Наши работники',
      [
        ['Звать', ...FAMILIES.slice(1)],
        ['Делает', 'психолог', 'юрист', 'социальный педагог', 'специалист по работе с семьей'],
        ['Доля', 1, 0.5, 0.75, 1],
      ],
      'specialists 2-5: A name, B position, C rate',
    ],
  ] satisfies readonly (readonly [string, readonly Column[], string])[])(
    '«%s» is read by values',
    (name, columns, told) => {
      expect(tablesOf(read([sheetOf(name, ...columns)]))).toEqual([told]);
    },
  );

  it('is read with doubt', () => {
    const { account } = read([sheetOf('Визиты', CASES, FAMILIES, ['Побывали', ...DAYS], ['Сходил', ...STAFF])]);
    const columns = account.sheets[0]?.tables[0]?.columns ?? [];
    const doubtful = columns.filter(({ confidence }) => confidence < 0.75).map(({ field }) => field);
    expect(doubtful).toEqual(expect.arrayContaining(['date', 'specialist']));
  });

  it('takes numbers that repeat for those of the cases, and many names beside a few for the families', () => {
    const told = read([
      sheetOf(
        'Визиты',
        ['Сигма', ...CASES.slice(1)],
        ['Омега', ...FAMILIES.slice(1)],
        ['День', ...DAYS],
        ['Сходил', ...STAFF],
      ),
    ]);
    expect(tablesOf(told)).toEqual(['visits 2-5: A caseNo, B applicant, C date, D specialist']);
  });

  it.each([
    ['Протокол', ['Семья', ...FAMILIES.slice(1)]],
    ['Полис', ['Семья', ...FAMILIES.slice(1)]],
  ] satisfies readonly (readonly [string, Column])[])('takes no «%s» for the number of a case', (heading, family) => {
    const told = tablesOf(
      read([sheetOf('Визиты', [heading, ...CASES.slice(1)], family, ['День', ...DAYS], ['Сходил', ...STAFF])]),
    );
    expect(told).toEqual(['visits 2-5: B applicant, C date, D specialist']);
  });

  it('takes no names of children for the families', () => {
    const names: Column = [
      'Ребенок',
      'Белов Ян Ильич',
      'Носова Ия Олеговна',
      'Лукина Зоя Ильинична',
      'Зимин Ян Олегович',
    ];
    const told = tablesOf(read([sheetOf('Визиты', CASES, names, ['День', ...DAYS], ['Сходил', ...STAFF])]));
    expect(told).toEqual(['visits 2-5: A caseNo, C date, D specialist']);
  });

  it('leaves alone what several columns may be', () => {
    const told = tablesOf(
      read([
        sheetOf('Визиты', CASES, FAMILIES, ['Дата визита', ...DAYS], ['Ездил', ...STAFF], ['С ним ездил', ...STAFF]),
      ]),
    );
    expect(told).toEqual(['visits 2-5: A caseNo, B applicant, C date']);
  });

  it.each(['Следующий приход', 'Дата рождения', 'Дата составления акта'])('takes no «%s» for a visit', (heading) => {
    const { register } = read([sheetOf('Визиты', CASES, FAMILIES, [heading, ...DAYS], ['Сходил', ...STAFF])]);
    expect(register.visits).toEqual([]);
  });
});

describe('a sheet without a telling name', () => {
  it('is known by several of its headings', () => {
    const told = tablesOf(
      read([
        sheetOf(
          'Лист3',
          ['Звать', ...STAFF],
          ['Должность', 'психолог', 'юрист', 'юрист', 'психолог'],
          ['Ставка', 1, 1, 0.5, 1],
        ),
      ]),
    );
    expect(told).toEqual(['specialists 2-5: A name, B position, C rate']);
  });

  it('is known by a heading and by cells of several facts', () => {
    const who = STAFF.map((name) => `${name}, психолог`);
    const told = tablesOf(
      read([sheetOf('Лист3', ['Кто есть кто', ...who], ['Ставка', 1, 1, 0.5, 1], ['Район', ...PLACES])]),
    );
    expect(told).toEqual(['specialists 2-5: A name, A position, B rate, C district']);
  });

  it('is none by one of them', () => {
    const columns = [
      ['Звать', ...STAFF],
      ['Должность', 'психолог', 'юрист', 'юрист', 'психолог'],
      ['Кабинет', 1, 2, 3, 4],
    ] as const;
    expect(tablesOf(read([sheetOf('Лист3', ...columns)]))).toEqual([]);
  });
});

describe('cells that tell several facts', () => {
  it('are split in the journal of visits', () => {
    const all: Column = [
      'Когда, кем',
      '01.07.2026, Орлова И.И.',
      '03.08.2026 Сомова В.П.',
      '04.08.2026, Ким А.А.',
      '05.10.2026',
    ];
    const one = read([sheetOf('Визиты', CASES, ['Семья', ...FAMILIES.slice(1)], all, ['Итог', ...DONE])]).register;
    expect(rowsOf(one, 'visits').map(([, { date: day, specialist = null }]) => [day, specialist])).toEqual([
      ['2026-07-01', 'Орлова И.И.'],
      ['2026-08-03', 'Сомова В.П.'],
      ['2026-08-04', 'Ким А.А.'],
      ['2026-10-05', null],
    ]);
  });

  it('are split in the list of members', () => {
    const who: Column = [
      'Человек',
      'Белова Анна Петровна, мать, 01.02.1990',
      'Белов Ян Ильич (сын) 03.04.2015',
      'Носова Ия Олеговна, дочь, 05.06.2018 г.р.',
      'Носов Олег Ильич, отец, 07.08.1985',
    ];
    const { register } = read([
      sheetOf('Члены семей', CASES, who, ['Занят', 'работает', 'школа № 3', 'детский сад', 'работает']),
    ]);
    expect(rowsOf(register, 'members').map(([, { name, relation, birthDate }]) => [name, relation, birthDate])).toEqual(
      [
        ['Белова Анна Петровна', 'мать', '1990-02-01'],
        ['Белов Ян Ильич', 'сын', '2015-04-03'],
        ['Носова Ия Олеговна', 'дочь', '2018-06-05'],
        ['Носов Олег Ильич', 'отец', '1985-08-07'],
      ],
    );
  });

  it('are split in the plan and in the list of specialists', () => {
    const who = STAFF.map((name, at) => `${['КЦСОН', 'школа № 3', 'поликлиника', 'опека'][at]}, ${name}`);
    const measures = read([
      sheetOf('Мероприятия программ', CASES, ['Мероприятие', ...DONE], ['Кто помогает', ...who], ['Срок', ...LATER]),
    ]).register.measures;
    expect(measures.map(({ values }) => [values.organisation, values.responsible])[1]).toEqual([
      'школа № 3',
      'Сомова Вера Павловна',
    ]);
    const staff = STAFF.map((name, at) => `${name} (${['психолог', 'юрист', 'педагог', 'психолог'][at]})`);
    const { register } = read([
      sheetOf(
        'Специалисты',
        ['Кто у нас', ...staff],
        ['Ставка', 1, 1, 0.5, 1],
        ['Где', 'Северный район', 'центр', 'город', 'Заречный район'],
      ),
    ]);
    expect(rowsOf(register, 'specialists')[1]?.[1]).toMatchObject({
      name: 'Сомова Вера Павловна',
      position: 'юрист',
      rate: 1,
    });
  });
});

describe('a sheet of other matters', () => {
  it.each([
    [
      'Прокат',
      [
        ['Дата', ...DAYS],
        ['ФИО', ...STAFF],
        ['Вещь', 'коляска', 'куртка', 'куртка', 'коляска'],
      ],
    ],
    [
      'Табель',
      [
        ['ФИО', ...STAFF],
        ['Должность', 'психолог', 'юрист', 'юрист', 'психолог'],
        ['Дней', 20, 21, 20, 19],
      ],
    ],
    [
      'Мероприятия',
      [
        ['Мероприятие', 'утренник', 'лыжня', 'субботник', 'ярмарка'],
        ['Срок', ...LATER],
        ['Ответственный', ...STAFF],
      ],
    ],
    [
      'Выезды',
      [
        ['День', ...DAYS],
        ['Водитель', ...STAFF],
        ['Путь', 'гараж — школа', 'гараж — склад', 'в банк', 'на склад'],
      ],
    ],
    [
      'Сотрудники',
      [
        ['ФИО', ...STAFF],
        ['Дата рождения', ...DAYS],
        ['Адрес', 'ул. Мира, 1', 'ул. Мира, 2', 'ул. Лесная, 3', 'ул. Лесная, 4'],
      ],
    ],
    [
      'Лист1',
      [
        ['Звать', ...FAMILIES.slice(1)],
        ['Делает', 'психолог', 'юрист', 'юрист', 'психолог'],
        ['Доля', 1, 0.5, 0.75, 1],
      ],
    ],
    [
      'Меры',
      [
        ['Мера', 'проверить огнетушители', 'закрыть подвал', 'сменить замок', 'убрать снег'],
        ['Срок', ...LATER],
        ['Кто', ...STAFF],
      ],
    ],
  ] satisfies readonly (readonly [string, readonly Column[]])[])('«%s» is read as none', (name, columns) => {
    expect(tablesOf(read([sheetOf(name, ...columns)]))).toEqual([]);
  });
});
