/** The workbook port over a loaded file. The file itself is never changed: a copy with the edits is given back. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { WorkbookNotice } from '../../shared/text/workbook-texts.ts';
import { MAX_STATE_BYTES } from '../engine/state-part.ts';
import type { Mark, ReadOptions, SheetChange, WorkbookPort } from '../engine/workbook-port.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import { cellWriter } from './cell-writer.ts';
import { reportKeeper, type ReportKeeper } from './report-keeper.ts';
import type { Grid } from './grid.ts';
import { gridReader } from './grid-reader.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { ShowNumber } from './number-format.ts';
import { isSameEdits, NO_EDITS, type Edits } from './same-edits.ts';
import type { SheetView } from './sheet-view.ts';
import { sheetView } from './sheet-view.ts';

export interface FileWorkbook extends WorkbookPort {
  readonly kind: 'file';
  /** What a person should know about this file; sentences in shared/text/workbook-texts.ts. */
  readonly notices: readonly WorkbookNotice[];
  /** A name for the saved copy: «Реестр (исправлено).xlsx». */
  readonly copyName: string;
  /** The file with the edits and the state, everything else as it was. Marks are not part of it. */
  saveCopy(): Promise<Uint8Array>;
  /** A sheet as it looks, for drawing it. Throws sheet-missing. Shows edits at once. */
  view(sheet: string): SheetView;
  /** The marks that are to be drawn now. */
  marks(): readonly Mark[];
  /** Lets the file go: nothing can be saved afterwards. */
  close(): void;
}

type Listener = Parameters<WorkbookPort['watch']>[0];

/** Makes the port for a loaded file. */
export function fileWorkbook(name: string, file: LoadedFile, showNumber: ShowNumber): FileWorkbook {
  const listeners = new Set<Listener>();
  const writer = cellWriter(file);
  const reader = gridReader();
  let selection: CellAddress | null = null;
  let saved: Edits = NO_EDITS;
  const state = stateKeeper(file);
  const reports = reportKeeper(file);
  const editsMade = () => ({ ...writer.changes(), reports: reports.changes() });
  const gridOf = (sheet: string): Grid => {
    const grid = reports.grids().find((candidate) => candidate.name === sheet);
    if (!grid) throw new WorkbookError('sheet-missing');
    return grid;
  };
  const tell = (change: SheetChange): void => listeners.forEach((listener) => listener.onChange?.(change));
  return {
    kind: 'file',
    name,
    isReadOnly: false,
    isTextFile: file.isTextFile,
    notices: file.notices,
    copyName: `${name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')} (исправлено)${file.copyEnding}`,
    listSheets: async () => reports.grids().map((grid) => ({ name: grid.name, visibility: grid.visibility })),
    readCells: async (options = {}) => reader.read(wantedGrids(reports.grids(), options, gridOf), options),
    select: async (cell) => {
      gridOf(cell.sheet);
      selection = cell;
      for (const listener of listeners) listener.onSelect?.(cell, cell.row);
    },
    selected: async () => selection,
    ...markKeeper(),
    write: async (edits) => {
      const outcomes = edits.map(writer.write);
      for (const change of writer.takeAreas()) {
        tell({ ...change, source: 'self' });
      }
      return outcomes;
    },
    ...reportVerbs(file, reports, (sheet) => {
      const isGone = reports.grids().every((grid) => grid.name !== sheet);
      if (isGone && selection?.sheet === sheet) selection = null;
      tell({ sheet, area: null, source: 'self' });
    }),
    remember: state.remember,
    recall: state.recall,
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    saveCopy: async () => {
      const copied = editsMade();
      const copy = await file.save({ ...copied, state: state.pending() });
      saved = copied;
      return copy;
    },
    hasUnsavedEdits: () => !isSameEdits(editsMade(), saved),
    close: () => file.close?.(),
    view: (sheet) => sheetView(gridOf(sheet), writer.formats, showNumber),
  };
}

/** Marks are drawn by whoever shows the sheets; they are no part of the file. */
function markKeeper(): Pick<FileWorkbook, 'mark' | 'unmark' | 'marks'> {
  let marks: readonly Mark[] = [];
  return {
    mark: async (wanted) => {
      marks = [...wanted];
    },
    unmark: async () => {
      marks = [];
    },
    marks: () => marks,
  };
}

/** @param changed called with the sheet that came or went */
function reportVerbs(
  { encoding }: LoadedFile,
  reports: ReportKeeper,
  changed: (sheet: string) => void,
): Pick<WorkbookPort, 'addReport' | 'removeReport'> {
  return {
    addReport: async (report) => {
      if (encoding !== null) throw new WorkbookError('one-sheet');
      const added = reports.add(report);
      changed(added);
      return added;
    },
    removeReport: async (sheet) => {
      if (reports.remove(sheet)) changed(sheet);
    },
  };
}

interface StateKeeper extends Pick<WorkbookPort, 'remember' | 'recall'> {
  /** The state that is not in the file yet. */
  readonly pending: () => string | undefined;
}

function stateKeeper({ state }: LoadedFile): StateKeeper {
  let pending: string | undefined;
  return {
    pending: () => pending,
    remember: async (text) => {
      if (new TextEncoder().encode(text).length > MAX_STATE_BYTES) throw new WorkbookError('too-large');
      pending = text;
    },
    recall: async () => {
      if (pending !== undefined) return pending;
      if (state.isDamaged) throw new WorkbookError('state-damaged');
      return state.text;
    },
  };
}

function wantedGrids(grids: readonly Grid[], options: ReadOptions, gridOf: (sheet: string) => Grid): readonly Grid[] {
  if (!options.sheets) return grids.filter(({ visibility }) => visibility === 'visible');
  const wanted = new Set(options.sheets.map(gridOf));
  return grids.filter((grid) => wanted.has(grid));
}
