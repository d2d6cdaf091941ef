/**
 * What was read last, and where people have typed since: what a re-check builds upon (read-again.ts).
 *
 * Excel tells of every edit of cells, but not of merged ones: a check that a person asks for reads all.
 */
import type { CellArea, SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { SheetChange } from '../engine/workbook-port.ts';
import type { SheetOutline } from './sheet-outline.ts';

export interface Reading {
  readonly outline: SheetOutline;
  readonly cells: SheetCells;
  readonly formulas: readonly CellArea[];
}

export interface RecentReading {
  /** Notes an edit; an edit without an area forgets the sheet. Nothing is remembered before `trust(true)`. */
  readonly note: (change: Pick<SheetChange, 'sheet' | 'area'>) => void;
  /** Whether every edit is heard of. What was read before that cannot be built upon. */
  readonly trust: (isHeard: boolean) => void;
  /** Says that a sheet is being read now: edits from here on belong to the next reading. Answers those until now. */
  readonly begin: (sheet: string) => { readonly last: Reading; readonly edits: readonly CellArea[] } | null;
  readonly keep: (reading: Reading) => void;
  /** Whether the sheet held formulas when it was read; also true while it is read for the first time. */
  readonly mayHoldFormulas: (sheet: string) => boolean;
}

/** Starts with nothing read. */
export function recentReading(): RecentReading {
  const readings = new Map<string, Reading>();
  const edits = new Map<string, CellArea[]>();
  /** Sheets of which more than edits is known to have changed; sheets that are being read. */
  const blurred = new Set<string>();
  const underWay = new Set<string>();
  const withFormulas = new Set<string>();
  let isTrusted = false;
  return {
    note({ sheet, area }) {
      if (area !== null) edits.set(sheet, [...(edits.get(sheet) ?? []), area]);
      else if (sheet !== '') blurred.add(sheet);
      else for (const name of [...readings.keys(), ...underWay]) blurred.add(name);
    },
    trust(isHeard) {
      isTrusted = isHeard;
      readings.clear();
    },
    begin(sheet) {
      const last = readings.get(sheet);
      const since = edits.get(sheet) ?? [];
      const isUsable = last !== undefined && !blurred.has(sheet);
      for (const kept of [blurred, edits, readings]) kept.delete(sheet);
      underWay.add(sheet);
      return isUsable ? { last, edits: since } : null;
    },
    keep(reading) {
      const { name } = reading.outline;
      underWay.delete(name);
      if (reading.formulas.length > 0) withFormulas.add(name);
      else withFormulas.delete(name);
      if (isTrusted) readings.set(name, reading);
    },
    mayHoldFormulas: (sheet) => withFormulas.has(sheet) || underWay.has(sheet),
  };
}
