/** The mark by which a pane knows that the last judgement of its register still stands [SU7]. */
import { ENGINE_VERSION } from '../../shared/rules/engine/result.ts';

/** Another mark after each submission, each publication of norms, and each change of the rules. */
export function standingMark({ number, packs }: { readonly number: number; readonly packs: number }): string {
  return `${number}.${packs}.${ENGINE_VERSION}`;
}
