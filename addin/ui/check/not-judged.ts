/** What a run did not judge. */
import type { LedgerEntry, Skipped } from '../../../shared/domain/finding.ts';

/** Rules that were not judged, wholly or for some rows. */
export function countNotJudged(ledger: readonly LedgerEntry[]): number {
  return ledger.filter(({ skipped }) => skipped.length > 0).length;
}

/** One reason with the rules that it stopped: a register lacks few columns, and each stops many rules. */
export interface NotJudgedReason {
  /** The reason as such, of no rows in particular. */
  readonly reason: Skipped;
  /** Rules with their rows; 0 where the whole rule was stopped. */
  readonly rules: readonly { readonly rule: string; readonly rows: number }[];
}

/** What was not judged, by reason, in the order in which the ledger names them. */
export function notJudgedByReason(ledger: readonly LedgerEntry[]): readonly NotJudgedReason[] {
  const all = ledger.flatMap(({ skipped }) => skipped);
  return [...Map.groupBy(all, ({ reason, detail }) => `${reason} ${detail}`).values()].flatMap((alike) =>
    alike.slice(0, 1).map((first) => ({
      reason: { ...first, rows: 0 },
      rules: alike.map(({ rule, rows }) => ({ rule, rows })),
    })),
  );
}
