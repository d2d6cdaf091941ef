/** The reports of the add-in beside a file: shown at once, and written into the copy. */
import { isOwnReport, type ReportCell, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../engine/excel-limits.ts';
import { reportEntry } from '../engine/report-cell.ts';
import { freeReportName } from '../engine/report-name.ts';
import { writableReport } from '../engine/report-tables.ts';
import { emptyRow, type Grid, type GridRow, plainGrid } from './grid.ts';
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

interface Added {
  readonly report: ReportSheet;
  readonly grid: Grid;
}

/** Starts with the reports that the file has. */
export function reportKeeper(file: LoadedFile): ReportKeeper {
  const removed = new Set<string>();
  let added: readonly Added[] = [];
  const grids = (): readonly Grid[] => [
    ...file.grids.filter(({ name }) => !removed.has(name)),
    ...added.map(({ grid }) => grid),
  ];
  const remove = (name: string): boolean => {
    const grid = grids().find((one) => one.name === name);
    if (!grid || !isReport(grid)) return false;
    if (file.grids.includes(grid)) removed.add(name);
    else added = added.filter((one) => one.grid !== grid);
    return true;
  };
  return {
    grids,
    remove,
    add: (wanted) => {
      const name = freeReportName(
        wanted.name,
        grids().map((grid) => ({ name: grid.name, isReport: isReport(grid) })),
      );
      remove(name);
      // What Excel makes of headings is seen at once; names of tables are chosen when the copy is written.
      const report = { ...writableReport(wanted, []), name };
      added = [...added, { report, grid: gridOf(report) }];
      return name;
    },
    changes: () => {
      if (added.length === 0 && removed.size === 0) return undefined;
      return { added: added.map(({ report }) => report), removed: [...removed] };
    },
  };
}

function isReport({ rows }: Grid): boolean {
  const sign = rows.get(2);
  return sign !== undefined && isOwnReport({ rows: [{ row: 2, cells: sign.values.map((value) => value ?? null) }] });
}

function gridOf({ name, widths, rows }: ReportSheet): Grid {
  const filled = rows.map((cells, index): GridRow => ({ ...emptyRow(index + 1), values: cells.map(valueOf) }));
  return {
    ...plainGrid(name, new Map(filled.map((row) => [row.row, row]))),
    columns: widths.map((width, index) => ({ from: index, to: index, width, isHidden: false })),
    fixedAreas: [WHOLE],
  };
}

function valueOf(cell: ReportCell): CellValue | undefined {
  const { kind, value } = reportEntry(cell);
  if (kind === 'date') return { serial: value };
  return value === '' ? undefined : value;
}

/** A report is not mended by hand: an edit would not be in the copy. */
const WHOLE = { top: 1, left: 0, bottom: MAX_ROWS, right: MAX_COLUMNS - 1 };
