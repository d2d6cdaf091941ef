import { describe, expect, it } from 'vitest';
import { holdsError, indexOfRowFrom, isErrorText, isInside } from './sheet-cells.ts';

describe('an area of cells', () => {
  const area = { top: 3, bottom: 5, left: 1, right: 2 };
  it.each([
    [3, 1, true],
    [5, 2, true],
    [4, 2, true],
    [2, 1, false],
    [6, 1, false],
    [3, 0, false],
    [3, 3, false],
  ])('with row %i, column %i: %s', (row, column, inside) => {
    expect(isInside(area, { row, column })).toBe(inside);
  });
});

describe('the first row from a number on', () => {
  const rows = [2, 3, 7].map((row) => ({ row, cells: [] }));
  it.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 2],
    [7, 2],
    [8, 3],
  ])('%i stands at %i', (row, index) => {
    expect(indexOfRowFrom(rows, row)).toBe(index);
  });

  it('is none of no rows', () => {
    expect(indexOfRowFrom([], 1)).toBe(0);
  });
});

describe("the text of a formula's error", () => {
  it.each(['#REF!', '#DIV/0!', '#NAME?', '#N/A', '#GETTING_DATA', '#ССЫЛКА!', '#ДЕЛ/0!', '#ИМЯ?', '#Н/Д', '#ПЕРЕНОС!'])(
    'is %s',
    (text) => {
      expect(isErrorText(text)).toBe(true);
      expect([holdsError(text), holdsError(` ${text} `), holdsError({ error: text })]).toEqual([true, true, true]);
    },
  );

  it.each(['', '#', '#!', '#15', '#15/2025', 'REF!', '№ 7', 'см. #REF!', '#REF! нет', '#КТО?', '#ref!'])(
    'is not %j',
    (text) => {
      expect([isErrorText(text), holdsError(text)]).toEqual([false, false]);
    },
  );

  it.each([[null], [undefined], [7], [true], [{ serial: 45_000 }]])('no cell with %j holds one', (value) => {
    expect(holdsError(value)).toBe(false);
  });
});
