/** Forms in words that no list has: what a heading says by its place, its main clause and the word it turns on. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../domain/day.ts';
import type { Register } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';

const SURNAMES = ['Белова', 'Осипова', 'Носова', 'Лукина', 'Ершова', 'Зимина'];

/** The fields of a column among those of a plain register; `above` is merged over it and the one before. */
function fieldsOf(heading: string, cells: readonly CellValue[], above: string | null = null): readonly string[] {
  const known = ['№ дела', 'ФИО заявителя', 'Категория семьи', 'Дата договора'];
  const body = SURNAMES.map((surname, at) => [
    `${at + 1}/25`,
    `${surname} Анна Павловна`,
    at % 2 ? 'многодетная' : 'неполная',
    date(`2025-02-0${at + 1}`),
    cells[at % cells.length] ?? null,
  ]);
  const headings =
    above === null
      ? [[...known, heading]]
      : [
          [...known, above],
          [null, null, null, null, heading],
        ];
  const merges = above === null ? [] : ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2'];
  const reading = read([sheet([...headings, ...body], { merges })]);
  const columns = reading.account.sheets[0]?.tables[0]?.columns ?? [];
  expect(columns.length).toBeGreaterThan(3);
  return reading.register.tables.flatMap((table) =>
    table.columns.filter(({ column }) => column === 4).map(({ field }) => field),
  );
}

const DAYS = [date('2025-02-10'), date('2025-03-11'), null, date('2025-05-17')];
const NUMBERS = [1, 4, 3, 2];
const WORDS = ['конфликт в семье', 'нет работы', 'долги по ЖКУ', 'пропуски уроков'];
const PEOPLE = ['Смирнова Е.Е.', 'Титова О.О.'];
const DOCUMENTS = ['№ 15 от 01.02.2025', '№ 16 от 03.02.2025'];

describe('a heading in words of its own is understood', () => {
  it.each<[string, readonly CellValue[], readonly string[]]>([
    ['Обстоятельства, которые ухудшают или могут ухудшить условия жизнедеятельности', WORDS, ['circumstances']],
    ['Срок, на который составлена программа, мес.', NUMBERS, ['termMonths']],
    ['2 этап. Куратор', PEOPLE, ['curator']],
    ['Закреплённый соцработник', PEOPLE, ['curator']],
    ['Кто отвечает за семью', PEOPLE, ['curator']],
    ['Ф.И.О. должностного лица, ответственного за реализацию ИПСС', PEOPLE, ['curator']],
    ['Поставлены', DAYS, ['registeredOn']],
    ['Убыла с сопровождения', DAYS, ['closedOn']],
    ['Дата занесения в банк данных', DAYS, ['registeredOn']],
    ['ИПСС принята', DAYS, ['programDate']],
    ['План работы составлен', DAYS, ['programDate']],
    ['Дата и № решения о постановке на сопровождение', DOCUMENTS, ['decisionNo', 'decisionDate', 'decision']],
    ['Реквизиты решения о признании нуждающимся', DOCUMENTS, ['decisionNo', 'decisionDate', 'decision']],
    ['Дата обращения / №', ['12.01.2025 № 15', '13.01.2025 № 16'], ['applicationDate']],
    ['Фактически посещено', NUMBERS, ['visitCount']],
    ['Дни посещений', ['01.02.2025, 17.02.2025', '03.03.2025, 19.03.2025'], ['visitDates']],
    ['Число, месяц, год обращения', DAYS, ['applicationDate']],
    ['Дата сигнала', DAYS, ['applicationDate']],
    ['Трудности семьи', WORDS, ['circumstances']],
    ['Куратор от центра', PEOPLE, ['curator']],
    ['Нуждаемость (признана / отказано)', ['одобрено', 'отказано'], ['decision']],
    [
      'Промежуточные итоги реализации программы (даты)',
      ['01.02.2025; 17.05.2025', '03.03.2025; 19.06.2025'],
      ['reviewDates'],
    ],
    ['Дата, причина перевода на другой уровень', ['12.03.2025 базовый', null, '14.03.2025 кризисный'], ['transfers']],
    ['с', DAYS, ['startDate']],
    ['по', DAYS, ['closedOn']],
  ])('«%s»', (heading, cells, fields) => {
    expect(fieldsOf(heading, cells)).toEqual(fields);
  });
});

