import { describe, expect, it } from 'vitest';
import { formatMessage } from './format.ts';

describe('a message', () => {
  it.each([
    ['a text that turns the rest of the sentence round', 'базовый\u202e', 'Уровня «базовый\uFFFD» нет.'],
    ['one that holds the sentence apart', '\u2067базовый\u2069', 'Уровня «\uFFFDбазовый\uFFFD» нет.'],
    ['one that steers a terminal', 'базовый\u001b[2K\u009b1A', 'Уровня «базовый\uFFFD[2K\uFFFD1A» нет.'],
    ['several', ['\u202dа', '\u0000б'], 'Уровня «\uFFFDа, \uFFFDб» нет.'],
    ['line ends, soft hyphens and signs of other planes', 'а\nб\u00ad😀', 'Уровня «а\nб\u00ad😀» нет.'],
    ['a day', '2026-10-31', 'Уровня «31.10.2026» нет.'],
  ])('with %s', (_, value, shown) => {
    expect(formatMessage('ru', 'Уровня «{value}» нет.', { value })).toBe(shown);
  });
});
