/**
 * What people have decided about a possible match. Either every district concerned says the same, or a manager of the
 * region decides, with a reason; until then it is open. A decision counts for the districts it was made about: when
 * another district joins the match, it is open again.
 */
export type Verdict = 'same' | 'different' | 'transfer';
export type MatchState = 'open' | Verdict;

export interface MatchDecision {
  /** Id of the match. */
  readonly match: string;
  /** The district that says so; null: a manager of the region. */
  readonly district: string | null;
  readonly verdict: Verdict;
  /** A manager's decision without a reason does not count. */
  readonly reason: string;
  /** Districts of the match when it was decided. */
  readonly about: readonly string[];
  /** Later decisions of the same hand replace earlier ones. Unique numbers in order of time. */
  readonly order: number;
}

/** The state of a match between districts. `ids`: all ids that the match has had or may be called by. */
export function matchState(
  ids: ReadonlySet<string>,
  districts: readonly string[],
  decisions: readonly MatchDecision[],
): MatchState {
  const latest = new Map<string | null, MatchDecision>();
  for (const decision of decisions) {
    if (!ids.has(decision.match) || !districts.every((district) => decision.about.includes(district))) continue;
    if (decision.district === null && decision.reason.trim() === '') continue;
    const known = latest.get(decision.district);
    if (!known || known.order < decision.order) latest.set(decision.district, decision);
  }
  const ofManager = latest.get(null);
  if (ofManager) return ofManager.verdict;
  const verdicts = new Set(districts.map((district) => latest.get(district)?.verdict));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? only : 'open';
}