describe('what stands above tells whose it is', () => {
  it.each<[string, string, readonly CellValue[], readonly string[]]>([
    ['Первичное обследование', 'дата выхода', DAYS, ['surveyDate']],
    ['Решение рабочей группы', 'итог', ['одобрено', 'отказано'], ['decision']],
    ['Программа', 'рег. №', ['15', '16-СС'], ['programNo']],
    ['Реквизиты программы', 'дата', DAYS, ['programDate']],
    ['Исполнитель', 'телефон', ['8 (912) 345-67-89', '8 (912) 345-67-80'], []],
    ['Бабушка', 'дата рождения', [date('1955-02-10'), date('1949-03-11')], []],
  ])('«%s» over «%s»', (above, heading, cells, fields) => {
    expect(fieldsOf(heading, cells, above)).toEqual(fields);
  });
});

describe('what is about somebody or something else is left alone', () => {
  it.each<[string, readonly CellValue[]]>([
    ['Специалист, проводивший обследование', PEOPLE],
    ['Кто составил акт', PEOPLE],
    ['Специалист, подготовивший ИПСС', PEOPLE],
    ['Кем расторгнут договор', ['КЦСОН', 'заявитель']],
    ['Срок инвалидности до', [date('2027-02-10'), date('2028-03-11')]],
    ['Уровень при постановке', ['базовый', 'кризисный']],
    ['Дата контрольного посещения', DAYS],
    ['Контрольный выход (дата)', DAYS],
    ['Отчим (Ф.И.О., д.р.)', ['Белов Пётр Ильич, 01.02.1980', 'Осипов Илья Олегович, 03.04.1979']],
    ['Бабушка (Ф.И.О., д.р.)', ['Белова Ольга Ильинична, 01.02.1950', null]],
    ['Норма посещений в месяц', [2]],
    ['Дата', DAYS],
  ])('«%s»', (heading, cells) => {
    expect(fieldsOf(heading, cells)).toEqual([]);
  });
});

function withTwoLevels(first: string, second: string): CellValue[][] {
  return [
    ['№ дела', 'ФИО заявителя', first, second, 'Дата договора'],
    ...SURNAMES.map((surname, at) => [`${at + 1}/25`, `${surname} А.П.`, 'базовый', 'кризисный', date('2025-02-01')]),
  ];
}

function columnOfLevel(first: string, second: string): number | undefined {
  const [table] = read([sheet(withTwoLevels(first, second))]).register.tables;
  return table?.columns.find(({ field }) => field === 'level')?.column;
}

it('the level of today is read where the sheet tells another one beside it, in whichever order', () => {
  expect(columnOfLevel('Уровень при постановке', 'Уровень в настоящее время')).toBe(3);
  expect(columnOfLevel('Уровень на сегодня', 'Уровень при постановке')).toBe(2);
});

it('«ребенок-инвалид» under «Статус» is a category, and makes no list of members of the table', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'Дети: ФИО', 'Дети: дата рождения', 'Статус', 'Дата договора'],
      ['1/25', 'Белова Анна Павловна', 'Белов Илья', '9 апреля 2018 года', 'ребенок-инвалид', date('2025-02-01')],
      ['2/25', 'Носова Ольга Ильинична', 'Носов Пётр', '8 мая 2019 года', 'многодетная', date('2025-02-02')],
      ['3/25', 'Лукина Вера Олеговна', 'Лукин Олег', '7 июня 2020 года', 'неполная', date('2025-02-03')],
    ]),
  ]);
  expect(reading.register.families.map(({ values }) => values.children?.map((child) => child.birthDate))).toEqual(
    ['2018-04-09', '2019-05-08', '2020-06-07'].map((iso) => [dayOfIso(iso)]),
  );
});

