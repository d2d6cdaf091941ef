import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../engine/workbook-port.ts';
import { entryOf, isAsMeant, type CellBefore } from './cell-entry.ts';

function before(numberFormat: string, value: unknown = 'было', formula: unknown = value): CellBefore {
  return { value, formula, numberFormat };
}

function text(words: string): CellEdit['value'] {
  return { kind: 'text', text: words };
}

describe('a text', () => {
  it.each([
    ['Базовый', 'General', 'General'],
    ['Орлова Мария Петровна', '0.00', '0.00'],
    ['Базовый', 'dd.mm.yyyy', '@'],
    ['Базовый', '@', '@'],
    ['12.03.2025', 'General', '@'],
    ['март 2025', 'General', '@'],
    ['+7 912', 'General', '@'],
    ['=A1', 'General', '@'],
    ['истина', 'General', '@'],
    ['#N/A', 'General', '@'],
  ])('%j in a cell of format %s takes the format %s', (words, format, taken) => {
    expect(entryOf(text(words), before(format), false)).toMatchObject({ numberFormat: taken, formatAfter: taken });
  });

  it.each([['ж'.repeat(32_768)], ['а\0б']])('that no cell can hold is refused', (words) => {
    expect(entryOf(text(words), before('General'), false)).toBeNull();
  });
});

describe('a date', () => {
  it.each([
    ['General', 'dd.mm.yyyy'],
    ['@', 'dd.mm.yyyy'],
    ['d mmmm yyyy', 'd mmmm yyyy'],
  ])('in a cell of format %s takes the format %s', (format, taken) => {
    expect(entryOf({ kind: 'date', iso: '2025-03-14' }, before(format), false)).toMatchObject({
      numberFormat: taken,
      value: 45_730,
    });
  });

  it('is counted from 1904 where the workbook does so', () => {
    expect(entryOf({ kind: 'date', iso: '1904-01-01' }, before('General'), true)?.value).toBe(0);
  });
});

describe('what Excel gives back', () => {
  it.each<[string, CellBefore, boolean]>([
    ['the text itself', before('@', '=1+1', '=1+1'), true],
    ['a formula instead', before('@', 2, '=1+1'), false],
    ['another text', before('@', '1+1', '1+1'), false],
    ['another format', before('General', '=1+1', '=1+1'), false],
  ])('%s', (_what, now, isRight) => {
    const entry = entryOf(text('=1+1'), before('General'), false);
    expect(entry && isAsMeant(entry, now)).toBe(isRight);
  });

  it('one kind of line break for another is the same text', () => {
    const entry = entryOf(text('а\r\nб'), before('General'), false);
    expect(entry && isAsMeant(entry, before(entry.formatAfter, 'а\nб'))).toBe(true);
  });
});
