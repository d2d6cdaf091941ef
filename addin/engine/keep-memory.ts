/** Writes the remembered state into the workbook. State that could not be read is left alone, see remembered-state.ts. */
import { FRESH_STATE, parseRemembered, rememberedText } from './remembered-state.ts';
import type { RememberedState } from './remembered-state.ts';
import type { SessionContext } from './session-context.ts';
import { patch } from './session-context.ts';
import type { Memory } from './session-state.ts';
import type { WorkbookPort } from './workbook-port.ts';

/** What the workbook remembers, and whether it can be relied on. Never rejects: a workbook without memory still works. */
export async function recallMemory(
  workbook: WorkbookPort,
): Promise<{ readonly state: RememberedState; readonly memory: Memory }> {
  try {
    const recalled = parseRemembered(await workbook.recall());
    if (recalled.ok) return { state: recalled.state, memory: workbook.isReadOnly ? 'not-kept' : 'working' };
    return { state: FRESH_STATE, memory: recalled.why };
  } catch {
    return { state: FRESH_STATE, memory: 'damaged' };
  }
}

/** Changes the remembered state and writes it. A workbook that refuses is said («не сохраняется»), and work goes on. */
export async function remember(context: SessionContext, part: Partial<RememberedState>): Promise<void> {
  const remembered = { ...context.store.getSnapshot().remembered, ...part };
  patch(context, { remembered });
  if (context.store.getSnapshot().memory !== 'working') return;
  try {
    await context.ports.workbook.remember(rememberedText(remembered));
  } catch {
    patch(context, { memory: 'not-kept' });
  }
}

/** Drops state that could not be read: only when a person says so. */
export async function startMemoryAfresh(context: SessionContext): Promise<void> {
  patch(context, { memory: context.ports.workbook.isReadOnly ? 'not-kept' : 'working' });
  await remember(context, {});
}
