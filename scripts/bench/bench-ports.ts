import type { Ports } from '../../worker/services/ports.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import { valuesHasherAtOnce } from './hash-at-once.ts';

/** What the services need besides the database: real clocks and hashes, no pauses. Nothing may be submitted. */
export function portsOf(db: SqlDatabase): Ports {
  return {
    db,
    now: Date.now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    chance: () => 0,
    pause: async () => undefined,
    check: () => {
      throw new Error('nothing is submitted here');
    },
    hashValues: valuesHasherAtOnce(new Uint8Array(32)),
  };
}
