import { describe, expect, it } from 'vitest';
import { findDurationMonths, parseNumber, parseTermMonths } from './decode-number.ts';
import { shown } from './testing-sheet.ts';

describe('a count or rate written as text', () => {
  it.each<[string, unknown]>([
    ['12', 12],
    [' 3 ', 3],
    ['0,5', 0.5],
    ['0.5', 0.5],
    ['1 250', 1250],
    ['-15,3', -15.3],
    ['+8,7', 8.7],
    ['2 чел.', 2],
    ['3 раза', 3],
    ['нет', 0],
    ['Нет', 0],
    ['-', 0],
    ['—', 0],
    ['X', 0],
    ['Х', 0],
    ['х', 0],
    ['50 %', 0.5],
    ['½', 0.5],
    ['полставки', 0.5],
    ['двое', '?'],
    ['полная', '?'],
    ['12/31', '?'],
    ['1,2,3', '?'],
    ['около 5', '?'],
  ])('«%s» is %s', (text, wanted) => {
    expect(shown(parseNumber(text))).toBe(wanted);
  });
});

describe('a cell filled to its limit', () => {
  it.each([
    ['a gap', `2${' '.repeat(32_000)}x`, '?', '?'],
    ['a gap before a unit', `2${' '.repeat(32_000)}чел.`, 2, 2],
    ['digits', '1'.repeat(32_000), '?', '?'],
    ['brackets', `1 ${'('.repeat(32_000)}`, '?', '?'],
  ])('%s is read at once', (_what, text, count, term) => {
    expect([shown(parseNumber(text)), shown(parseTermMonths(text))]).toEqual([count, term]);
  });
});

describe('a term', () => {
  it.each<[string, unknown]>([
    ['12', 12],
    ['12 мес.', 12],
    ['6 месяцев', 6],
    ['1 год', 12],
    ['2 года', 24],
    ['1 год 6 месяцев', 18],
    ['1,5 года', 18],
    ['полгода', 6],
    ['год', 12],
    ['до улучшения', '?'],
    ['бессрочно', '?'],
  ])('«%s» is %s months', (text, wanted) => {
    expect(shown(parseTermMonths(text))).toBe(wanted);
  });

  it.each<[string, number | null]>([
    ['базовый, 1 год', 12],
    ['Б (12 мес.)', 12],
    ['кризисный, полгода', 6],
    ['базовый с 2025 года', null],
    ['базовый', null],
  ])('is found in «%s»', (text, wanted) => {
    expect(findDurationMonths(text)).toBe(wanted);
  });
});
