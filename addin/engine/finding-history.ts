/**
 * What became of findings since an earlier run. Findings are told apart by identity, so sorting, inserting rows or
 * copying the register into next month's workbook changes nothing. The workbook keeps short digests, not the
 * identities: they are long, and names stand in them.
 */
import type { Finding } from '../../shared/domain/finding.ts';

/** Digests of the findings that were open, and of those that had been and were mended. */
export interface FindingHistory {
  readonly open: readonly string[];
  readonly mended: readonly string[];
}

export type Standing = 'new' | 'still' | 'back';

export interface Comparison {
  /** Standing by identity. Empty for a first run, which has nothing to compare with. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly isFirst: boolean;
  readonly newCount: number;
  readonly stillCount: number;
  readonly backCount: number;
  readonly mendedCount: number;
}

/** Mended findings are remembered up to this number, the latest first, to keep the workbook small. */
const MENDED_KEPT = 5_000;

/** A short name (53 bits, base 36) of an identity. Not secret and not meant to be. */
export function digestOf(identity: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < identity.length; at += 1) {
    const code = identity.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

/** Compares findings with an earlier run; null when there was none. */
export function compareWith(base: FindingHistory | null, findings: readonly Finding[]): Comparison {
  const standings = new Map<string, Standing>();
  if (!base) return { standings, isFirst: true, newCount: 0, stillCount: 0, backCount: 0, mendedCount: 0 };
  const open = new Set(base.open);
  const mended = new Set(base.mended);
  const now = new Set<string>();
  const counts = { new: 0, still: 0, back: 0 };
  for (const { identity } of findings) {
    const digest = digestOf(identity);
    now.add(digest);
    const standing = open.has(digest) ? 'still' : mended.has(digest) ? 'back' : 'new';
    standings.set(identity, standing);
    counts[standing] += 1;
  }
  return {
    standings,
    isFirst: false,
    newCount: counts.new,
    stillCount: counts.still,
    backCount: counts.back,
    mendedCount: base.open.filter((digest) => !now.has(digest)).length,
  };
}

/** The history to keep after a run. */
export function historyAfter(base: FindingHistory | null, findings: readonly Finding[]): FindingHistory {
  const open = new Set(findings.map(({ identity }) => digestOf(identity)));
  const mended = [...(base?.open ?? []), ...(base?.mended ?? [])].filter((digest) => !open.has(digest));
  return { open: [...open], mended: [...new Set(mended)].slice(0, MENDED_KEPT) };
}
