import { describe, expect, it } from 'vitest';
import { isBuiltInDateFormat, isDateFormat } from './date-format.ts';

describe('date formats', () => {
  it.each([
    'dd.mm.yyyy',
    'dd\\.mm\\.yyyy',
    'm/d/yy',
    'yyyy',
    'mmmm',
    'mmm\\ yy',
    '[$-419]d\\ mmmm\\ yyyy\\ "г.";@',
    'dd/mm/yyyy h:mm',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'DD.MM.YYYY',
    '[Red]dd.mm.yyyy',
    'd',
    '"на "dd.mm.yyyy',
  ])('%s shows a day', (code) => expect(isDateFormat(code)).toBe(true));

  it.each([
    'General',
    '0.00',
    '@',
    '#,##0',
    '0" дней"',
    '0 "d"',
    '\\d0',
    'h:mm',
    '[h]:mm:ss',
    'mm:ss',
    '[mm]:ss',
    '0%',
    '[$-419]0',
    '',
    '_-* #,##0.00 _₽_-',
    '# ##0"day"',
    '[Red]0',
    '0;dd.mm.yyyy',
  ])('%s does not', (code) => expect(isDateFormat(code)).toBe(false));

  it('tells the built-in ones', () => {
    const dates = Array.from({ length: 60 }, (_, id) => id).filter(isBuiltInDateFormat);
    expect(dates).toEqual([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
  });
});
