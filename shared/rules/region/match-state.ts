/**
 * What people have decided about a possible match of two cases. Either both districts say the same, or the region
 * decides, with a reason; until then it is open. A decision counts for the fingerprints that the two cases had in common
 * when it was made: when these change, there is something new to look at, and the match is open again.
 */
export type Verdict = 'same' | 'different' | 'transfer';
export type MatchState = 'open' | Verdict;

export interface MatchDecision {
  /** Id of the match (family-matches.ts). */
  readonly match: string;
  /** The district that says so; null: the region. */
  readonly district: string | null;
  /** `open` takes an earlier word back. */
  readonly verdict: Verdict | 'open';
  /** A decision of the region without a reason does not count. */
  readonly reason: string;
  /** Fingerprints that the cases had in common when it was decided. */
  readonly basis: readonly string[];
  /** Later decisions of the same hand replace earlier ones. Unique numbers in order of time. */
  readonly order: number;
}

export interface MatchFacts {
  readonly id: string;
  /** The two districts, in any order. */
  readonly districts: readonly string[];
  /** Fingerprints that the two cases have in common, in any order. */
  readonly shared: readonly string[];
}

/** The decisions that count: the last word of each hand, unless it was taken back or has lapsed. */
export function standingDecisions(match: MatchFacts, decisions: readonly MatchDecision[]): readonly MatchDecision[] {
  const latest = new Map<string | null, MatchDecision>();
  for (const decision of decisions) {
    if (decision.match !== match.id) continue;
    const known = latest.get(decision.district);
    if (!known || known.order < decision.order) latest.set(decision.district, decision);
  }
  return [...latest.values()].filter(
    ({ verdict, district, reason, basis }) =>
      verdict !== 'open' && (district !== null || reason.trim() !== '') && isSameSet(basis, match.shared),
  );
}

/** The state of a match. */
export function matchState(match: MatchFacts, decisions: readonly MatchDecision[]): MatchState {
  const standing = standingDecisions(match, decisions);
  const ofRegion = standing.find(({ district }) => district === null);
  if (ofRegion) return ofRegion.verdict;
  const verdicts = new Set(match.districts.map((one) => standing.find(({ district }) => district === one)?.verdict));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? only : 'open';
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((one) => set.has(one));
}
