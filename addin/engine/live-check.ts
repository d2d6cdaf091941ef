/** Re-checks after edits: many edits in a row become one run, of the sheets that changed. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { checkWorkbook } from './check-workbook.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import { isQuick } from './session-state.ts';
import { isTouched } from './touched-cells.ts';
import { noteUnsaved } from './unsaved.ts';
import type { SheetChange } from './workbook-port.ts';

/** Quiet time after the last edit. */
const QUIET_MS = 400;

/** Formulas that never stand still, as a random number does, must not keep the pane busy: more than these are asked for. */
const MOST_RECHECKS = 4;

/** Follows what people do in the workbook: notes edits, plans re-checks, knows where they stand. Returns the way to stop. */
export function watchWorkbook(context: SessionContext): () => void {
  return context.ports.workbook.watch({
    onChange: (change) => noteChange(context, change),
    onRecalculate: (sheet) => noteRecalculation(context, sheet),
    onSelect: (cell, lastRow) => noteSelection(context, cell, lastRow),
  });
}

function noteChange(context: SessionContext, change: SheetChange): void {
  noteUnsaved(context);
  if (change.source === 'self' && change.area === null) return;
  if (change.source !== 'self') {
    forgetUndoOf(context, change);
    context.unread.push(change);
  }
  context.rechecks = 0;
  const { run } = context.store.getSnapshot();
  if (context.dirty !== 'all') {
    if (change.area === null) context.dirty = 'all';
    else context.dirty.add(change.sheet);
  }
  if (!run) {
    // The first check is under way: what it has read already may be out of date when it ends.
    if (context.running) planLiveCheck(context);
    return;
  }
  patch(context, { isStale: true });
  if (isQuick(run)) planLiveCheck(context);
}

/** Whether the results are others is seen when they are read. Until then nothing is called stale. */
function noteRecalculation(context: SessionContext, sheet: string): void {
  const { run } = context.store.getSnapshot();
  if (!run && !context.running) return;
  if (context.dirty !== 'all') context.dirty.add(sheet);
  const isFollowed = run === null || (isQuick(run) && context.rechecks < MOST_RECHECKS);
  if (!isFollowed) patch(context, { isStale: true });
  else if (!context.callOffLiveCheck) planLiveCheck(context);
}

/** Plans a re-check; one that is already planned waits anew. */
export function planLiveCheck(context: SessionContext): void {
  context.callOffLiveCheck?.();
  context.callOffLiveCheck = context.ports.after(QUIET_MS, () => {
    context.callOffLiveCheck = null;
    if (context.running) planLiveCheck(context);
    else if (context.store.getSnapshot().run) void checkWorkbook(context, false);
  });
}

/** A cell that somebody changed after a correction no longer belongs to it: undoing must not overwrite their work. */
function forgetUndoOf(context: SessionContext, change: SheetChange): void {
  context.store.update((state) => {
    if (!state.journal.some(({ outcomes }) => outcomes.some(({ cell }) => isTouched(cell, change)))) return state;
    const journal = state.journal.map((entry) => ({
      ...entry,
      outcomes: entry.outcomes.filter(({ cell }) => !isTouched(cell, change)),
    }));
    return { ...state, journal };
  });
}

function noteSelection(context: SessionContext, cell: CellAddress, selectedLastRow: number): void {
  const { selected, selectedLastRow: last } = context.store.getSnapshot();
  const isSame = selected?.sheet === cell.sheet && selected.row === cell.row && selected.column === cell.column;
  if (!isSame || last !== selectedLastRow) patch(context, { selected: cell, selectedLastRow });
}
