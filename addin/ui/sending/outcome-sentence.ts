import type { SendOutcome } from '../../engine/sync-contract.ts';

export interface OutcomeSentence {
  readonly intent: 'success' | 'info';
  readonly key: 'sending.sent' | 'sending.unchanged' | 'sending.nothing-new';
}

/** What a sending came to, in one word. A server that was left without what it should have «has everything» no longer. */
export function outcomeSentence({
  state,
  conflicts,
  refused,
}: Pick<SendOutcome, 'state' | 'conflicts' | 'refused'>): OutcomeSentence {
  if (state === 'sent') return { intent: 'success', key: 'sending.sent' };
  const isAllThere = conflicts.length + refused.length === 0;
  return isAllThere ? { intent: 'success', key: 'sending.unchanged' } : { intent: 'info', key: 'sending.nothing-new' };
}