describe('a journal of visits in words of its own', () => {
  const visits = (headings: readonly string[], cells: (surname: string, at: number) => CellValue[]): unknown =>
    read([
      sheet([[...headings], ...SURNAMES.map((surname, at) => cells(surname, at))], { name: 'Журнал' }),
    ]).register.visits.map(({ values }) => [values.applicant, values.date, values.specialist]);
  const wanted = SURNAMES.map((surname, at) => [
    `${surname} Анна Павловна`,
    dayOfIso(`2025-02-0${at + 1}`),
    'Смирнова Е.Е.',
  ]);

  it.each<[string, readonly string[]]>([
    [
      'of the people who came',
      ['Дата выезда специалиста', 'Семья, к которой выезжали (ФИО)', 'Специалист (ФИО)', 'Цель выезда'],
    ],
    ['of raids', ['Дата рейда', 'Посещённая семья', 'Участники рейда', 'Что выявлено']],
    [
      'by number, month and year',
      ['Число, месяц, год', 'К кому приходили (Ф.И.О.)', 'Приходил (Ф.И.О. специалиста)', 'Результат'],
    ],
  ])('%s', (_, headings) => {
    const rows = visits(headings, (surname, at) => [
      date(`2025-02-0${at + 1}`),
      `${surname} Анна Павловна`,
      'Смирнова Е.Е.',
      'беседа',
    ]);
    expect(rows).toEqual(wanted);
  });
});

it('a plan of programmes without families makes no journal of visits of its terms', () => {
  const reading = read([
    sheet([
      ['№ п/п', 'Рег. № ИПСС', 'Срок действия ИПСС (до)', 'Специалист, ответственный за реализацию ИПСС'],
      ...SURNAMES.map((_, at) => [at + 1, `${at + 15}`, date(`2026-02-0${at + 1}`), 'Смирнова Е.Е.']),
    ]),
  ]);
  expect(reading.register.visits).toEqual([]);
});

it('one family is enough where a heading begins with the name of the field, and its value is one of the field', () => {
  const reading = read([
    sheet([
      ['№ дела', 'ФИО заявителя', 'Уровень, установленный решением', 'Дата договора'],
      ['1/25', 'Белова Анна Павловна', 'базовый', date('2025-02-01')],
    ]),
  ]);
  expect(reading.register.families.map(({ values }) => values.level?.code)).toEqual(['BASE']);
});

const MEMBER_HEADINGS = [
  '№ семьи',
  'Фамилия, имя, отчество',
  'Кем приходится',
  'Д.р.',
  'Адрес',
  'Уровень',
  'Договор (дата)',
];

/** «1; Белова Анна Павловна; мать; 1990-04-01; Мира» as a line of the sheet. */
function lineOf(text: string): CellValue[] {
  const [number, name = '', relation = '', born = '', street] = text.split('; ');
  return [Number(number), name, relation, date(born), `г. Инта, ул. ${street}, д. 5`, 'базовый', date('2025-02-01')];
}

function registerOf(lines: readonly string[]): Register {
  return read([sheet([MEMBER_HEADINGS, ...lines.map(lineOf)])]).register;
}

describe('a line for each member, with number and address said again in every line', () => {
  it('is one family', () => {
    const lines = [
      '1; Белова Анна Павловна; заявитель; 1990-04-01; Мира',
      '1; Белова Ольга Ильинична; дочь; 2015-02-03; Мира',
      '1; Белов Пётр Ильич; сын; 2017-03-04; Мира',
      '2; Носова Вера Львовна; заявитель; 1988-05-06; Лесная',
      '2; Носов Олег Ильич; сын; 2016-07-08; Лесная',
    ];
    const { families, members } = registerOf(lines);
    expect(families.map(({ values }) => values.applicant)).toEqual(['Белова Анна Павловна', 'Носова Вера Львовна']);
    expect(members.map(({ values }) => values.name)).toHaveLength(5);
  });

  it('and two families where the same number stands at two addresses', () => {
    const lines = [
      '1; Белова Анна Павловна; мать; 1990-04-01; Мира',
      '1; Носова Вера Львовна; мать; 1988-05-06; Лесная',
      '2; Лукина Вера Олеговна; мать; 1987-05-06; Садовая',
    ];
    expect(registerOf(lines).families).toHaveLength(3);
  });
});
