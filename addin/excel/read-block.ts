/**
 * Asks for the parts of sheets that a batch holds and puts the answers where they belong. Number formats, which would
 * double the bytes, are asked only for columns with numbers: along with the block where a number was met before, and
 * afterwards for the rest.
 */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { answerBytesOf, cellValueOf } from './cell-values.ts';
import { areasOfAddresses } from './range-address.ts';
import { columnSpans, type Work } from './read-plan.ts';
import { rangeOver } from './sheet-outline.ts';
import type { SheetRows } from './sheet-rows.ts';

export interface AskOptions {
  readonly is1904: boolean;
  /** Formulas are loaded in full. Else their addresses are asked for, which Excel refuses on some sheets. */
  readonly isCareful: boolean;
}

/** What an answer brought: more to ask, and the size of what came. */
export interface Taken {
  readonly more: readonly Work[];
  readonly cells: number;
  readonly bytes: number;
}

/** Excel fails to answer for more than 512 merged areas at once; so many cells cannot hold more. */
const CELLS_PER_MERGE_QUESTION = 1024;

/** Puts the questions of a piece of work into the batch. The answer may be taken after the sync. */
export function askWork(context: Excel.RequestContext, work: Work, options: AskOptions): () => Taken {
  const sheet = context.workbook.worksheets.getItem(work.sheet.outline.name);
  return work.kind === 'formats' ? askFormats(sheet, work, options) : askValues(sheet, work, options);
}

function askFormats(sheet: Excel.Worksheet, { sheet: rows, area }: Work, { is1904 }: AskOptions): () => Taken {
  const range = rangeOver(sheet, area);
  range.load('numberFormat');
  return () => {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const value = rows.valueAt(row, area.left);
      if (typeof value === 'number')
        rows.put(row, area.left, cellValueOf(value, formatAt(range, row - area.top), is1904));
    }
    return { more: [], cells: 0, bytes: 0 };
  };
}

function askValues(sheet: Excel.Worksheet, work: Work, options: AskOptions): () => Taken {
  const { area, sheet: rows } = work;
  const range = rangeOver(sheet, area);
  range.load('values');
  const further =
    work.kind === 'results' ? [] : [askFormulas(range, work, options.isCareful), askLayout(sheet, range, work)];
  const formats = askKnownFormats(sheet, area, rows.numericColumns);
  return () => {
    const taken = takeValues(range.values, { work, formats, is1904: options.is1904 });
    for (const take of further) take();
    return taken;
  };
}

/** The format of a cell by its column and its place from the top of the area; undefined for columns not asked. */
type Formats = (column: number) => ((index: number) => string | null) | undefined;

/** Asks for the number formats of columns, those beside each other at once. */
function askKnownFormats(sheet: Excel.Worksheet, area: CellArea, columns: ReadonlySet<number>): Formats {
  const inside = [...columns].filter((column) => column >= area.left && column <= area.right);
  const asked = columnSpans(inside).map((span) => {
    const range = rangeOver(sheet, { ...area, ...span });
    range.load('numberFormat');
    return { ...span, range };
  });
  return (column) => {
    const found = asked.find(({ left, right }) => left <= column && column <= right);
    return found && ((index) => formatAt(found.range, index, column - found.left));
  };
}

function takeValues(
  values: readonly (readonly unknown[])[],
  known: { readonly work: Work; readonly formats: Formats; readonly is1904: boolean },
): Taken {
  const { area, sheet: rows } = known.work;
  const unknownFormats = new Map<number, { top: number; bottom: number }>();
  const formats = Array.from({ length: area.right - area.left + 1 }, (_, offset) => known.formats(area.left + offset));
  let bytes = 0;
  values.forEach((cells, index) => {
    const row = area.top + index;
    cells.forEach((value, offset) => {
      bytes += answerBytesOf(value);
      const column = area.left + offset;
      const formatOf = formats[offset];
      if (typeof value === 'number' && !formatOf) widen(unknownFormats, column, row);
      const cell = cellValueOf(value, formatOf ? formatOf(index) : null, known.is1904);
      if (cell !== null) rows.put(row, column, cell);
    });
  });
  const more = [...unknownFormats].map(([column, { top, bottom }]): Work => {
    rows.numericColumns.add(column);
    return { kind: 'formats', sheet: rows, area: { top, left: column, bottom, right: column } };
  });
  return { more, bytes, cells: values.length * (area.right - area.left + 1) };
}

function widen(spans: Map<number, { top: number; bottom: number }>, column: number, row: number): void {
  const span = spans.get(column);
  if (span) span.bottom = row;
  else spans.set(column, { top: row, bottom: row });
}

function askFormulas(range: Excel.Range, { area, sheet: rows }: Work, isCareful: boolean): () => void {
  if (isCareful || rows.outline.isProtected) {
    range.load('formulas');
    return () => takeFormulas(rows, area, range);
  }
  const areas = range.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  areas.load('address');
  return () => {
    if (!areas.isNullObject) rows.noteFormulas(areasOfAddresses(areas.address));
  };
}

function takeFormulas(rows: SheetRows, area: CellArea, range: Excel.Range): void {
  const runs: { readonly top: number; readonly left: number; bottom: number; readonly right: number }[] = [];
  const last = new Map<number, (typeof runs)[number]>();
  range.formulas.forEach((cells: readonly unknown[], index) => {
    const row = area.top + index;
    cells.forEach((formula, offset) => {
      const isFormula = typeof formula === 'string' && formula.startsWith('=');
      if (!isFormula || formula === range.values[index]?.[offset]) return;
      const column = area.left + offset;
      const above = last.get(column);
      if (above?.bottom === row - 1) above.bottom = row;
      else {
        const run = { top: row, left: column, bottom: row, right: column };
        runs.push(run);
        last.set(column, run);
      }
    });
  });
  rows.noteFormulas(runs);
}

function askLayout(sheet: Excel.Worksheet, range: Excel.Range, { area, sheet: rows }: Work): () => void {
  const merged = mergeQuestions(area).map((band) => {
    const areas = rangeOver(sheet, band).getMergedAreasOrNullObject();
    areas.load('address');
    return areas;
  });
  const { hasHiddenRows, hasHiddenColumns } = rows.outline;
  const rowProperties = hasHiddenRows ? range.getRowProperties({ rowHidden: true }) : null;
  const columnProperties = hasHiddenColumns ? range.getColumnProperties({ columnHidden: true }) : null;
  return () => {
    for (const areas of merged) if (!areas.isNullObject) rows.noteMerges(areasOfAddresses(areas.address));
    rowProperties?.value.forEach(({ rowHidden }, index) => {
      if (rowHidden) rows.hideRow(area.top + index);
    });
    columnProperties?.value.forEach(({ columnHidden }, index) => {
      if (columnHidden) rows.hideColumn(area.left + index);
    });
  };
}

/** The area in parts that are small enough to ask for merged cells. */
function mergeQuestions(area: CellArea): readonly CellArea[] {
  const height = Math.max(1, Math.floor(CELLS_PER_MERGE_QUESTION / (area.right - area.left + 1)));
  const parts: CellArea[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    parts.push({ ...area, top, bottom: Math.min(top + height - 1, area.bottom) });
  }
  return parts;
}

function formatAt(range: Excel.Range, index: number, offset = 0): string | null {
  const format: unknown = range.numberFormat[index]?.[offset];
  return typeof format === 'string' ? format : null;
}
