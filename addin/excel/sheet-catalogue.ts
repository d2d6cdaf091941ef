/**
 * The sheets as last seen. Excel's events name sheets by id, people and findings by name; the ids also let marks be
 * looked for on all sheets without asking for the list first.
 */
import type { SheetInfo } from '../engine/workbook-port.ts';

export interface SheetEntry extends SheetInfo {
  readonly id: string;
}

export interface SheetCatalogue {
  readonly entries: () => readonly SheetEntry[];
  /** Replaces what is known by a collection that was loaded with SHEET_LIST. */
  readonly take: (sheets: Excel.WorksheetCollection) => readonly SheetEntry[];
  readonly nameOf: (id: string) => string | null;
}

/** What to load of the collection of sheets. */
export const SHEET_LIST = 'items/id,items/name,items/visibility';

/** Knows no sheet until the first list is taken. */
export function sheetCatalogue(): SheetCatalogue {
  let known: readonly SheetEntry[] = [];
  return {
    entries: () => known,
    take(sheets) {
      known = sheets.items.map(({ id, name, visibility }) => ({ id, name, visibility: visibilityOf(visibility) }));
      return known;
    },
    nameOf: (id) => known.find((entry) => entry.id === id)?.name ?? null,
  };
}

/** Excel's word for how a sheet can be seen, in the port's. */
export function visibilityOf(visibility: string): SheetInfo['visibility'] {
  if (visibility === 'Visible') return 'visible';
  return visibility === 'VeryHidden' ? 'veryHidden' : 'hidden';
}
