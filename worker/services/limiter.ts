/** How often somebody may ask. The numbers are the platform's; this stands in where there is no platform. */

export interface Limiter {
  /** False when this key has asked too often. */
  readonly request: (key: string) => Promise<boolean>;
  /** False when this caller has tried too often to get in. */
  readonly attempt: (caller: string) => Promise<boolean>;
}

/** Seconds after which a caller that was refused may come again: the platform counts by the minute. */
export const RETRY_AFTER_SECONDS = 60;

const MINUTE_MS = 60_000;
/** More callers than this in a minute are not told apart any more: the memory stays bounded. */
const MOST_CALLERS = 50_000;

export interface LimitsPerMinute {
  readonly requests: number;
  readonly attempts: number;
}

/** Counts in memory, by the minute. Right for one process: an own server, or a developer's machine. */
export function localLimiter({ requests, attempts }: LimitsPerMinute, now: () => number): Limiter {
  return { request: counter(requests, now), attempt: counter(attempts, now) };
}

function counter(most: number, now: () => number): (key: string) => Promise<boolean> {
  let minute = -1;
  const counts = new Map<string, number>();
  return async (key) => {
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute) counts.clear();
    minute = current;
    const name = counts.size < MOST_CALLERS || counts.has(key) ? key : '';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= most;
  };
}
