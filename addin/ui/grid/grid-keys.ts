/** Where the keys lead in a grid, as in Excel. */
import type { SheetSizes } from './sheet-sizes.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The keys of a keyboard event that matter here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
}

const PAGE = 20;

/** The place that a key leads to, or null when it leads nowhere. Hidden rows and columns are stepped over. */
export function placeAfterKey(from: Place, { key, ctrlKey }: KeyPress, sizes: SheetSizes): Place | null {
  const area = sizes.mergeAt(from.row, from.column);
  const { rowCount, columnCount } = sizes;
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: step((area?.top ?? from.row) - 1, -1, 1, sizes.height) ?? from.row };
    case 'ArrowDown':
      return { ...from, row: step((area?.bottom ?? from.row) + 1, 1, rowCount, sizes.height) ?? from.row };
    case 'ArrowLeft':
      return { ...from, column: step((area?.left ?? from.column) - 1, -1, 0, sizes.width) ?? from.column };
    case 'ArrowRight':
      return {
        ...from,
        column: step((area?.right ?? from.column) + 1, 1, columnCount - 1, sizes.width) ?? from.column,
      };
    case 'PageUp':
      return { ...from, row: step(Math.max(1, from.row - PAGE), -1, 1, sizes.height) ?? from.row };
    case 'PageDown':
      return { ...from, row: step(Math.min(rowCount, from.row + PAGE), 1, rowCount, sizes.height) ?? from.row };
    case 'Home':
      return { row: ctrlKey ? 1 : from.row, column: 0 };
    case 'End':
      return { row: ctrlKey ? rowCount : from.row, column: columnCount - 1 };
    default:
      return null;
  }
}

/** The first index from `start` on, in one direction, that is not hidden; null beyond the edge. */
function step(start: number, by: 1 | -1, edge: number, size: (index: number) => number): number | null {
  for (let index = start; by > 0 ? index <= edge : index >= edge; index += by) if (size(index) > 0) return index;
  return null;
}

/** The cell that stands for a place: the first of a merged area. */
export function anchorOf(place: Place, sizes: SheetSizes): Place {
  const area = sizes.mergeAt(place.row, place.column);
  return area ? { row: area.top, column: area.left } : place;
}
