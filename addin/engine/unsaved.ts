/** Whether a file holds more than what was opened, or saved last. What is taken back leaves nothing to save. */
import { isSame } from './merge-remembered.ts';
import type { RememberedState } from './remembered-state.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';

/** What people make of the remembered state. The date, the marks and the last run come back by themselves. */
const HAND_MADE = ['ownPack', 'corrections', 'explanations', 'sync'] as const satisfies (keyof RememberedState)[];

function isSameHandMade(one: RememberedState, other: RememberedState): boolean {
  return HAND_MADE.every((part) => isSame(one[part], other[part]));
}

/** Looks again whether there is something to save. */
export function noteUnsaved(context: SessionContext): void {
  const { workbook } = context.ports;
  const { remembered, hasUnsavedChanges: before } = context.store.getSnapshot();
  const hasUnsavedChanges =
    workbook.kind === 'file' && (workbook.hasUnsavedEdits() || !isSameHandMade(remembered, context.saved));
  if (hasUnsavedChanges !== before) patch(context, { hasUnsavedChanges });
}

/** Takes down what a copy will hold. The answer is to be called when the copy has been given out. */
export function saving(context: SessionContext): () => void {
  const { remembered } = context.store.getSnapshot();
  return () => {
    context.saved = remembered;
    noteUnsaved(context);
  };
}
