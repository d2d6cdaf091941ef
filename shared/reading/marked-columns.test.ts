/** One column for each entry of a list: what counts as a tick, and what as none. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf } from './testing-view.ts';

const NAMES = ['Белова А.П.', 'Громова И.И.', 'Носова З.О.'];
const marked = (...ticks: readonly (readonly CellValue[])[]) =>
  sheet([
    ['№', 'ФИО заявителя', 'Многодетная', 'Неполная', 'СОП', 'Уровень', 'Куратор', 'Дата договора'],
    ...ticks.map((cells, at): readonly CellValue[] => [
      at + 1,
      NAMES[at] ?? '',
      ...cells,
      'базовый',
      'Осипова О.И.',
      date('2026-02-02'),
    ]),
  ]);

describe('ticks under the names of categories', () => {
  it.each<[string, CellValue, CellValue]>([
    ['signs', '+', '-'],
    ['words', 'да', 'нет'],
    ['figures', 1, 0],
    ['boxes', true, false],
    ['boxes of a web table', 'TRUE', 'FALSE'],
    ['boxes as text', 'ИСТИНА', 'ЛОЖЬ'],
    ['drawn boxes', '☑', '☐'],
  ])('may be %s', (_, yes, no) => {
    const reading = read([marked([yes, no, no], [no, yes, yes], [no, no, no])]);
    expect(fieldOf(reading, 'categories')).toEqual([['CAT04'], ['CAT07', 'CAT08'], null]);
  });
});
