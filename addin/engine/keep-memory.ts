/** Writes the remembered state into the workbook. State that could not be read is left alone, see remembered-state.ts. */
import { splitAnew } from './explanations.ts';
import { mergeRemembered } from './merge-remembered.ts';
import { FRESH_STATE, parseRemembered, rememberedText } from './remembered-state.ts';
import type { RememberedState } from './remembered-state.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import type { Memory } from './session-state.ts';
import { noteUnsaved } from './unsaved.ts';
import { WorkbookError, type WorkbookPort } from './workbook-port.ts';

/**
 * What the workbook remembers, and whether it can be relied on. Never rejects: a workbook without memory still works,
 * and what a busy Excel does not give now is merged in when the state is kept next.
 */
export async function recallMemory(
  workbook: WorkbookPort,
): Promise<{ readonly state: RememberedState; readonly memory: Memory }> {
  try {
    const recalled = parseRemembered(await workbook.recall());
    if (recalled.ok) return { state: recalled.state, memory: workbook.isReadOnly ? 'not-kept' : 'working' };
    return { state: FRESH_STATE, memory: recalled.why };
  } catch (error) {
    const isDamaged = error instanceof WorkbookError && error.code === 'state-damaged';
    return { state: FRESH_STATE, memory: isDamaged ? 'damaged' : 'not-kept' };
  }
}

/**
 * Changes the remembered state and writes it. A workbook that refuses is said («не сохраняется»), and work goes on; the
 * next change is written with all that was not.
 */
export async function remember(context: SessionContext, part: Partial<RememberedState>): Promise<void> {
  patch(context, { remembered: { ...context.store.getSnapshot().remembered, ...part } });
  noteUnsaved(context);
  await context.keeping(() => keepState(context));
}

async function keepState(context: SessionContext): Promise<void> {
  const { workbook } = context.ports;
  if (workbook.isReadOnly || !isOurs(context)) return;
  const { remembered } = context.store.getSnapshot();
  try {
    await workbook.remember(rememberedText(remembered), (kept) => rememberedText(mergedWith(context, kept)));
    context.kept = context.store.getSnapshot().remembered;
    if (context.store.getSnapshot().memory !== 'working') patch(context, { memory: 'working' });
  } catch {
    if (isOurs(context)) patch(context, { memory: 'not-kept' });
  }
}

/** False for state that must not be overwritten: nobody here understands it. */
function isOurs({ store }: SessionContext): boolean {
  const { memory } = store.getSnapshot();
  return memory !== 'damaged' && memory !== 'newer';
}

/**
 * Takes in what another pane has kept meanwhile, before the state is built upon: a sending must know of theirs. A workbook
 * that does not answer, or has lost what it had, changes nothing.
 */
export async function refreshMemory(context: SessionContext): Promise<void> {
  await context.keeping(async () => {
    if (!isOurs(context)) return;
    const kept = await context.ports.workbook.recall().catch(() => null);
    const theirs = kept === null || kept === rememberedText(context.kept) ? null : parseRemembered(kept);
    if (!theirs?.ok) return;
    takeIn(context, theirs.state);
    context.kept = theirs.state;
  });
}

/** Takes in what another pane has kept meanwhile. Throws state-damaged for what cannot be read. */
function mergedWith(context: SessionContext, kept: string): RememberedState {
  const theirs = parseRemembered(kept);
  if (!theirs.ok) {
    patch(context, { memory: theirs.why });
    throw new WorkbookError('state-damaged');
  }
  return takeIn(context, theirs.state);
}

function takeIn(context: SessionContext, theirs: RememberedState): RememberedState {
  const { remembered, run } = context.store.getSnapshot();
  const merged = mergeRemembered(context.kept, remembered, theirs);
  patch(context, { remembered: merged });
  if (run) patch(context, { run: splitAnew(run, merged.explanations) });
  return merged;
}

/** Drops state that could not be read: only when a person says so. */
export async function startMemoryAfresh(context: SessionContext): Promise<void> {
  patch(context, { memory: context.ports.workbook.isReadOnly ? 'not-kept' : 'working' });
  await remember(context, {});
}
