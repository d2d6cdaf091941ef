import { valuesHasher } from '../../shared/sync/audit-chain.ts';
import type { Ports } from '../../worker/services/ports.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';

/** What the services need besides the database: real clocks and hashes, no pauses. Nothing may be submitted. */
export async function portsOf(db: SqlDatabase): Promise<Ports> {
  return {
    db,
    now: Date.now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    chance: () => 0,
    pause: async () => undefined,
    check: () => {
      throw new Error('nothing is submitted here');
    },
    hashValues: await valuesHasher(new Uint8Array(32)),
  };
}
