import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNumberAndDate } from './split-number-and-date.ts';
import { writtenDay } from './testing-register.ts';
import { shown } from './testing-sheet.ts';

describe('number and date in one cell', () => {
  it.each<[string, string | null, unknown]>([
    ['№ 15 от 01.02.2019', '15', '2019-02-01'],
    ['N 15 от 01.02.2019', '15', '2019-02-01'],
    ['15/2019 от 01.02.2019 г.', '15/2019', '2019-02-01'],
    ['01.02.2019 № 15', '15', '2019-02-01'],
    ['01.02.2019 г., № 15', '15', '2019-02-01'],
    ['№ 15, 1 февраля 2019 года', '15', '2019-02-01'],
    ['Договор № 15-С/24 от 01.02.2019', '15-С/24', '2019-02-01'],
    ['протокол №2.3.-П\\25 от 20.04.2017', '2.3.-П\\25', '2017-04-20'],
    ['53-85/17-мпр от 30.06.2017', '53-85/17-мпр', '2017-06-30'],
    ['б/н от 01.02.2019', 'б/н', '2019-02-01'],
    ['№ 15 от 31.02.2019', '15', '?'],
    ['от 01.02.2019', null, '2019-02-01'],
    ['01.02.2019', null, '2019-02-01'],
    ['№ 15', '15', null],
    ['422-р', '422-р', null],
    ['№', null, null],
  ])('«%s»', (text, number, day) => {
    const parts = splitNumberAndDate(text);
    expect([parts.number, shown(parts.date, true)]).toEqual([number, day]);
  });

  it('come back in either order', () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('', '-С', '/26', '-С/26', 'а'));
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 16_000, max: 22_000 }),
        fc.integer({ min: 1, max: 5 }),
        ([no, tail], day, style) => {
          const number = `${no}${tail}`;
          const text = String(writtenDay(day, style));
          for (const cell of [`№ ${number} от ${text}`, `${number} от ${text}`, `${text} № ${number}`]) {
            expect(splitNumberAndDate(cell)).toEqual({ number, date: day });
          }
        },
      ),
    );
  });
});
