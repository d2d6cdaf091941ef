import { describe, expect, it } from 'vitest';
import { testRun } from '../test-register.ts';
import { cellText, fieldText, valueOf } from './cell-text.ts';

describe('what a cell shows', () => {
  it.each([
    [null, ''],
    ['', ''],
    ['Ромашкина', 'Ромашкина'],
    [12, '12'],
    [2.5, '2,5'],
    [true, 'true'],
    [{ serial: 46_326 }, '31.10.2026'],
    [{ serial: -1 }, '-1'],
    [{ serial: 2_958_465 }, '31.12.9999'],
    [{ serial: 2_958_466 }, '2958466'],
    [{ error: '#REF!' as const }, '#REF!'],
  ])('%j: %s', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

describe('what a value shows where there is no sheet', () => {
  const { register } = testRun({
    families: [
      {
        applicant: 'Ромашкина',
        applicationDate: '2026-03-10',
        contractDate: 'весной',
        childrenCount: 2,
        level: 'кризисный',
        categories: ['СОП', 'странная'],
        children: [
          { name: 'Пётр', birth: '2015-03-01' },
          { name: 'Ия', birth: null },
        ],
        visitDates: ['2026-03-10', 'вчера'],
        transfers: [
          ['2026-05-12', 'BASE'],
          ['летом', null],
        ],
        visitsByMonth: { '2026-03': 4 },
        closedOn: null,
      },
    ],
  });
  const [row] = register.families;

  it.each([
    ['applicant', 'Ромашкина'],
    ['applicationDate', '10.03.2026'],
    ['contractDate', ''],
    ['childrenCount', '2'],
    ['level', 'кризисный'],
    ['categories', 'СОП; странная'],
    ['children', 'Пётр; Ия'],
    ['visitDates', '10.03.2026; ?'],
    ['transfers', '12.05.2026; ?'],
    ['closedOn', ''],
    ['phone', ''],
  ])('%s: «%s»', (field, text) => {
    expect(row && fieldText(row, field)).toBe(text);
  });

  it('tells the months apart', () => {
    expect(row && [fieldText(row, 'visitsByMonth', '2026-03'), fieldText(row, 'visitsByMonth', '2026-04')]).toEqual([
      '4',
      '',
    ]);
    expect(row && fieldText(row, 'visitsByMonth')).toBe('');
    expect(row && [valueOf(row, 'phone'), valueOf(row, 'closedOn')]).toEqual([undefined, null]);
  });
});
