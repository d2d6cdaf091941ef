/** What other norms would change: findings that would come and go, before anything is kept. */
import type { CheckResult, Finding } from '../../shared/domain/finding.ts';

/** Counts of one rule, or of all together. */
export interface TrialCounts {
  readonly added: number;
  readonly removed: number;
  /** Findings that stay and become an error, a warning or a note instead of what they were. */
  readonly regraded: number;
}

export interface PackTrial extends TrialCounts {
  /** Rules with a change, those with most first. */
  readonly rules: readonly (TrialCounts & { readonly rule: string })[];
  /** Rules that are judged now and were not, and the other way round. */
  readonly judgedNow: readonly string[];
  readonly judgedNoLonger: readonly string[];
}

/** Holds two results over the same sheets against each other, finding by finding. */
export function compareResults(before: CheckResult, after: CheckResult): PackTrial {
  const [old, fresh] = [byRule(before.findings), byRule(after.findings)];
  const rules = [...new Set([...old.keys(), ...fresh.keys()])]
    .map((rule) => ({ rule, ...countsOf(old.get(rule) ?? [], fresh.get(rule) ?? []) }))
    .filter(({ added, removed, regraded }) => added + removed + regraded > 0)
    .toSorted((a, b) => total(b) - total(a));
  const sum = (pick: keyof TrialCounts): number => rules.reduce((count, one) => count + one[pick], 0);
  const [judgedBefore, judgedAfter] = [judged(before), judged(after)];
  return {
    added: sum('added'),
    removed: sum('removed'),
    regraded: sum('regraded'),
    rules,
    judgedNow: [...judgedAfter].filter((rule) => !judgedBefore.has(rule)),
    judgedNoLonger: [...judgedBefore].filter((rule) => !judgedAfter.has(rule)),
  };
}

function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ rule }) => rule);
}

const total = ({ added, removed, regraded }: TrialCounts): number => added + removed + regraded;

/** Equal identities are told apart by how often they occur. */
function countsOf(before: readonly Finding[], after: readonly Finding[]): TrialCounts {
  const left = new Map<string, Finding[]>();
  for (const finding of before) left.set(finding.identity, [...(left.get(finding.identity) ?? []), finding]);
  let added = 0;
  let regraded = 0;
  for (const { identity, severity } of after) {
    const known = left.get(identity)?.pop();
    if (!known) added += 1;
    else if (known.severity !== severity) regraded += 1;
  }
  const removed = [...left.values()].reduce((count, rest) => count + rest.length, 0);
  return { added, removed, regraded };
}

function judged({ ledger }: CheckResult): ReadonlySet<string> {
  return new Set(ledger.filter(({ looked }) => looked > 0).map(({ rule }) => rule));
}
