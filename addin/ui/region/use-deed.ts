import { useState } from 'react';
import type { Outcome, SyncError } from '../../../shared/sync/error-codes.ts';

export interface Deed {
  /** It is on its way: what begins it is not pressed twice. */
  readonly isBusy: boolean;
  /** Why the last one failed; null when it did not. */
  readonly error: SyncError | null;
  /** Waits for what was asked of the server, and hands its outcome on. */
  readonly act: <T>(asked: Promise<Outcome<T>>) => Promise<Outcome<T>>;
}

/** What a part of the screen does on the server, one thing at a time. */
export function useDeed(): Deed {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<SyncError | null>(null);
  const act: Deed['act'] = async (asked) => {
    setIsBusy(true);
    const done = await asked;
    setIsBusy(false);
    setError(done.ok ? null : done.error);
    return done;
  };
  return { isBusy, error, act };
}
