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

type Question<T> = () => Promise<Outcome<T>>;

interface Kept<T> {
  /** What is asked now. */
  readonly question: Question<T>;
  readonly outcome: Outcome<T> | null;
  readonly known: T | null;
}

/** Asks the server when the question changes. `ask` must stay the same function for the same question. */
export function useAnswer<T>(ask: Question<T>): Answered<T> {
  const [kept, setKept] = useState(() => unanswered(ask));
  const [isAskingAgain, setIsAskingAgain] = useState(false);
  // Another question: what is known of the one before is no answer to it.
  const current = kept.question === ask ? kept : unanswered(ask);
  if (current !== kept) setKept(current);
  const take = useCallback((answer: Outcome<T>) => setKept((before) => withAnswer(before, ask, answer)), [ask]);
  useEffect(() => void ask().then(take), [ask, take]);
  const again = useCallback(async () => {
    setIsAskingAgain(true);
    take(await ask());
    setIsAskingAgain(false);
  }, [ask, take]);
  const { outcome, known } = current;
  return { outcome, known, isAsking: outcome === null || isAskingAgain, again };
}

function unanswered<T>(question: Question<T>): Kept<T> {
  return { question, outcome: null, known: null };
}

/** An answer that comes when something else is asked already answers nothing. */
function withAnswer<T>(kept: Kept<T>, question: Question<T>, outcome: Outcome<T>): Kept<T> {
  if (kept.question !== question) return kept;
  return { question, outcome, known: outcome.ok ? outcome.value : kept.known };
}
