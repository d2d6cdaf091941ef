/** Closing a register that another workbook has taken the place of: it keeps its rows and leaves the overview. */
import { extendChain } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { RegisterScope } from '../store/scope.ts';
import { readRegister, writeRetirement } from '../store/register-store.ts';
import { untilFirst } from './attempts.ts';
import type { Actor, Ports } from './ports.ts';

/** Closes a register; one that is closed already stays as it is. */
export async function retire(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
): Promise<Outcome<{ readonly id: string }>> {
  return await untilFirst(ports, async () => {
    const state = await readRegister(ports.db, scope);
    if (state === null) return failed('not-found');
    if (state.retiredAt === null) {
      const at = ports.now();
      const fact = {
        at: new Date(at).toISOString(),
        actor: actor.tokenId,
        action: 'retired',
        register: scope.registerId,
        row: null,
        version: null,
        fields: [],
        before: null,
        after: null,
        push: null,
      } as const;
      const { auditN, auditHead } = state.head;
      const [link] = await extendChain(scope.districtId, { n: auditN, hash: auditHead }, [fact]);
      if (link === undefined) throw new Error('one fact gives one link');
      await writeRetirement(ports.db, scope, { at, link, seq: state.head.seq });
    }
    return { ok: true, value: { id: scope.registerId } };
  });
}
