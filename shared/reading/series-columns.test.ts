/** One field written down one by one over several columns. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

const HEAD = ['№ п/п', 'ФИО заявителя', 'Уровень'];
const families = (rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] =>
  rows.map((cells, at) => [at + 1, ['Белова А.П.', 'Осипова О.И.', 'Носова В.В.'][at] ?? null, 'базовый', ...cells]);
const day = (text: string): CellValue => date(text);

describe('children', () => {
  it('each with the birth date in the column beside', () => {
    const heading = ['Ребенок 1', 'Дата рождения', 'Ребенок 2', 'Дата рождения'];
    const reading = read([
      sheet([
        [...HEAD, ...heading],
        ...families([
          ['Мария', day('2015-02-03'), null, null],
          ['Иван', '05.06.2017', 'Ольга', day('2020-01-02')],
        ]),
      ]),
    ]);
    expect(tablesOf(reading)).toEqual(['families 2-3: A seq, B applicant, C level, D children, F children']);
    expect(fieldOf(reading, 'children')).toEqual([
      [['Мария', '2015-02-03']],
      [
        ['Иван', '2017-06-05'],
        ['Ольга', '2020-01-02'],
      ],
    ]);
  });

  it('each with the birth date in the cell', () => {
    const reading = read([
      sheet([
        [...HEAD, '1-й ребёнок (ФИО, д.р.)', '2-й ребёнок (ФИО, д.р.)'],
        ...families([['Мария, 03.02.2015', 'Иван, 05.06.2017'], ['Ольга, 02.01.2020']]),
      ]),
    ]);
    expect(fieldOf(reading, 'children')).toEqual([
      [
        ['Мария', '2015-02-03'],
        ['Иван', '2017-06-05'],
      ],
      [['Ольга', '2020-01-02']],
    ]);
  });
});

describe('visits and reviews', () => {
  it.each<[string, readonly string[]]>([
    ['numbered dates', ['Дата 1-го посещения', 'Дата 2-го посещения', 'Дата 3-го посещения']],
    ['numbered visits', ['1-е посещение', '2-е посещение', '3 посещение']],
    ['numbers in words', ['Первый выход', 'Второй выход', 'Третий выход']],
    ['the same heading again', ['Дата посещения', 'Дата посещения', 'Дата посещения']],
  ])('%s', (_, heading) => {
    const reading = read([
      sheet([
        [...HEAD, ...heading],
        ...families([
          [day('2026-01-03'), day('2026-02-03'), '05.03.2026'],
          [day('2026-01-10'), null, null],
          [null, null, null],
        ]),
      ]),
    ]);
    expect(tablesOf(reading)[0]).toContain('D visitDates, E visitDates, F visitDates');
    expect(fieldOf(reading, 'visitDates')).toEqual([['2026-01-03', '2026-02-03', '2026-03-05'], ['2026-01-10'], null]);
  });

  it('under one merged heading, with numbers below it or without', () => {
    const rows = families([[day('2026-01-03'), day('2026-02-03')], [day('2026-01-10')], [null, day('2026-02-01')]]);
    const dates = [['2026-01-03', '2026-02-03'], ['2026-01-10'], ['2026-02-01']];
    const plain = sheet([[...HEAD, 'Даты консилиумов', null], ...rows], { merges: ['D1:E1'] });
    const both = sheet([[...HEAD, 'Даты консилиумов', null], [null, null, null, 1, 2], ...rows], {
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
    });
    for (const one of [plain, both]) expect(fieldOf(read([one]), 'reviewDates')).toEqual(dates);
  });

  it('the last and the next one are no series', () => {
    const reading = read([
      sheet([
        [...HEAD, 'Последнее посещение', 'Следующее посещение'],
        ...families([
          [day('2026-01-03'), day('2026-12-03')],
          [day('2026-01-10'), null],
        ]),
      ]),
    ]);
    expect(tablesOf(reading)[0]).toContain('D lastVisit, E nextVisit');
  });
});
