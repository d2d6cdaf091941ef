/** Closing a register that another workbook has taken the place of: it keeps its rows and leaves the overview. */
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import type { RegisterScope } from '../store/scope.ts';
import { readRegister, writeRetirement } from '../store/register-store.ts';
import { untilFirst } from './attempts.ts';
import { auditLink } from './audit-link.ts';
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
      const act = { action: 'retired', register: scope.registerId } as const;
      const link = await auditLink(scope, state.head, { actor, at }, act);
      await writeRetirement(ports.db, scope, { at, link, seq: state.head.seq });
    }
    return { ok: true, value: { id: scope.registerId } };
  });
}
