/** Opens and saves one file on behalf of somebody on another thread. Sheets are sent in pieces of a few milliseconds. */
import { WorkbookError } from '../engine/workbook-port.ts';
import type { FromFileWorker, GridPiece, ToFileWorker } from './file-messages.ts';
import type { Grid, GridRow } from './grid.ts';
import { loadFile } from './load-file.ts';
import type { LoadedFile } from './loaded-file.ts';

/** Values and formats in one piece: about 5 ms for the thread that takes it in, and four times that on an old computer. */
const CELLS_AT_ONCE = 12_000;
/** Merged areas, hidden rows and heights in one piece. */
const NOTES_AT_ONCE = 4_000;

/** @param handedOver memory that the receiver gets instead of a copy */
export type Say = (message: FromFileWorker, handedOver: readonly ArrayBuffer[]) => void;

/** Answers the messages of one file. */
export function fileDesk(say: Say): (message: ToFileWorker) => Promise<void> {
  let save: LoadedFile['save'] | null = null;
  return async (message) => {
    const id = message.kind === 'save' ? message.id : null;
    try {
      if (message.kind === 'open') save = await openedFor(say, message.name, message.bytes);
      else if (save) {
        // A copy: the bytes may be the file's own, which stays here.
        const bytes = new Uint8Array(await save(message.changes)).slice();
        say({ kind: 'saved', id: message.id, bytes }, [bytes.buffer]);
      }
    } catch (error) {
      const code = error instanceof WorkbookError ? error.code : null;
      say({ kind: 'failed', id, code, message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

/** Sends what was opened, and keeps no more of it than saving needs. */
async function openedFor(say: Say, name: string, bytes: Uint8Array): Promise<LoadedFile['save']> {
  const { grids, formats, isTextFile, notices, copyEnding, state, encoding, save } = await loadFile(name, bytes);
  for (const grid of grids) {
    const { rows, merges, hiddenRows, rowHeights, ...frame } = grid;
    say({ kind: 'sheet', frame }, []);
    for (const piece of piecesOf({ rows, merges, hiddenRows, rowHeights })) say({ kind: 'piece', piece }, []);
  }
  say({ kind: 'opened', facts: { formats, isTextFile, notices, copyEnding, state, encoding } }, []);
  return save;
}

type Long = Pick<Grid, 'rows' | 'merges' | 'hiddenRows' | 'rowHeights'>;

function* piecesOf({ rows, merges, hiddenRows, rowHeights }: Long): Generator<GridPiece> {
  const hidden = [...hiddenRows];
  const heights = [...rowHeights];
  const portions = rowPortions(rows.values());
  for (let at = 0; ; at += NOTES_AT_ONCE) {
    const portion = portions.next();
    const piece = {
      rows: portion.done ? [] : portion.value,
      merges: merges.slice(at, at + NOTES_AT_ONCE),
      hiddenRows: hidden.slice(at, at + NOTES_AT_ONCE),
      rowHeights: heights.slice(at, at + NOTES_AT_ONCE),
    };
    const isEmpty = piece.merges.length + piece.hiddenRows.length + piece.rowHeights.length === 0;
    if (portion.done && isEmpty) return;
    yield piece;
  }
}

function* rowPortions(rows: Iterable<GridRow>): Generator<readonly GridRow[]> {
  let portion: GridRow[] = [];
  let cells = 0;
  for (const row of rows) {
    portion.push(row);
    cells += row.values.length + row.formats.length + 4;
    if (cells < CELLS_AT_ONCE) continue;
    yield portion;
    portion = [];
    cells = 0;
  }
  if (portion.length > 0) yield portion;
}
