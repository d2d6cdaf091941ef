/** The workbook that is open in Excel, as the engine needs it. The only door from the engine to Office.js. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { areaOfCell } from '../engine/cell-area.ts';
import { inTurn } from '../engine/in-turn.ts';
import { WorkbookError, type SheetInfo, type WorkbookPort } from '../engine/workbook-port.ts';
import { recentReading } from './recent-reading.ts';
import { readCells, type ReadFacts } from './read-cells.ts';
import { isExcelApi, REQUIRED_EXCEL_API, runInExcel, type ExcelRunOptions } from './run-in-excel.ts';
import { SHEET_LIST, sheetCatalogue } from './sheet-catalogue.ts';
import { oneCell } from './ask-before.ts';
import { ownWrites, watchExcel } from './watch.ts';
import { recallState, rememberState } from './workbook-state.ts';

interface OpenedWorkbook extends ReadFacts {
  readonly name: string;
  readonly isReadOnly: boolean;
}

/**
 * Opens the port once Office is ready, with one batch. Rejects with a WorkbookError; `unsupported-format` means that
 * this Excel is older than the add-in needs.
 */
export async function openExcelWorkbook(): Promise<WorkbookPort> {
  if (!isExcelApi(REQUIRED_EXCEL_API)) throw new WorkbookError('unsupported-format');
  const port = portOf(await runInExcel(askWorkbook));
  void loadTheRest();
  return port;
}

async function askWorkbook(context: Excel.RequestContext): Promise<OpenedWorkbook> {
  const { workbook } = context;
  workbook.load('name,readOnly');
  workbook.worksheets.load(SHEET_LIST);
  // Office.js has no property for the date system: in the 1904 system the first day of 1904 has the number 0.
  const firstDayOf1904 = workbook.functions.date(1904, 1, 1);
  firstDayOf1904.load('value');
  await context.sync();
  const catalogue = sheetCatalogue();
  catalogue.take(workbook.worksheets);
  const isReadOnly = workbook.readOnly || Office.context.document.mode === Office.DocumentMode.ReadOnly;
  return {
    name: workbook.name,
    isReadOnly,
    catalogue,
    is1904: firstDayOf1904.value === 0,
    numericColumns: new Map(),
    recent: recentReading(),
  };
}

/**
 * What changes the workbook is not needed for the first screen. It comes as soon as the workbook is open, so that it is
 * there when the network goes away; what did not come is asked for again when it is needed.
 */
async function loadTheRest(): Promise<void> {
  await Promise.allSettled([import('./marks.ts'), import('./write-cells.ts'), import('./report-sheet.ts')]);
}

function portOf({ name, isReadOnly, ...facts }: OpenedWorkbook): WorkbookPort {
  const { catalogue } = facts;
  const own = ownWrites();
  const writeFacts = {
    is1904: facts.is1904,
    onWrite: (sheetId: string, cell: CellAddress): void => {
      own.add(sheetId, cell);
      facts.recent.note({ sheet: cell.sheet, area: areaOfCell(cell) });
    },
    onNotWritten: (sheetId: string, cell: CellAddress) => void own.take(sheetId, areaOfCell(cell)),
  };
  const isTextFile = /\.(csv|txt)$/i.test(name);
  const turn = inTurn();
  const changing = async <T>(batch: (context: Excel.RequestContext) => Promise<T>, options?: ExcelRunOptions) => {
    if (isReadOnly) throw new WorkbookError('read-only');
    return turn(() => runInExcel(batch, options));
  };
  return {
    kind: 'excel',
    name,
    isReadOnly,
    isTextFile,
    listSheets: () => runInExcel((context) => listSheets(context, facts)),
    readCells: (options = {}) => runInExcel((context) => readCells(context, facts, options)),
    select: (cell) => runInExcel((context) => select(context, cell)),
    selected: () => runInExcel(selected),
    mark: async (marks) => {
      const { drawMarks } = await import('./marks.ts');
      return changing((context) => drawMarks(context, catalogue, marks));
    },
    unmark: async () => {
      const { drawMarks, hasMarks } = await import('./marks.ts');
      // Without marks there is nothing to change, and a workbook open for reading only is in order.
      if (isReadOnly && !(await runInExcel((context) => hasMarks(context, catalogue)))) return;
      await changing((context) => drawMarks(context, catalogue, []));
    },
    write: async (edits) => {
      if (edits.length === 0) return [];
      const { writeCells } = await import('./write-cells.ts');
      return changing((context) => writeCells(context, edits, writeFacts), { isOneUndoStep: true });
    },
    ...reportVerbs(changing, { isTextFile, is1904: facts.is1904 }),
    ...stateKeeper(changing),
    hasUnsavedEdits: () => false,
    watch: (listener) => watchExcel(listener, { catalogue, own, recent: facts.recent }),
  };
}

type Changing = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

function reportVerbs(
  changing: Changing,
  { isTextFile, is1904 }: { readonly isTextFile: boolean; readonly is1904: boolean },
): Pick<WorkbookPort, 'addReport' | 'removeReport'> {
  return {
    addReport: async (report) => {
      if (isTextFile) throw new WorkbookError('one-sheet');
      const { addReport } = await import('./report-sheet.ts');
      return changing((context) => addReport(context, report, is1904));
    },
    removeReport: async (sheet) => {
      const { removeReport } = await import('./report-sheet.ts');
      return changing((context) => removeReport(context, sheet));
    },
  };
}

/** Knows the state that this port has given or kept last, so that another pane's is told from it. */
function stateKeeper(changing: Changing): Pick<WorkbookPort, 'remember' | 'recall'> {
  let last: string | null = null;
  return {
    remember: (state, reconcile) =>
      changing(async (context) => {
        last = await rememberState(context, (kept) =>
          kept === null || kept === last || !reconcile ? state : reconcile(kept),
        );
      }),
    recall: async () => (last = await runInExcel(recallState)),
  };
}

async function listSheets(context: Excel.RequestContext, { catalogue }: ReadFacts): Promise<readonly SheetInfo[]> {
  const { worksheets } = context.workbook;
  worksheets.load(SHEET_LIST);
  await context.sync();
  return catalogue.take(worksheets).map(({ name, visibility }) => ({ name, visibility }));
}

async function select(context: Excel.RequestContext, cell: CellAddress): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(cell.sheet);
  sheet.load('visibility');
  await context.sync();
  // A hidden sheet stays hidden: showing it is for people to decide.
  if (sheet.isNullObject || sheet.visibility !== 'Visible') throw new WorkbookError('sheet-missing');
  sheet.activate();
  oneCell(sheet, cell).select();
  await context.sync();
}

async function selected(context: Excel.RequestContext): Promise<CellAddress | null> {
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex,columnIndex');
  cell.worksheet.load('name');
  await context.sync();
  return { sheet: cell.worksheet.name, row: cell.rowIndex + 1, column: cell.columnIndex };
}
