/** The network, the clock and chance of this computer: for the page and for its workers. */
import type { SyncPorts } from './sync-contract.ts';

/** The ports of a browser. Waiting that a signal ends resolves at once. */
export function webPorts(): SyncPorts {
  return {
    fetch: (...request) => fetch(...request),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    now: Date.now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        signal?.addEventListener('abort', end);
      }),
  };
}
