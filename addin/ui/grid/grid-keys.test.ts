import { describe, expect, it } from 'vitest';
import type { SheetView } from '../../file/sheet-view.ts';
import { anchorOf, placeAfterKey } from './grid-keys.ts';
import { sheetSizes } from './sheet-sizes.ts';

/** Twenty rows and six columns; C3:D5 merged, row 8 and column B hidden. */
const view: SheetView = {
  name: 'Реестр',
  rowCount: 20,
  columnCount: 6,
  text: () => '',
  value: () => null,
  look: () => null,
  merges: [{ top: 3, left: 2, bottom: 5, right: 3 }],
  columnWidth: () => null,
  rowHeight: () => null,
  frozenRows: 0,
  frozenColumns: 0,
  isRowHidden: (row) => row === 8,
  isColumnHidden: (column) => column === 1,
};
const sizes = sheetSizes(view);
const press = (row: number, column: number, key: string, ctrlKey = false) =>
  placeAfterKey({ row, column }, { key, ctrlKey }, sizes);

describe('keys in the grid', () => {
  it.each([
    ['down', press(1, 0, 'ArrowDown'), { row: 2, column: 0 }],
    ['up at the top', press(1, 0, 'ArrowUp'), { row: 1, column: 0 }],
    ['right over a hidden column', press(1, 0, 'ArrowRight'), { row: 1, column: 2 }],
    ['down over a hidden row', press(7, 0, 'ArrowDown'), { row: 9, column: 0 }],
    ['down out of a merged area', press(3, 2, 'ArrowDown'), { row: 6, column: 2 }],
    ['right out of a merged area', press(3, 2, 'ArrowRight'), { row: 3, column: 4 }],
    ['Home', press(9, 4, 'Home'), { row: 9, column: 0 }],
    ['Ctrl+Home', press(9, 4, 'Home', true), { row: 1, column: 0 }],
    ['Ctrl+End', press(1, 0, 'End', true), { row: 30, column: 7 }],
    ['Page Up near the top', press(5, 0, 'PageUp'), { row: 1, column: 0 }],
    ['a key that does not move', press(5, 0, 'a'), null],
  ])('%s', (_name, place, expected) => {
    expect(place).toEqual(expected);
  });

  it('stand on the first cell of a merged area', () => {
    expect(anchorOf({ row: 5, column: 3 }, sizes)).toEqual({ row: 3, column: 2 });
  });
});
