import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../../shared/sync/error-codes.ts';

export interface Answered<T> {
  /** Null until the first answer to this question. */
  readonly outcome: Outcome<T> | null;
  /** The newest good answer to this question: it stays where asking once more has failed. */
  readonly known: T | null;
  readonly isAsking: boolean;
  /** Asks once more; what is known stays in sight meanwhile. */
  readonly again: () => Promise<void>;
}

interface Kept<T> {
  readonly to: () => Promise<Outcome<T>>;
  readonly outcome: Outcome<T>;
  readonly known: T | null;
}

/** Asks the server when the question changes. `ask` must stay the same function for the same question. */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>): Answered<T> {
  const [kept, setKept] = useState<Kept<T> | null>(null);
  const [isAskingAgain, setIsAskingAgain] = useState(false);
  const keep = useCallback(
    (outcome: Outcome<T>) =>
      setKept((before) => {
        const last = before?.to === ask ? before.known : null;
        return { to: ask, outcome, known: outcome.ok ? outcome.value : last };
      }),
    [ask],
  );
  useEffect(() => {
    let isCurrent = true;
    void ask().then((outcome) => {
      if (isCurrent) keep(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, keep]);
  const again = useCallback(async () => {
    setIsAskingAgain(true);
    keep(await ask());
    setIsAskingAgain(false);
  }, [ask, keep]);
  const current = kept?.to === ask ? kept : null;
  return {
    outcome: current?.outcome ?? null,
    known: current?.known ?? null,
    isAsking: current === null || isAskingAgain,
    again,
  };
}
