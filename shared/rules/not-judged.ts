/** A date that a norm gives, or why there is none: shared by rules and by the look ahead. */
import type { SkipReason } from '../domain/finding.ts';
import type { Out } from './rule.ts';

export interface NotJudged {
  readonly kind: 'not-judged';
  readonly reason: SkipReason;
  readonly detail: string;
}

/** The outcome for what cannot be judged: why, and which field, norm or year it is about. */
export function notJudged(reason: SkipReason, detail: string): NotJudged {
  return { kind: 'not-judged', reason, detail };
}

/** Says what was not judged; true when the outcome is of that kind. */
export function saidNotJudged(outcome: { readonly kind: string } | NotJudged, out: Out): outcome is NotJudged {
  if (!isNotJudged(outcome)) return false;
  out.skip(outcome.reason, outcome.detail);
  return true;
}

function isNotJudged(outcome: { readonly kind: string } | NotJudged): outcome is NotJudged {
  return outcome.kind === 'not-judged';
}
