/** What a run did not judge. */
import type { LedgerEntry, Skipped } from '../../../shared/domain/finding.ts';

/** Rules that were not judged, wholly or for some rows. */
export function countNotJudged(ledger: readonly LedgerEntry[]): number {
  return ledger.filter(({ skipped }) => skipped.length > 0).length;
}

export interface NotJudgedRule {
  readonly rule: string;
  readonly reasons: readonly Skipped[];
}

export function notJudged(ledger: readonly LedgerEntry[]): readonly NotJudgedRule[] {
  return ledger.filter(({ skipped }) => skipped.length > 0).map(({ rule, skipped }) => ({ rule, reasons: skipped }));
}
