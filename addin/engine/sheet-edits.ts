/** What has changed in a sheet since it was handed over: a few rows, or more than that. */
import type { CellArea, SheetCells, SheetRow } from '../../shared/domain/sheet-cells.ts';
import { isSameRow } from '../../shared/reading/same-row.ts';

/** The sheets as they were handed over last. */
export interface HandedSheets {
  /** What of the sheet has to be handed over: some rows, or all of it (null). */
  readonly edits: (sheet: SheetCells) => readonly SheetRow[] | null;
  readonly add: (sheet: SheetCells) => void;
  /** Forgets all other sheets. Answers whether there were any. */
  readonly keep: (names: readonly string[]) => boolean;
  readonly names: () => readonly string[];
}

/** Remembers sheets as they are handed over, beginning with none. */
export function handedSheets(): HandedSheets {
  const sheets = new Map<string, SheetCells>();
  return {
    edits: (sheet) => {
      const before = sheets.get(sheet.name);
      return before ? rowEdits(before, sheet) : null;
    },
    add: (sheet) => void sheets.set(sheet.name, sheet),
    keep: (names) => {
      const others = [...sheets.keys()].filter((name) => !names.includes(name));
      for (const name of others) sheets.delete(name);
      return others.length > 0;
    },
    names: () => [...sheets.keys()],
  };
}

/** The rows whose cells differ; null when the sheet must be handed over anew: rows came or went, or its layout changed. */
export function rowEdits(before: SheetCells, now: SheetCells): readonly SheetRow[] | null {
  if (!isSameFrame(before, now) || before.rows.length !== now.rows.length) return null;
  const edits: SheetRow[] = [];
  for (const [at, row] of now.rows.entries()) {
    const old = before.rows[at];
    if (old === row) continue;
    if (!old || old.row !== row.row) return null;
    if (!isSameRow(old, row)) edits.push(row);
  }
  return edits.length * 4 > now.rows.length + 40 ? null : edits;
}

function isSameFrame(one: SheetCells, other: SheetCells): boolean {
  return (
    one.visibility === other.visibility &&
    one.merges.length === other.merges.length &&
    one.merges.every((area, at) => isSameArea(area, other.merges[at])) &&
    one.hiddenColumns.size === other.hiddenColumns.size &&
    [...one.hiddenColumns].every((column) => other.hiddenColumns.has(column))
  );
}

function isSameArea(one: CellArea, other: CellArea | undefined): boolean {
  return one.top === other?.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}
