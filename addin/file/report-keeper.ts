/** The reports of the add-in beside a file: shown at once, and written into the copy. */
import { isOwnReport, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { freeReportName } from '../engine/report-name.ts';
import type { Grid, GridRow } from './grid.ts';
import type { LoadedFile, ReportChanges } from './loaded-file.ts';

export interface ReportKeeper {
  /** The file's sheets as they are now. */
  readonly grids: () => readonly Grid[];
  /** Adds a report and answers with its name. */
  readonly add: (report: ReportSheet) => string;
  /** False when there is no report of that name. */
  readonly remove: (name: string) => boolean;
  /** What the copy has to differ in; undefined for nothing. */
  readonly changes: () => ReportChanges | undefined;
}

export function reportKeeper(file: LoadedFile): ReportKeeper {
  const removed = new Set<string>();
  let added: ReportSheet | null = null;
  let shown: Grid | null = null;
  const grids = (): readonly Grid[] => [
    ...file.grids.filter(({ name }) => !removed.has(name)),
    ...(shown === null ? [] : [shown]),
  ];
  const remove = (name: string): boolean => {
    const grid = grids().find((one) => one.name === name);
    if (!grid || !isReport(grid)) return false;
    if (grid === shown) added = shown = null;
    else removed.add(name);
    return true;
  };
  return {
    grids,
    remove,
    add: (report) => {
      const name = freeReportName(
        report.name,
        grids().map((grid) => ({ name: grid.name, isReport: isReport(grid) })),
      );
      // One report at a time: what an earlier one of this session said is said anew.
      if (shown) remove(shown.name);
      remove(name);
      added = { ...report, name };
      shown = gridOf(added);
      return name;
    },
    changes: () => (added === null && removed.size === 0 ? undefined : { added, removed: [...removed] }),
  };
}

function isReport({ rows }: Grid): boolean {
  const sign = rows.get(2);
  return sign !== undefined && isOwnReport({ rows: [{ row: 2, cells: sign.values.map((value) => value ?? null) }] });
}

function gridOf({ name, widths, rows }: ReportSheet): Grid {
  const filled = rows.map((cells, index): GridRow => ({
    row: index + 1,
    values: cells.map(({ value }) => (value === '' ? undefined : value)),
    formats: [],
    formulas: undefined,
  }));
  return {
    name,
    visibility: 'visible',
    rows: new Map(filled.map((row) => [row.row, row])),
    merges: [],
    columns: widths.map((width, index) => ({ from: index, to: index, width, isHidden: false })),
    hiddenRows: new Set(),
    rowHeights: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    defaultColumnWidth: null,
    isProtected: false,
    fixedAreas: [WHOLE],
  };
}

/** A report is not mended by hand: an edit would not be in the copy. */
const WHOLE = { top: 1, left: 0, bottom: 1_048_576, right: 16_383 };
