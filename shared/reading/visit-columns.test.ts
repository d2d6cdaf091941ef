/** Visits of families in columns: counts of months, and lists of dates. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, family, HEAD, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

describe('visits of families in columns', () => {
  it.each<[string, readonly CellValue[], readonly string[]]>([
    ['real dates', [date('2026-01-01'), date('2026-02-01')], ['2026-01', '2026-02']],
    ['short months', ['янв.26', 'фев.26'], ['2026-01', '2026-02']],
    ['months and years', ['Январь 2026', 'Февраль 2026'], ['2026-01', '2026-02']],
    ['months over the turn of a year', ['декабрь', 'январь'], ['2025-12', '2026-01']],
    ['quarters', ['I квартал 2026', 'II квартал 2026'], ['2026-Q1', '2026-Q2']],
    ['visits said in words', ['Выходов в семью, январь 2026', 'Выходов в семью, февраль 2026'], ['2026-01', '2026-02']],
  ])('under %s', (_, headings, periods) => {
    const reading = read([
      sheet([
        [...HEAD, ...headings],
        [...family(1), 2, '—'],
        [...family(2), null, 'много'],
      ]),
    ]);
    expect(
      reading.register.tables[0]?.columns.filter(({ field }) => field === 'visitsByMonth').map(({ period }) => period),
    ).toEqual(periods);
    expect(fieldOf(reading, 'visitsByMonth')).toEqual([
      { [periods[0] ?? '']: 2, [periods[1] ?? '']: 0 },
      { [periods[0] ?? '']: null, [periods[1] ?? '']: Number.NaN },
    ]);
  });

  it.each([
    ['план', 'факт'],
    ['по плану', 'фактически'],
    ['Норма', 'Проведено'],
  ])('as they were made, beside what was planned: «%s», «%s»', (plan, fact) => {
    const own = [...HEAD.map(() => null), plan, fact, plan, fact];
    const reading = read([
      sheet(
        [[...HEAD, 'август', null, 'сентябрь', null], own, [...family(1), 4, 2, 4, 1], [...family(2), 4, 3, 4, '-']],
        {
          merges: ['H1:I1', 'J1:K1'],
        },
      ),
    ]);
    expect(fieldOf(reading, 'visitsByMonth')).toEqual([
      { '2026-08': 2, '2026-09': 1 },
      { '2026-08': 3, '2026-09': 0 },
    ]);
    const fields = reading.account.sheets[0]?.tables[0]?.columns.map(({ field }) => field);
    expect(fields?.slice(HEAD.length)).toEqual([null, 'visitsByMonth', null, 'visitsByMonth']);
  });

  it('a date in a column of counts is not read as a count', () => {
    const reading = read([
      sheet([
        [...HEAD, 'янв.26', 'фев.26'],
        [...family(1), 2, date('2026-05-02')],
        [...family(2), 1, 1],
      ]),
    ]);
    expect(fieldOf(reading, 'visitsByMonth')[0]).toEqual({ '2026-01': 2, '2026-02': Number.NaN });
  });

  it('as lists of dates, also without their year', () => {
    const reading = read([
      sheet([
        [...HEAD, 'янв.26', 'фев.26'],
        [...family(1), '12.01, 26.01', '03.02.2026'],
        [...family(2), '12.01', '04.02; 18.02'],
      ]),
    ]);
    expect(reading.register.tables[0]?.columns.slice(-2).map(({ field, period }) => [field, period])).toEqual([
      ['visitDates', '2026-01'],
      ['visitDates', '2026-02'],
    ]);
    expect(fieldOf(reading, 'visitDates')).toEqual([
      ['2026-01-12', '2026-01-26', '2026-02-03'],
      ['2026-01-12', '2026-02-04', '2026-02-18'],
    ]);
  });
});

it('months written as texts stand under the visits of the year', () => {
  const reading = read([
    sheet(
      [
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора', 'Выходы за месяц', null, null],
        [null, null, null, null, '01.2026', '02.2026 **', '03.2026'],
        ['1/25', 'Белова А.П.', 'базовый', date('2025-02-01'), 2, 1, 2],
        ['2/25', 'Носова В.Л.', 'базовый', date('2025-02-01'), 2, 2, 3],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1'] },
    ),
  ]);
  expect(tablesOf(reading)).toEqual([
    'families 3-4: A caseNo, B applicant, C level, D contractDate, E visitsByMonth 2026-01, F visitsByMonth 2026-02, G visitsByMonth 2026-03',
  ]);
});
