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
