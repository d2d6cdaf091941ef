/**
 * Passes on what people do in the sheets. Events of our own writing are told apart: newer Excel says so itself, older
 * Excel is recognised by the cell that was just written.
 */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { SheetChange, WorkbookPort } from '../engine/workbook-port.ts';
import { areaOfAddress } from './range-address.ts';
import type { RecentReading } from './recent-reading.ts';
import { runInExcel } from './run-in-excel.ts';
import type { SheetCatalogue } from './sheet-catalogue.ts';

type Listener = Parameters<WorkbookPort['watch']>[0];

/** Cells written by this session whose events have not come yet. */
export interface OwnWrites {
  readonly add: (sheetId: string, cell: CellAddress) => void;
  /** True once for each cell added. */
  readonly take: (sheetId: string, area: SheetChange['area']) => boolean;
}

/** Starts with none. */
export function ownWrites(): OwnWrites {
  const counts = new Map<string, number>();
  return {
    add(sheetId, { row, column }) {
      const key = `${sheetId} ${row}:${column}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    take(sheetId, area) {
      if (!area || area.top !== area.bottom || area.left !== area.right) return false;
      const key = `${sheetId} ${area.top}:${area.left}`;
      const count = counts.get(key) ?? 0;
      if (count > 1) counts.set(key, count - 1);
      else counts.delete(key);
      return count > 0;
    },
  };
}

export interface WatchFacts {
  readonly catalogue: SheetCatalogue;
  readonly own: OwnWrites;
  readonly recent: RecentReading;
}

/** Begins to listen; the answer stops it, also when listening has not begun yet. */
export function watchExcel(listener: Listener, known: WatchFacts): () => void {
  let isStopped = false;
  const begun = register(
    {
      onChange: (change) => {
        known.recent.note(change);
        if (!isStopped) listener.onChange?.(change);
      },
      onRecalculate: (sheet) => {
        if (!isStopped && known.recent.mayHoldFormulas(sheet)) listener.onRecalculate?.(sheet);
      },
      onSelect: (cell, lastRow) => {
        if (!isStopped) listener.onSelect?.(cell, lastRow);
      },
    },
    known,
  );
  begun.then(
    () => known.recent.trust(!isStopped),
    () => {
      // Without events nothing is lost: a check reads everything. The change of the whole says that it may be stale.
      if (!isStopped) listener.onChange?.({ sheet: '', area: null, source: 'local' });
    },
  );
  return () => {
    isStopped = true;
    known.recent.trust(false);
    void begun.then(remove).catch(() => {
      // The handlers go with the pane.
    });
  };
}

type Handlers = readonly { readonly context: OfficeExtension.ClientRequestContext; remove(): void }[];

async function register(listener: Required<Listener>, { catalogue, own, recent }: WatchFacts): Promise<Handlers> {
  return runInExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(async (event) => listener.onChange(changeOf(event, catalogue, own))),
      worksheets.onCalculated.add(async ({ worksheetId }) => {
        const sheet = catalogue.nameOf(worksheetId);
        if (sheet !== null) listener.onRecalculate(sheet);
      }),
      worksheets.onSelectionChanged.add(async (event) => {
        const selection = selectionOf(event, catalogue);
        if (selection) listener.onSelect(selection.cell, selection.lastRow);
      }),
      worksheets.onAdded.add(async (event) => listener.onChange(wholeSheet(event, catalogue))),
      worksheets.onDeleted.add(async (event) => listener.onChange(wholeSheet(event, catalogue))),
      worksheets.onRowSorted.add(async (event) => listener.onChange(wholeSheet(event, catalogue))),
      worksheets.onColumnSorted.add(async (event) => listener.onChange(wholeSheet(event, catalogue))),
      // Not worth a check of its own, but what was read before no longer tells the whole.
      worksheets.onRowHiddenChanged.add(async (event) => recent.note(wholeSheet(event, catalogue))),
      worksheets.onFormatChanged.add(async (event) => recent.note(formatOf(event, catalogue))),
    ];
    await context.sync();
    return handlers;
  });
}

function wholeSheet(
  event: { readonly worksheetId: string; readonly source?: string },
  catalogue: SheetCatalogue,
): SheetChange {
  const source = event.source === 'Remote' ? 'remote' : 'local';
  return { sheet: catalogue.nameOf(event.worksheetId) ?? '', area: null, source };
}

/** Formats decide which numbers are dates. */
function formatOf(
  event: Excel.WorksheetFormatChangedEventArgs,
  catalogue: SheetCatalogue,
): Omit<SheetChange, 'source'> {
  return { sheet: catalogue.nameOf(event.worksheetId) ?? '', area: areaOfAddress(event.address) };
}

async function remove(handlers: Handlers): Promise<void> {
  const context = handlers[0]?.context;
  for (const handler of handlers) handler.remove();
  await context?.sync();
}

function changeOf(event: Excel.WorksheetChangedEventArgs, catalogue: SheetCatalogue, own: OwnWrites): SheetChange {
  const sheet = catalogue.nameOf(event.worksheetId);
  const isWithinCells = event.changeType === 'RangeEdited' && sheet !== null;
  const area = isWithinCells ? areaOfAddress(event.address) : null;
  return { sheet: sheet ?? '', area, source: sourceOf(event, area, own) };
}

function sourceOf(
  event: Excel.WorksheetChangedEventArgs,
  area: SheetChange['area'],
  own: OwnWrites,
): SheetChange['source'] {
  if (event.source === 'Remote') return 'remote';
  const isOwn = own.take(event.worksheetId, area);
  return isOwn || event.triggerSource === 'ThisLocalAddin' ? 'self' : 'local';
}

function selectionOf(
  event: Excel.WorksheetSelectionChangedEventArgs,
  catalogue: SheetCatalogue,
): { readonly cell: CellAddress; readonly lastRow: number } | null {
  const sheet = catalogue.nameOf(event.worksheetId);
  const area = areaOfAddress(event.address.split(',')[0] ?? '');
  if (sheet === null || !area) return null;
  return { cell: { sheet, row: area.top, column: area.left }, lastRow: area.bottom };
}
