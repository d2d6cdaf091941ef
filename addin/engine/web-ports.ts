/** The network, the clock and chance of this computer: for the page and for its workers. */
import type { SyncPorts } from './sync-contract.ts';

export function webPorts(): SyncPorts {
  return {
    fetch: (...request) => fetch(...request),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    now: Date.now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
