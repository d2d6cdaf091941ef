/** What the page and the worker that holds a file say to each other. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import type { WorkbookErrorCode } from '../engine/workbook-port.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Changes, FileFacts } from './loaded-file.ts';

/** A sheet without what may be long: that follows in pieces. */
export type GridFrame = Omit<Grid, 'rows' | 'merges' | 'hiddenRows' | 'rowHeights'>;

/** A part of the sheet whose frame came last, small enough to be taken in at once. */
export interface GridPiece {
  readonly rows: readonly GridRow[];
  readonly merges: readonly CellArea[];
  readonly hiddenRows: readonly number[];
  readonly rowHeights: readonly (readonly [number, number])[];
}

export type ToFileWorker =
  | { readonly kind: 'open'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'save'; readonly id: number; readonly changes: Changes };

export type FromFileWorker =
  /** The worker runs and can be given a file. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'sheet'; readonly frame: GridFrame }
  | { readonly kind: 'piece'; readonly piece: GridPiece }
  /** All sheets have been sent. */
  | { readonly kind: 'opened'; readonly facts: Omit<FileFacts, 'grids'> }
  | { readonly kind: 'saved'; readonly id: number; readonly bytes: Uint8Array }
  /** `id` is null when opening failed; `code` is null for a mistake of our own. */
  | {
      readonly kind: 'failed';
      readonly id: number | null;
      readonly code: WorkbookErrorCode | null;
      readonly message: string;
    };
