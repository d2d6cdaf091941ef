/**
 * What to ask in one batch. Excel on the web refuses answers over 5 MB, so cells are asked for in blocks of rows whose
 * answers are expected to be well below, judged by what the cells before them took.
 */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import type { SheetRows } from './sheet-rows.ts';

/**
 * A part of a sheet that is still to be read: its cells with all that helps to read them, only the values of cells whose
 * formulas are known, or only the number formats of one column.
 */
export interface Work {
  readonly kind: 'values' | 'results' | 'formats';
  readonly sheet: SheetRows;
  readonly area: CellArea;
}

/** The answer of a batch is planned to stay below this; the limit is 5 MB. */
export const ANSWER_BUDGET = 4_400_000;
/** The same while nothing is known of the cells. */
export const FIRST_BUDGET = 3_600_000;
/** Bytes of a cell before any is seen: a long word in Russian. */
export const BYTES_PER_CELL_AT_FIRST = 40;
/** A number format in an answer: "dd.mm.yyyy" with quotes, comma and brackets. */
const BYTES_PER_FORMAT = 15;

/** Takes from the front as many rows as fit; at least one, so that every batch makes progress. */
export function takeBatch(
  waiting: readonly Work[],
  bytesPerCell: number,
  budget: number,
): { readonly batch: readonly Work[]; readonly rest: readonly Work[] } {
  const batch: Work[] = [];
  let left = budget;
  for (const [index, work] of waiting.entries()) {
    const rows = work.area.bottom - work.area.top + 1;
    const bytesPerRow = bytesOfRow(work, bytesPerCell);
    const fitting = Math.max(0, Math.min(rows, Math.floor(left / bytesPerRow)));
    const taken = batch.length === 0 ? Math.max(1, fitting) : fitting;
    if (taken > 0) batch.push({ ...work, area: { ...work.area, bottom: work.area.top + taken - 1 } });
    if (taken === rows) {
      left -= rows * bytesPerRow;
      continue;
    }
    const remaining = { ...work, area: { ...work.area, top: work.area.top + taken } };
    return { batch, rest: [remaining, ...waiting.slice(index + 1)] };
  }
  return { batch, rest: [] };
}

function bytesOfRow({ kind, sheet, area }: Work, bytesPerCell: number): number {
  if (kind === 'formats') return BYTES_PER_FORMAT;
  const columns = area.right - area.left + 1;
  const hidden = sheet.outline.hasHiddenRows ? 22 : 0;
  return columns * bytesPerCell + sheet.numericColumns.size * BYTES_PER_FORMAT + hidden + 3;
}

/** The columns, those beside each other as one span, from left to right. */
export function columnSpans(columns: Iterable<number>): readonly { readonly left: number; readonly right: number }[] {
  const spans: { readonly left: number; right: number }[] = [];
  for (const column of [...columns].toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.right === column - 1) last.right = column;
    else spans.push({ left: column, right: column });
  }
  return spans;
}
