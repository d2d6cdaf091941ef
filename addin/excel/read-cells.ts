/** Reads whole sheets: first their sizes, then the cells in as few batches as Excel's limits allow. */
import type { CellArea, SheetCells } from '../../shared/domain/sheet-cells.ts';
import { WorkbookError, type ReadOptions } from '../engine/workbook-port.ts';
import { askWork, type Taken } from './read-block.ts';
import { ANSWER_BUDGET, BYTES_PER_CELL_AT_FIRST, FIRST_BUDGET, takeBatch, type Work } from './read-plan.ts';
import { outsideRows, spliced, whatToRead, type ReadAgain } from './read-again.ts';
import type { RecentReading } from './recent-reading.ts';
import { workbookErrorOf } from './run-in-excel.ts';
import { SHEET_LIST, type SheetCatalogue } from './sheet-catalogue.ts';
import { askOutlines, type SheetOutline } from './sheet-outline.ts';
import { sheetRows, type SheetRows } from './sheet-rows.ts';

/** The next block is expected to be at most this much heavier than the last. */
const SURPRISE = 1.15;

export interface ReadFacts {
  readonly catalogue: SheetCatalogue;
  readonly is1904: boolean;
  /** Columns with numbers, by sheet, as met before: reading again asks for their formats at once. */
  readonly numericColumns: Map<string, Set<number>>;
  readonly recent: RecentReading;
}

/** The cells of the sheets named, or of all visible ones. Rejects with a WorkbookError. */
export async function readCells(
  context: Excel.RequestContext,
  facts: ReadFacts,
  options: ReadOptions,
): Promise<readonly SheetCells[]> {
  stopWhenAsked(options.signal);
  const names = options.sheets ?? (await visibleSheets(context, facts.catalogue));
  if (names.length === 0) return [];
  const started = [...new Set(names)].map((name) => [name, facts.recent.begin(name)] as const);
  const outlines = await askOutlines(
    context,
    started.map(([name]) => name),
  );
  const recent = options.isAfterEdits === true ? new Map(started) : new Map<string, null>();
  const plans = outlines.map((outline) => planOf(outline, recent.get(outline.name) ?? null, facts.numericColumns));
  await readAll(context, { waiting: plans.flatMap(workOf), is1904: facts.is1904 }, options);
  return plans.map(({ sheet, after }) => {
    if (after) sheet.noteFormulas(outsideRows(after.last.formulas, after.again.rows));
    const fresh = sheet.close();
    const cells = after ? spliced(after.last.cells, fresh, after.again, after.edits) : fresh;
    facts.numericColumns.set(fresh.name, sheet.numericColumns);
    facts.recent.keep({ outline: sheet.outline, cells, formulas: sheet.formulas() });
    return cells;
  });
}

type Since = ReturnType<RecentReading['begin']>;

/** How one sheet is read: as a whole (null), or where it may have changed since it was read last. */
interface SheetPlan {
  readonly sheet: SheetRows;
  readonly after: (NonNullable<Since> & { readonly again: ReadAgain }) | null;
}

function planOf(
  outline: SheetOutline,
  since: Since,
  numericColumns: ReadonlyMap<string, ReadonlySet<number>>,
): SheetPlan {
  const again = since && whatToRead(since.last, outline, since.edits);
  return {
    sheet: sheetRows(outline, numericColumns.get(outline.name)),
    after: since && again && { ...since, again },
  };
}

function workOf({ sheet, after }: SheetPlan): readonly Work[] {
  const works = (kind: Work['kind'], areas: readonly CellArea[]) => areas.map((area): Work => ({ kind, sheet, area }));
  return [
    ...works('values', after?.again.rows ?? sheet.outline.areas),
    ...works('results', after?.again.results ?? []),
  ];
}

async function visibleSheets(context: Excel.RequestContext, catalogue: SheetCatalogue): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  worksheets.load(SHEET_LIST);
  await context.sync();
  return catalogue
    .take(worksheets)
    .filter(({ visibility }) => visibility === 'visible')
    .map(({ name }) => name);
}

async function readAll(
  context: Excel.RequestContext,
  job: { readonly waiting: readonly Work[]; readonly is1904: boolean },
  { signal, onProgress }: ReadOptions,
): Promise<void> {
  const total = job.waiting.reduce((sum, work) => sum + cellsOf(work), 0);
  let { waiting } = job;
  let bytesPerCell = BYTES_PER_CELL_AT_FIRST;
  let isCareful = false;
  let done = 0;
  while (waiting.length > 0) {
    stopWhenAsked(signal);
    const { batch, rest } = takeBatch(waiting, bytesPerCell, done === 0 ? FIRST_BUDGET : ANSWER_BUDGET);
    const asked = batch.map((work) => askWork(context, work, { is1904: job.is1904, isCareful }));
    // What a batch brings decides how much the next one may ask.
    const outcome = await synced(context);
    if (outcome === 'too-large' && batch.some(({ area }) => area.bottom > area.top)) {
      bytesPerCell *= 4;
      continue;
    }
    if (outcome === 'refused' && !isCareful) {
      isCareful = true;
      continue;
    }
    if (outcome instanceof WorkbookError) throw outcome;
    if (outcome !== 'ok') throw new WorkbookError(outcome === 'too-large' ? 'too-large' : 'host-lost');
    const taken = asked.map((take) => take());
    bytesPerCell = heavier(taken) ?? bytesPerCell;
    done += taken.reduce((sum, { cells }) => sum + cells, 0);
    waiting = [...taken.flatMap(({ more }) => more), ...rest];
    onProgress?.(total === 0 ? 1 : done / total);
  }
}

async function synced(context: Excel.RequestContext): Promise<'ok' | 'too-large' | 'refused' | WorkbookError> {
  try {
    await context.sync();
    return 'ok';
  } catch (error) {
    const ours = workbookErrorOf(error);
    if (ours.code === 'too-large') return 'too-large';
    return ours.code === 'sheet-protected' || ours.code === 'host-lost' ? 'refused' : ours;
  }
}

function heavier(taken: readonly Taken[]): number | null {
  const weights = taken.filter(({ cells }) => cells > 0).map(({ bytes, cells }) => bytes / cells);
  return weights.length === 0 ? null : Math.max(2, Math.max(...weights) * SURPRISE);
}

function cellsOf({ area }: Work): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

function stopWhenAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new WorkbookError('stopped');
}
