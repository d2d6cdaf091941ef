/**
 * The workbook as the engine needs it. Two implementations: Excel (addin/excel) and file (addin/file); one contract
 * suite (test/contract/workbook-port.ts) passes on both. The port knows cells and nothing of families.
 *
 * Every method that can fail rejects with a WorkbookError, whose code has a sentence in shared/text.
 */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { Severity } from '../../shared/domain/finding.ts';
import type { ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { CellArea, CellValue, SheetCells, SheetVisibility } from '../../shared/domain/sheet-cells.ts';

export interface SheetInfo {
  readonly name: string;
  readonly visibility: SheetVisibility;
}

/** A mark on a cell. The workbook chooses how to draw it: shape and colour by severity. */
export interface Mark {
  readonly cell: CellAddress;
  readonly severity: Severity;
}

/** A value to write. Dates are ISO days and become real dates; text never becomes a formula. */
export interface CellEdit {
  readonly cell: CellAddress;
  readonly value:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'date'; readonly iso: string }
    | { readonly kind: 'empty' }
    /** Puts back exactly what stood there, format included: only from `before` of an outcome. */
    | { readonly kind: 'restore'; readonly before: unknown };
}

/** What became of one edit. `before` is opaque and serves to undo it. */
export type EditOutcome =
  | { readonly ok: true; readonly cell: CellAddress; readonly before: unknown; readonly now: CellValue }
  | {
      readonly ok: false;
      readonly cell: CellAddress;
      /** `filtered`: the row is hidden by a filter, and nothing is changed out of sight. */
      readonly code: 'protected' | 'read-back-differs' | 'gone' | 'interrupted' | 'filtered';
    };

/** A change somebody made in the sheet. */
export interface SheetChange {
  readonly sheet: string;
  /** The changed area; null when the whole sheet (or the set of sheets) may have changed. */
  readonly area: CellArea | null;
  /** `remote`: a co-author's; `self`: written through this port. */
  readonly source: 'local' | 'remote' | 'self';
}

export type WorkbookErrorCode =
  | 'read-only'
  | 'sheet-missing'
  | 'sheet-protected'
  | 'cell-edit-mode'
  | 'too-large'
  | 'host-busy'
  | 'host-lost'
  | 'state-damaged'
  | 'stopped'
  | 'not-a-workbook'
  | 'password-protected'
  | 'damaged-file'
  | 'bomb'
  | 'empty-file'
  | 'no-text'
  | 'unsupported-format'
  /** A text file holds one sheet. */
  | 'one-sheet';

export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode;
  constructor(code: WorkbookErrorCode, options?: { readonly cause?: unknown }) {
    super(code, options);
    this.name = 'WorkbookError';
    this.code = code;
  }
}

export interface ReadOptions {
  readonly sheets?: readonly string[];
  readonly signal?: AbortSignal;
  /**
   * A re-check while somebody types: where edits are heard of (watch), what was read before may be built upon, and only
   * the touched rows are read again. A check that a person asks for leaves it out and reads everything.
   */
  readonly isAfterEdits?: boolean;
  /** Called with a share from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface WorkbookPort {
  readonly kind: 'excel' | 'file';
  /** The file's name for people; empty when unknown. */
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Dates are kept as text (a .csv file). */
  readonly isTextFile: boolean;
  listSheets(): Promise<readonly SheetInfo[]>;
  /** All sheets, or the named ones, in workbook order. Hidden sheets are read only when named. */
  readCells(options?: ReadOptions): Promise<readonly SheetCells[]>;
  /** Shows a cell: activates its sheet, selects and scrolls to it. Focus stays where it is. */
  select(cell: CellAddress): Promise<void>;
  /** Where the person stands now, or null. */
  selected(): Promise<CellAddress | null>;
  /** Replaces all marks of the add-in by these. */
  mark(marks: readonly Mark[]): Promise<void>;
  /** Removes every mark of the add-in, also of earlier sessions. */
  unmark(): Promise<void>;
  /** Writes only the cells named, keeps their formats, reads back. Answers for each edit, in the same order. */
  write(edits: readonly CellEdit[]): Promise<readonly EditOutcome[]>;
  /**
   * Adds a report as the last sheet. It takes the place of an earlier report of the add-in by that name; a sheet of
   * people's own by that name stays, and the report gets another. Answers with the name it got. Rejects with one-sheet
   * for a text file.
   */
  addReport(report: ReportSheet): Promise<string>;
  /** Removes a report of the add-in, and nothing else: for a name that is no report's it does nothing. */
  removeReport(name: string): Promise<void>;
  /**
   * Keeps the add-in's state inside the workbook (a custom XML part). At most 4 MB of JSON text. A state that somebody
   * else has kept there since this port last gave or kept one (a second pane, a co-author) is not written over unseen:
   * `reconcile` is given it and answers with what to keep instead.
   */
  remember(state: string, reconcile?: (kept: string) => string): Promise<void>;
  /** The state kept, or null when there is none. Rejects with state-damaged when it cannot be read; it is then left as it is. */
  recall(): Promise<string | null>;
  /**
   * Whether cells or reports are other than in the file that was opened or the copy that was made last. False in Excel,
   * which saves, and asks, by itself.
   */
  hasUnsavedEdits(): boolean;
  /** Calls back on changes of cells, sheets and selection. Returns the way to stop. */
  watch(listener: {
    readonly onChange?: (change: SheetChange) => void;
    /**
     * Formulas of a sheet that was read have been worked out anew, be it after an edit of another sheet. Nobody has
     * typed there, and mostly the results are the same.
     */
    readonly onRecalculate?: (sheet: string) => void;
    /** The first cell of what is selected, and the last row of it. */
    readonly onSelect?: (cell: CellAddress, lastRow: number) => void;
  }): () => void;
}
