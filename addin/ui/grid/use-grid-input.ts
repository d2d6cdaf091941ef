/** Keys and mouse of the grid: moving, editing, undoing. */
import { useState } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Session } from '../../engine/session.ts';
import type { SheetView } from '../../file/sheet-view.ts';
import type { EditEnd } from './cell-editor.tsx';
import type { Place } from './grid-keys.ts';
import { anchorOf, placeAfterKey } from './grid-keys.ts';
import type { SheetSizes } from './sheet-sizes.ts';

interface GridInputOptions {
  readonly view: SheetView;
  readonly sizes: SheetSizes;
  readonly active: Place;
  readonly session: Session;
  readonly grid: RefObject<HTMLDivElement | null>;
}

export interface GridInput {
  /** What the editor begins with; null while no cell is edited. */
  readonly typing: string | null;
  readonly startEdit: () => void;
  readonly endEdit: (end: EditEnd) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
}

export function useGridInput({ view, sizes, active, session, grid }: GridInputOptions): GridInput {
  const [typing, setTyping] = useState<string | null>(null);
  const goTo = (place: Place): void => {
    void session.goTo({ sheet: view.name, ...anchorOf(place, sizes) });
  };
  const startEdit = (): void => setTyping(view.text(active.row, active.column));
  const endEdit = (end: EditEnd): void => {
    const before = view.text(active.row, active.column);
    setTyping(null);
    if (end.kind === 'keep' && end.typed !== before) void session.edit({ sheet: view.name, ...active }, end.typed);
    if (end.kind === 'drop' || end.move !== 'stay') grid.current?.focus();
    if (end.kind === 'keep' && end.move !== 'stay') {
      const key = end.move === 'down' ? 'ArrowDown' : 'ArrowRight';
      goTo(placeAfterKey(active, { key, ctrlKey: false }, sizes) ?? active);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = event.altKey || event.metaKey ? null : placeAfterKey(active, event, sizes);
    if (place) goTo(place);
    else if (event.key === 'Enter' || event.key === 'F2') startEdit();
    else if (event.key === 'Delete') void session.edit({ sheet: view.name, ...active }, '');
    else if (event.ctrlKey && event.code === 'KeyZ') undoLast(session);
    else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) setTyping(event.key);
    else return;
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="gridcell"]') : null;
    if (!cell) return;
    goTo({ row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) });
  };
  return { typing, startEdit, endEdit, onKeyDown, onMouseDown };
}

function undoLast(session: Session): void {
  const last = session.store.getSnapshot().journal.findLast(({ isUndone }) => !isUndone);
  if (last) void session.undo(last.id);
}
