/**
 * The one way into Excel: every batch waits while a cell is being edited, and every failure comes out as a
 * WorkbookError with a code that has a sentence for people.
 */
import { WorkbookError, type WorkbookErrorCode } from '../engine/workbook-port.ts';

/**
 * The requirement set that the manifest declares. The lowest that serves: merged cells, without which two-line
 * headings cannot be read, can be asked for since 1.13. Newer members stand behind isSetSupported only.
 */
export const REQUIRED_EXCEL_API = '1.13';

/** Writes of several batches become one step of Excel's own undo since this set. */
const UNDO_GROUPS = '1.20';

const CODES: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit-mode',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  ActivityLimitReached: 'host-busy',
  ServiceNotAvailable: 'host-busy',
  RequestAborted: 'host-busy',
  Timeout: 'host-busy',
  AccessDenied: 'sheet-protected',
  ItemNotFound: 'sheet-missing',
};

export interface ExcelRunOptions {
  readonly isOneUndoStep?: boolean;
}

/**
 * Runs a batch in Excel. Rejects with a WorkbookError: its own, or one made of Excel's code; what has no code of ours is
 * `host-lost`, with Excel's error as the cause.
 */
export async function runInExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: ExcelRunOptions = {},
): Promise<T> {
  const isGrouped = options.isOneUndoStep === true && isExcelApi(UNDO_GROUPS);
  try {
    if (!isGrouped) return await Excel.run({ delayForCellEdit: true }, batch);
    return await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, batch).catch((error: unknown) => {
      if (!isUndoRefusal(error)) throw error;
      return Excel.run({ delayForCellEdit: true }, batch);
    });
  } catch (error) {
    throw workbookErrorOf(error);
  }
}

/** True when Excel refused a change only because it cannot be undone together with others. Nothing was done then. */
export function isUndoRefusal(error: unknown): boolean {
  return excelCodeOf(error) === 'UndoNotSupported';
}

/** True where Excel has this requirement set. */
export function isExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** Excel's error as ours. */
export function workbookErrorOf(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  return new WorkbookError(CODES[excelCodeOf(error)] ?? 'host-lost', { cause: error });
}

function excelCodeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
