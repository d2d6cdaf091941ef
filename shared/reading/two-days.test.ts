/** Columns of two facts a cell: two days, a number with a day, a list with its number. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import type { Reading } from './reading.ts';
import { date, family, HEAD, read, sheet } from './testing-sheet.ts';
import { rowsOf } from './testing-view.ts';

function registerWith(heading: readonly string[], cells: readonly CellValue[]): Reading {
  const below = heading.length > 1 ? [[...HEAD.map(() => null), heading[1] ?? null]] : [];
  const rows = cells.map((cell, at) => [...family(at + 1), cell]);
  const merges = heading.length > 1 ? HEAD.map((_, at) => `${'ABCDEFGH'.charAt(at)}1:${'ABCDEFGH'.charAt(at)}2`) : [];
  return read([sheet([[...HEAD, heading[0] ?? null], ...below, ...rows], { merges })]);
}

/** What the last column gives to each family, and nothing else. */
function given(
  heading: readonly string[],
  cells: readonly CellValue[],
  fields: readonly string[],
): readonly (readonly unknown[])[] {
  return rowsOf(registerWith(heading, cells).register, 'families').map(([, values]) =>
    fields.map((field) => values[field] ?? null),
  );
}

const SPANS = ['12.01.2026 – 11.07.2026', 'с 01.02.2026 по 31.07.2026', '03.03.2026', '04.03.2026 -'];
const DAYS = [
  ['2026-01-12', '2026-07-11'],
  ['2026-02-01', '2026-07-31'],
  ['2026-03-03', null],
  ['2026-03-04', null],
];

describe('a beginning and an end in one cell', () => {
  it.each([
    [['Срок действия ИППСУ (с – по)'], ['programDate', 'programUntil']],
    [
      ['ИПСС', 'с … по …'],
      ['programDate', 'programUntil'],
    ],
    [['Программа: дата составления и дата окончания'], ['programDate', 'programUntil']],
    [['Договор действует с __ по __'], ['startDate', 'programUntil']],
    [['Период сопровождения'], ['startDate', 'closedOn']],
    [['Взята / снята с сопровождения'], ['startDate', 'closedOn']],
    [['Учёт: с какого по какое число'], ['registeredOn', 'closedOn']],
    [
      ['Постановка и снятие с учёта', 'даты'],
      ['registeredOn', 'closedOn'],
    ],
  ])('%j', (heading, fields) => {
    expect(given(heading, SPANS, fields)).toEqual(DAYS);
  });

  it('the day behind «по» is the end, and a third day is not read', () => {
    const cells = ['по 11.07.2026', '01.02.2026, 03.03.2026, 04.04.2026', '12.01.2026–11.07.2026', '—'];
    expect(given(['Срок ИППСУ (с – по)'], cells, ['programDate', 'programUntil'])).toEqual([
      [null, '2026-07-11'],
      ['?', '?'],
      ['2026-01-12', '2026-07-11'],
      [null, null],
    ]);
  });

  it('a day that another column gives is left to it', () => {
    const rows = SPANS.map((cell, at) => [...family(at + 1), date('2026-01-05'), cell]);
    const { register } = read([sheet([[...HEAD, 'Дата ИПСС', 'Срок действия ИПСС (с – по)'], ...rows])]);
    const days = rowsOf(register, 'families').map(([, values]) => [values['programDate'], values['programUntil']]);
    expect(days[0]).toEqual(['2026-01-05', '2026-07-11']);
  });

  it.each([
    [['Даты посещений семьи'], 'visitDates'],
    [['Даты пересмотра уровня'], 'reviewDates'],
  ])('lists of days stay lists: %j', (heading, field) => {
    const cells = ['12.01.2026, 11.07.2026', '01.02.2026, 31.07.2026'];
    expect(given(heading, cells, [field, 'startDate', 'closedOn'])).toEqual([
      [['2026-01-12', '2026-07-11'], null, null],
      [['2026-02-01', '2026-07-31'], null, null],
    ]);
  });

  it('one day a cell under both is taken for neither', () => {
    const cells = ['12.01.2026', '11.02.2026', '03.03.2026'];
    const reading = registerWith(['Поставлена / снята с учёта'], cells);
    expect(reading.account.sheets[0]?.tables[0]?.columns.at(-1)).toMatchObject({ field: null });
  });
});

