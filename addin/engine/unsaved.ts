/** Whether a file holds more than what was opened, or saved last. What is taken back leaves nothing to save. */
import type { RememberedState } from './remembered-state.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';

/** What people have made of the remembered state. The date, the marks and the last run come back by themselves. */
export function handMade({ ownPack, corrections, explanations, sync }: RememberedState): string {
  return JSON.stringify([ownPack, corrections, explanations, sync]);
}

/** Looks again whether there is something to save. */
export function noteUnsaved(context: SessionContext): void {
  const { workbook } = context.ports;
  const { remembered, hasUnsavedChanges: before } = context.store.getSnapshot();
  const isChanged = workbook.hasUnsavedEdits() || handMade(remembered) !== context.saved;
  const hasUnsavedChanges = workbook.kind === 'file' && isChanged;
  if (hasUnsavedChanges !== before) patch(context, { hasUnsavedChanges });
}

/** Takes down what a copy will hold. The answer is to be called when the copy has been given out. */
export function saving(context: SessionContext): () => void {
  const saved = handMade(context.store.getSnapshot().remembered);
  return () => {
    context.saved = saved;
    noteUnsaved(context);
  };
}
