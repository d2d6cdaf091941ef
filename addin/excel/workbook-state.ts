/**
 * Keeps the add-in's state in the workbook. A part that cannot be read is never touched: it may be a colleague's later
 * version, or the only copy of something. A new part is then put beside it, and the newest whole part counts.
 */
import { MAX_STATE_BYTES, readStateXml, STATE_NAMESPACE, stateXml } from '../engine/state-part.ts';
import { WorkbookError } from '../engine/workbook-port.ts';

interface Parts {
  readonly whole: readonly { readonly id: string; readonly text: string; readonly saved: number }[];
  readonly damaged: number;
}

/** The newest state, or null when there is none. Rejects with state-damaged when parts are there and none is whole. */
export async function recallState(context: Excel.RequestContext): Promise<string | null> {
  const { whole, damaged } = await loadParts(context);
  const newest = whole[0];
  if (newest) return newest.text;
  if (damaged > 0) throw new WorkbookError('state-damaged');
  return null;
}

/**
 * Replaces the newest whole part, or adds one. Answers with the state that is kept now. Rejects with too-large above 4 MB.
 * @param stateOver the state to keep in place of the newest; null where there is none
 */
export async function rememberState(
  context: Excel.RequestContext,
  stateOver: (kept: string | null) => string,
): Promise<string> {
  const { whole } = await loadParts(context);
  const [newest, ...older] = whole;
  const text = stateOver(newest?.text ?? null);
  if (new TextEncoder().encode(text).length > MAX_STATE_BYTES) throw new WorkbookError('too-large');
  const xml = stateXml(text, (newest?.saved ?? 0) + 1);
  const parts = context.workbook.customXmlParts;
  if (newest) parts.getItem(newest.id).setXml(xml);
  else parts.add(xml);
  for (const { id } of older) parts.getItem(id).delete();
  await context.sync();
  return text;
}

async function loadParts(context: Excel.RequestContext): Promise<Parts> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load('items/id');
  await context.sync();
  const asked = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
  if (asked.length > 0) await context.sync();
  const readings = asked.map(({ id, xml }) => ({ id, reading: readStateXml(xml.value) }));
  const whole = readings.flatMap(({ id, reading }) => (reading.kind === 'whole' ? [{ id, ...reading }] : []));
  return {
    whole: whole.toSorted((a, b) => b.saved - a.saved),
    damaged: readings.length - whole.length,
  };
}
