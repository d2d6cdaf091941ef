import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../domain/day.ts';
import { findDates, monthOfName, parseDate, parseDates } from './decode-date.ts';
import { shown } from './testing-sheet.ts';
import { writtenDay } from './testing-register.ts';

describe('a date written as text', () => {
  it.each([
    ['12.03.2019', '2019-03-12'],
    ['12.03.2019 г.', '2019-03-12'],
    ['12.03.2019г', '2019-03-12'],
    ['12.3.19', '2019-03-12'],
    ['12.03.85', '1985-03-12'],
    ['12/03/2019', '2019-03-12'],
    ['12-03-2019', '2019-03-12'],
    ['12 марта 2019 г.', '2019-03-12'],
    ['20 апреля 2017г.', '2017-04-20'],
    ['«12» мая 2019 года', '2019-05-12'],
    ['16 Сентября 2019, 14:04', '2019-09-16'],
    ['12.03.2019 10:30', '2019-03-12'],
    ['2019-03-12', '2019-03-12'],
    ['2019-03-12T00:00:00', '2019-03-12'],
    ['от 12.03.2019', '2019-03-12'],
    ['12.III.2019', '2019-03-12'],
    ['5 XII 2019 г.', '2019-12-05'],
    ['5.Х.2019', '2019-10-05'],
    ['5.IIII.2019', '?'],
    ['март 2019', '2019-03-01'],
    ['мар.26', '2026-03-01'],
    ['мар 26', '?'],
    ['12.мар.2026', '2026-03-12'],
    ['12.03.2019 г.р.', '2019-03-12'],
    ['12.03.2019г. рожд.', '2019-03-12'],
    ['пт, 12.03.2026', '2026-03-12'],
    ['12.03.2026 (пт)', '2026-03-12'],
    ['12.03.2026?', '?'],
    ['10 февр. 2026', '2026-02-10'],
    ['10 нояб. 2026 г.', '2026-11-10'],
    ['20.04.2026 г., 14 ч.', '2026-04-20'],
    ['20.04.2026 в 14 часов', '2026-04-20'],
    ['20.04.2026 14 ч. 30 мин.', '2026-04-20'],
    ['20.04.2026 с 10:00 до 11:30', '2026-04-20'],
    ['20.04.2026, 10.00–11.30', '2026-04-20'],
    ['20.04.2026, 14 чел.', '?'],
    ['20.04.2026 14', '?'],
    ['03.2019', '2019-03-01'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2025', '?'],
    ['31.02.2025', '?'],
    ['12.13.2025', '?'],
    ['12.03.0219', '?'],
    ['по плану', '?'],
    ['ноябрь', '?'],
    ['12.03.2019 и 13.03.2019', '?'],
    ['', '?'],
  ])('«%s» is %s', (text, wanted) => {
    expect(shown(parseDate(text), true)).toBe(wanted);
  });

  it('comes back from every way of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_958, max: 22_000 }), fc.integer({ min: 1, max: 5 }), (day, style) => {
        expect(parseDate(String(writtenDay(day, style)))).toBe(day);
      }),
    );
  });
});

describe('a list of dates in one cell', () => {
  it.each<[string, number | undefined, readonly unknown[]]>([
    ['03.10.2024, 21.03.2025', undefined, ['2024-10-03', '2025-03-21']],
    ['03.10.2024\n21.03.2025', undefined, ['2024-10-03', '2025-03-21']],
    ['03.10.2024 21.03.2025', undefined, ['2024-10-03', '2025-03-21']],
    ['05.03; 19.03.2026', undefined, ['2026-03-05', '2026-03-19']],
    ['05.03, 19.03', 2026, ['2026-03-05', '2026-03-19']],
    ['5 марта, 19 марта', 2026, ['2026-03-05', '2026-03-19']],
    ['12.01.2026, 31.02.2026', undefined, ['2026-01-12', '?']],
    ['позже, 12.01.2026', undefined, ['?', '2026-01-12']],
    ['', undefined, []],
  ])('«%s» in %s', (text, year, wanted) => {
    expect(shown(parseDates(text, year), true)).toEqual(wanted);
  });
});

describe('dates inside a text', () => {
  it('are found with their places', () => {
    const text = 'перевод на К 15.09.19; базовый с 1 мая 2020 г.';
    expect(findDates(text).map(({ start, end, day }) => [text.slice(start, end), shown(day, true)])).toEqual([
      ['15.09.19', '2019-09-15'],
      ['1 мая 2020 г.', '2020-05-01'],
    ]);
  });

  it.each([
    ['№ 2.3.-П\\25', 0],
    ['ПОС.03-1123/15', 0],
    ['8 (3467) 930-771', 0],
    ['кв. 12.05', 0],
  ])('are not seen in «%s»', (text, count) => {
    expect(findDates(text)).toHaveLength(count);
  });
});

it('knows months by their names, cases and abbreviations', () => {
  const names = ['январь', 'фев', 'марта', 'апр.', 'май', 'июня', 'июл', 'Август', 'сент', 'октября', 'ноя', 'декабре'];
  expect(names.map(monthOfName)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(['марш', 'майор', 'мария', ''].map(monthOfName)).toEqual([null, null, null, null]);
});

describe('signs of two kinds', () => {
  it.each([
    ['1/12.03.2026', '2026-03-12'],
    ['5-12.03.26', '2026-03-12'],
    ['12/03.2026', '2026-03-12'],
    ['12.03-2026', '2026-03-12'],
  ])('the date in «%s»', (text, day) => {
    expect(findDates(text).map((date) => isoOf(date.day))).toEqual([day]);
  });

  it('commas for points in a whole text', () => {
    expect(isoOf(parseDate('12,03,2026'))).toBe('2026-03-12');
    expect(parseDate('12,03')).toBeNaN();
  });
});
