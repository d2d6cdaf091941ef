/** Packs as the screen needs them: those that come with the product, and the workbook's own. */
import type { Pack } from '../../shared/packs/pack.ts';
import { packById, PACKS } from '../../shared/packs/packs.ts';
import { useSessionState } from './session-access.tsx';

/** The pack of an id; undefined for one that neither the product nor the workbook has. */
export function usePack(id: string): Pack | undefined {
  const own = useSessionState((state) => state.ownPack?.pack ?? null);
  return own?.id === id ? own : packById(id);
}

/** All packs to choose from. */
export function usePacks(): readonly Pack[] {
  const own = useSessionState((state) => state.ownPack?.pack ?? null);
  return own ? [...PACKS, own] : PACKS;
}
