/** Which requests this server can take at all [PU11]. */
import type { SyncErrorCode } from '../../shared/sync/error-codes.ts';
import { PROTOCOL } from '../../shared/sync/limits.ts';

/** Why a request of a protocol is refused, older or newer than the one spoken here; null when it is that one. */
export function protocolRefusal({ protocol }: { readonly protocol: number }): SyncErrorCode | null {
  if (protocol === PROTOCOL) return null;
  return protocol < PROTOCOL ? 'protocol-too-old' : 'protocol-too-new';
}
