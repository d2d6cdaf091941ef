/** Which rows and columns of a sheet are drawn: those in sight, what merged areas begin outside, and the active cell. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo } from 'react';
import type { RefObject } from 'react';
import type { SheetView } from '../../file/sheet-view.ts';
import type { Place } from './grid-keys.ts';
import type { SheetSizes } from './sheet-sizes.ts';
import { HEADER_HEIGHT, ROW_HEADER_WIDTH, span } from './sheet-sizes.ts';

/** Frozen rows may take this much; a title block as high as the window would leave nothing to scroll. */
const FROZEN_AT_MOST_PX = 280;

/** A row or column with its distance from where its part of the grid begins. */
export interface Line {
  readonly index: number;
  readonly start: number;
}

export interface GridWindow {
  readonly frozenRows: readonly Line[];
  readonly frozenHeight: number;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly bodyHeight: number;
  readonly width: number;
  readonly showPlace: (row: number, column: number) => void;
}

export function useGridWindow(
  view: SheetView,
  sizes: SheetSizes,
  active: Place,
  scroller: RefObject<HTMLDivElement | null>,
): GridWindow {
  const frozen = frozenRowsOf(view, sizes);
  const frozenHeight = span(1, frozen, sizes.height);
  const top = HEADER_HEIGHT + frozenHeight;
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells React itself when to draw
  const rowVirtualizer = useVirtualizer({
    count: sizes.rowCount - frozen,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizes.height(index + frozen + 1),
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: top,
  });
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: sizes.columnCount,
    getScrollElement: () => scroller.current,
    estimateSize: sizes.width,
    overscan: 3,
    scrollMargin: ROW_HEADER_WIDTH,
    scrollPaddingStart: ROW_HEADER_WIDTH,
  });
  const visibleRows = rowVirtualizer.getVirtualItems().map(({ index }) => index + frozen + 1);
  const visibleColumns = columnVirtualizer.getVirtualItems().map(({ index }) => index);
  const rowsDrawn = new Set(visibleRows);
  const columnsDrawn = new Set(visibleColumns);
  for (const row of [...visibleRows, ...range(1, frozen)]) {
    for (const area of sizes.mergesInRow(row)) {
      rowsDrawn.add(area.top);
      if (area.left < sizes.columnCount) columnsDrawn.add(area.left);
    }
  }
  rowsDrawn.add(active.row);
  columnsDrawn.add(active.column);
  const columns = useLines(columnsDrawn, (index) => columnVirtualizer.measurementsCache[index]?.start ?? 0);
  const showPlace = useCallback(
    (row: number, column: number) => {
      if (row > frozen) rowVirtualizer.scrollToIndex(row - frozen - 1, { align: 'auto' });
      columnVirtualizer.scrollToIndex(column, { align: 'auto' });
    },
    [frozen, rowVirtualizer, columnVirtualizer],
  );
  return {
    frozenRows: range(1, frozen).map((row) => ({ index: row, start: span(1, row - 1, sizes.height) })),
    frozenHeight,
    rows: ascending(rowsDrawn)
      .filter((row) => row > frozen && row <= sizes.rowCount)
      .map((row) => ({ index: row, start: (rowVirtualizer.measurementsCache[row - frozen - 1]?.start ?? top) - top })),
    columns,
    bodyHeight: rowVirtualizer.getTotalSize(),
    width: columnVirtualizer.getTotalSize() + ROW_HEADER_WIDTH,
    showPlace,
  };
}

function frozenRowsOf(view: SheetView, sizes: SheetSizes): number {
  const rows = Math.min(view.frozenRows, sizes.rowCount - 1);
  return span(1, rows, sizes.height) > FROZEN_AT_MOST_PX ? 0 : rows;
}

/** The same list as long as it holds the same columns: rows that have not changed are then not drawn again. */
function useLines(indexes: ReadonlySet<number>, startOf: (index: number) => number): readonly Line[] {
  const key = ascending(indexes)
    .map((index) => `${index}:${startOf(index)}`)
    .join(' ');
  return useMemo(
    () =>
      key.split(' ').map((part) => {
        const [index, start] = part.split(':').map(Number);
        return { index: index ?? 0, start: start ?? 0 };
      }),
    [key],
  );
}

function ascending(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].toSorted((one, other) => one - other);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
