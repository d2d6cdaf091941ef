/** The norms that a session judges by. */
import type { Pack } from '../../shared/packs/pack.ts';
import type { SessionPorts } from './session-context.ts';
import type { SessionState } from './session-state.ts';

/** The pack of an id, the workbook's own included; undefined for an id that nothing has. */
export function packOf(
  id: string,
  { ownPack }: Pick<SessionState, 'ownPack'>,
  { packById }: Pick<SessionPorts, 'packById'>,
): Pack | undefined {
  return ownPack?.pack.id === id ? ownPack.pack : packById(id);
}

/** The pack of the next run. */
export function packInUse(
  state: Pick<SessionState, 'ownPack' | 'packId'>,
  ports: Pick<SessionPorts, 'packById'>,
): Pack | undefined {
  return packOf(state.packId, state, ports);
}
