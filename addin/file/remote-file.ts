/** A loaded file whose bytes are kept, and whose copies are made, by somebody on another thread. */
import type { CellArea } from '../../shared/domain/sheet-cells.ts';
import { WorkbookError } from '../engine/workbook-port.ts';
import type { FromFileWorker, GridFrame, GridPiece, ToFileWorker } from './file-messages.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Changes, LoadedFile } from './loaded-file.ts';

/** The way to the other thread. */
export interface FileLine {
  readonly post: (message: ToFileWorker, handedOver: readonly ArrayBuffer[]) => void;
  /** Ends the other side. */
  readonly end: () => void;
}

export interface RemoteFile {
  /** Takes what the other side says. */
  readonly receive: (message: FromFileWorker) => void;
  /** The other side is gone: whatever is asked of it fails. */
  readonly fail: (error: Error) => void;
  /** Hands the bytes over (the caller's array is empty afterwards) and waits for all sheets. Rejects as opening does. */
  readonly open: (name: string, bytes: Uint8Array) => Promise<LoadedFile>;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** @param line leads to a file desk (file-desk.ts) that has no file yet */
export function remoteFile(line: FileLine): RemoteFile {
  const grids = gridCollector();
  const saving = new Map<number, Waiting<Uint8Array>>();
  let opening: Waiting<LoadedFile> | null = null;
  let gone: Error | null = null;
  let lastId = 0;

  const save = (changes: Changes): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      lastId += 1;
      saving.set(lastId, { resolve, reject });
      line.post({ kind: 'save', id: lastId, changes }, []);
    });
  const fail = (error: Error): void => {
    gone = error;
    opening?.reject(error);
    for (const { reject } of saving.values()) reject(error);
    saving.clear();
  };
  return {
    fail,
    receive: (message) => {
      if (message.kind === 'sheet') grids.begin(message.frame);
      else if (message.kind === 'piece') grids.add(message.piece);
      else if (message.kind === 'opened') {
        opening?.resolve({ ...message.facts, grids: grids.taken(), save, close: line.end });
      } else if (message.kind === 'saved') {
        saving.get(message.id)?.resolve(message.bytes);
        saving.delete(message.id);
      } else if (message.kind === 'failed') {
        const error = message.code ? new WorkbookError(message.code) : new Error(message.message);
        if (message.id === null) opening?.reject(error);
        else saving.get(message.id)?.reject(error);
      }
    },
    open: (name, bytes) =>
      new Promise((resolve, reject) => {
        opening = { resolve, reject };
        if (gone) return reject(gone);
        const own = bytes.buffer.byteLength === bytes.length ? bytes : bytes.slice();
        line.post({ kind: 'open', name, bytes: own }, own.buffer instanceof ArrayBuffer ? [own.buffer] : []);
      }),
  };
}

interface Collected extends GridFrame {
  readonly rows: Map<number, GridRow>;
  readonly merges: CellArea[];
  readonly hiddenRows: Set<number>;
  readonly rowHeights: Map<number, number>;
}

interface GridCollector {
  readonly begin: (frame: GridFrame) => void;
  readonly add: (piece: GridPiece) => void;
  readonly taken: () => readonly Grid[];
}

function gridCollector(): GridCollector {
  const grids: Collected[] = [];
  // Each message brings texts of its own; a register repeats the same few thousand.
  const texts = new Map<string, string>();
  return {
    begin: (frame) =>
      void grids.push({ ...frame, rows: new Map(), merges: [], hiddenRows: new Set(), rowHeights: new Map() }),
    add: ({ rows, merges, hiddenRows, rowHeights }) => {
      const grid = grids.at(-1);
      if (!grid) return;
      for (const row of rows) {
        shareTexts(row, texts);
        grid.rows.set(row.row, row);
      }
      grid.merges.push(...merges);
      for (const row of hiddenRows) grid.hiddenRows.add(row);
      for (const [row, height] of rowHeights) grid.rowHeights.set(row, height);
    },
    taken: () => {
      texts.clear();
      return grids;
    },
  };
}

function shareTexts({ values }: GridRow, texts: Map<string, string>): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value !== 'string') continue;
    const known = texts.get(value);
    if (known === undefined) texts.set(value, value);
    else values[at] = known;
  }
}
