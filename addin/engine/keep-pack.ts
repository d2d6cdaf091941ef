/** The region's own pack in a session: recalled from the workbook, tried, kept, and given up again. */
import type { OwnPack, OwnPackOutcome } from '../../shared/packs/own-pack.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { RunStopped } from './check-runner.ts';
import { checkWorkbook, runRequest } from './check-workbook.ts';
import { remember } from './keep-memory.ts';
import { packOf } from './pack-in-use.ts';
import type { PackTrial } from './pack-trial.ts';
import type { RememberedState } from './remembered-state.ts';
import type { SessionContext, SessionPorts } from './session-context.ts';
import { patch } from './session-context.ts';
import type { SessionState } from './session-state.ts';

/** Most workbooks have no pack of their own: the first screen does not wait for what reads one. */
const ownPacks = () => import('../../shared/packs/own-pack.ts');

/** The pack that the workbook was checked by, or the default one with the reason why. */
export async function recalledPack(
  { ownPack: text, packId }: RememberedState,
  ports: Pick<SessionPorts, 'packById'>,
  defaultPackId: string,
): Promise<Pick<SessionState, 'packId' | 'ownPack' | 'packFault'>> {
  const outcome = text === null ? null : (await ownPacks()).parseOwnPack(text);
  const ownPack = outcome?.ok ? { own: outcome.own, pack: outcome.pack } : null;
  if (packId === null) return { packId: defaultPackId, ownPack, packFault: null };
  if (packOf(packId, { ownPack }, ports)) return { packId, ownPack, packFault: null };
  const packFault = outcome && !outcome.ok ? outcome.why : 'unknown';
  return { packId: defaultPackId, ownPack, packFault };
}

/** Compares what a pack finds with what the pack of the last run finds, over the sheets of that run. */
export async function tryPack(context: SessionContext, pack: Pack): Promise<PackTrial | null> {
  const { ports, store } = context;
  const { run, ownPack } = store.getSnapshot();
  const before = run ? packOf(run.result.pack.id, { ownPack }, ports) : undefined;
  if (!run || !before || context.dirty === 'all' || ports.runner.isEmpty()) return null;
  const { asOf } = run.result;
  try {
    return await ports.runner.tryPack(runRequest(context, before, asOf), runRequest(context, pack, asOf));
  } catch (error) {
    if (error instanceof RunStopped) return null;
    throw error;
  }
}

/** Keeps a pack whose revision is one more than the last. A pack that is not right is answered and not kept. */
export async function keepPack(context: SessionContext, changed: OwnPack): Promise<OwnPackOutcome> {
  const { MOST_OWN_PACK_CHARACTERS, ownPackText, packOfOwn } = await ownPacks();
  const { ownPack, run } = context.store.getSnapshot();
  const outcome = packOfOwn({ ...changed, revision: Math.max(changed.revision, ownPack?.own.revision ?? 0) + 1 });
  if (!outcome.ok) return outcome;
  const { own, pack } = outcome;
  const text = ownPackText(own);
  if (text.length > MOST_OWN_PACK_CHARACTERS) return { ok: false, why: 'too-large', problems: [] };
  patch(context, {
    ownPack: { own, pack },
    packId: pack.id,
    packFault: null,
    packDraft: null,
    isStale: run !== null,
  });
  await remember(context, { ownPack: text, packId: pack.id });
  if (run) await checkWorkbook(context, true);
  return outcome;
}

/**
 * Lets the workbook's own norms go. Where they were in use, those they were made from take their place and the
 * workbook is judged anew.
 */
export async function dropPack(context: SessionContext): Promise<void> {
  const { ownPack, packId, run } = context.store.getSnapshot();
  const base = ownPack?.own.base;
  const isInUse = base !== undefined && packId === ownPack?.pack.id;
  const next = isInUse ? base : packId;
  patch(context, { ownPack: null, packId: next, packFault: null, packDraft: null });
  await remember(context, { ownPack: null, packId: next });
  if (run && isInUse) await checkWorkbook(context, true);
}
