import { expect, it } from 'vitest';
import { reportClipboard, reportCsv } from './report-csv.ts';

const REPORT = {
  name: 'Свод',
  widths: [],
  rows: [
    [{ value: 'Район; «Лесной»' }, { value: '=1+1' }, { value: -5 }],
    [{ value: '2026-03-10', format: 'date' }, { value: '2026-03-10' }, { value: 0.256, format: 'percent' }],
  ],
} as const;

it('dates and shares of a report are text as people write them; a text that looks like a formula is none', () => {
  expect(reportCsv(REPORT)).toBe('\uFEFF"Район; «Лесной»";\'=1+1;-5\r\n10.03.2026;2026-03-10;26%\r\n');
  expect(reportClipboard(REPORT)).toBe("Район; «Лесной»\t'=1+1\t-5\r\n10.03.2026\t2026-03-10\t26%");
});

it.each([
  ['Лес,=1+1,роща', "Лес,'=1+1,роща"],
  ['Лес\t @SUM(A1)', "Лес\t '@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['кв. 5, +7 912, -', 'кв. 5, +7 912, -'],
])('no piece of %j is a formula for an Excel that parts by commas or tabs either', (value, cell) => {
  expect(reportCsv({ name: 'Свод', widths: [], rows: [[{ value }]] })).toBe(`\uFEFF${cell}\r\n`);
});