describe('what has been and what will be', () => {
  it.each([
    [['Пересмотр уровня: последний, следующий'], ['lastReview', 'nextReview']],
    [['Консилиум: был / будет'], ['lastReview', 'nextReview']],
    [['Последнее и следующее посещение'], ['lastVisit', 'nextVisit']],
  ])('%j', (heading, fields) => {
    const cells = ['12.01.2026, 11.07.2026', '01.02.2026 / 31.07.2026', '03.03.2026'];
    expect(given(heading, cells, fields)).toEqual(DAYS.slice(0, 3));
  });
});

describe('two other facts in one cell', () => {
  it('how many children, and who', () => {
    const cells = ['2: Белова Мира, 12.03.2015, Белов Тит, 01.02.2019', 'Осипова Яна, 05.06.2017 (1 ребёнок)', '—'];
    expect(given(['Кол-во детей, Ф.И.О., дата рождения'], cells, ['childrenCount', 'children'])).toEqual([
      [
        2,
        [
          ['Белова Мира', '2015-03-12'],
          ['Белов Тит', '2019-02-01'],
        ],
      ],
      [1, [['Осипова Яна', '2017-06-05']]],
      [null, []],
    ]);
  });

  it('how often the family was visited, and when last', () => {
    const cells = ['5, 12.09.2026', '3 / 01.10.2026', '0'];
    expect(given(['Кол-во посещений, дата последнего'], cells, ['visitCount', 'lastVisit'])).toEqual([
      [5, '2026-09-12'],
      [3, '2026-10-01'],
      [0, null],
    ]);
  });

  it('who told of the family, and when', () => {
    const cells = ['КДНиЗП, 12.09.2026', '01.10.2026, школа', 'опека от 02.10.2026'];
    const { register } = registerWith(['Источник и дата обращения'], cells);
    expect(rowsOf(register, 'families').map(([, { applicationDate }]) => applicationDate)).toEqual([
      '2026-09-12',
      '2026-10-01',
      '2026-10-02',
    ]);
    expect(register.families.map(({ values }) => values.source?.text)).toEqual(['КДНиЗП', 'школа', 'опека']);
  });
});

describe('months under visits', () => {
  it.each<[string, readonly string[], readonly (string | undefined)[]]>([
    ['Количество выходов в семью, 2026 г.', ['10', '11'], [undefined, undefined]],
    ['Посещения по месяцам 2026 года', ['1', '2'], ['2026-01', '2026-02']],
    ['Посещения по месяцам 2026 года', ['I', 'II'], ['2026-01', '2026-02']],
    ['Кол-во патронажей 2026', ['IX', 'X'], ['2026-09', '2026-10']],
    ['Кол-во патронажей 2026', ['I', 'II'], [undefined, undefined]],
    ['Посещено раз', ['07.26', '08.26'], ['2026-07', '2026-08']],
    ['Патронажи 2026', ['03', '04'], ['2026-03', '2026-04']],
  ])('«%s» over %j', (above, months, periods) => {
    const letters = HEAD.map((_, at) => 'ABCDEFGH'.charAt(at));
    const first = 'ABCDEFGHIJ'.charAt(HEAD.length);
    const last = 'ABCDEFGHIJ'.charAt(HEAD.length + 1);
    const merges = [...letters.map((letter) => `${letter}1:${letter}2`), `${first}1:${last}1`];
    const rows = [1, 2, 3].map((at) => [...family(at), 2, at]);
    const reading = read([sheet([[...HEAD, above, null], [...HEAD.map(() => null), ...months], ...rows], { merges })]);
    const columns = reading.account.sheets[0]?.tables[0]?.columns.slice(HEAD.length) ?? [];
    expect(columns.map(({ period }) => period)).toEqual(periods);
    expect(columns.map(({ field }) => field)).not.toContain('visitCount');
  });
});
