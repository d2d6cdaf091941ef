import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../../shared/sync/error-codes.ts';

export interface Answered<T> {
  /** Null until the first answer to this question. */
  readonly outcome: Outcome<T> | null;
  /** Asks once more; what is known stays in sight meanwhile. */
  readonly again: () => Promise<void>;
}

/** Asks the server when the question changes. `ask` must stay the same function for the same question. */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>): Answered<T> {
  const [known, setKnown] = useState<{ readonly to: typeof ask; readonly outcome: Outcome<T> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ask().then((outcome) => {
      if (isCurrent) setKnown({ to: ask, outcome });
    });
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  const again = useCallback(async () => {
    const outcome = await ask();
    setKnown({ to: ask, outcome });
  }, [ask]);
  return { outcome: known?.to === ask ? known.outcome : null, again };
}
