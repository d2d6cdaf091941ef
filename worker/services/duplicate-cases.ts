/** Cases that share a fingerprint with another district, as the region's rules see them. */
import { isNotClosed, REFUSED } from '../../shared/domain/case-state.ts';
import { dayOfIso, isKnown, isoOf, UNREADABLE, type Day } from '../../shared/domain/day.ts';
import { familyMatches, type FamilyMatch } from '../../shared/rules/region/family-matches.ts';
import { matchState, type MatchDecision, type MatchState } from '../../shared/rules/region/match-state.ts';
import type { RegionCase } from '../../shared/rules/region/region-rule.ts';
import type { SharedCase, StoredDecision } from '../store/duplicate-store.ts';

/** A date that came over the wire: null for an empty or absent one, NaN for one that could not be read. */
function dayFrom(text: string | null): Day | null {
  return text === null ? null : (dayOfIso(text) ?? UNREADABLE);
}

/** A case for the rules; its id names register and row. */
export function regionCase(row: SharedCase): RegionCase {
  return {
    district: row.district,
    id: `${row.register} ${row.row}`,
    fingerprints: row.fingerprints,
    isRefused: row.decision === REFUSED,
    start: dayFrom(row.startDate ?? row.contractDate ?? row.registeredOn),
    closedOn: dayFrom(row.closedOn),
    closeReason: row.closeReason,
    level: codeOrNull(row.level),
    curator: null,
  };
}

/** A code that stands in no list travels as «?», a withheld one as «*». */
export function codeOrNull(code: string | null): string | null {
  return code === '?' || code === '*' ? null : code;
}

/** Not refused, and not closed on the day. */
export function isOpenOn({ isRefused, closedOn }: RegionCase, day: Day): boolean {
  return !isRefused && isNotClosed(closedOn, day);
}

/** A day as it travels; null also for one that could not be read. */
export function isoOrNull(day: Day | null): string | null {
  return isKnown(day) ? isoOf(day) : null;
}

/** A decision as the rules know it. */
export function matchDecision(stored: StoredDecision): MatchDecision {
  const { pair, district, verdict, reason, basis, n } = stored;
  return { match: pair, district, verdict, reason, basis, order: n };
}

export interface PossibleMatch extends FamilyMatch {
  readonly rows: readonly [SharedCase, SharedCase];
  readonly state: MatchState;
  /** The last word of each hand, those that no longer count too; words taken back are left out. */
  readonly words: readonly StoredDecision[];
}

/** The matches of cases, with their states. */
export function matchesOf(
  rows: readonly SharedCase[],
  decisions: readonly StoredDecision[],
  isMeant: (one: RegionCase) => boolean = () => true,
): readonly PossibleMatch[] {
  const rowOf = new Map(rows.map((row) => [regionCase(row), row]));
  const byPair = Map.groupBy(decisions, ({ pair }) => pair);
  return familyMatches([...rowOf.keys()].filter(isMeant)).flatMap((match) => {
    const [first, second] = match.cases.map((one) => rowOf.get(one));
    if (!first || !second) return [];
    const said = byPair.get(match.id) ?? [];
    const facts = { id: match.id, districts: [first.district, second.district], shared: match.shared };
    const state = matchState(facts, said.map(matchDecision));
    return [{ ...match, rows: [first, second] as const, state, words: lastWords(said) }];
  });
}

function lastWords(said: readonly StoredDecision[]): readonly StoredDecision[] {
  const latest = new Map<string | null, StoredDecision>();
  for (const one of said.toSorted((a, b) => a.n - b.n)) latest.set(one.district, one);
  return [...latest.values()].filter(({ verdict }) => verdict !== 'open');
}

/** True when a word was said about other fingerprints than those in common now. */
export function hasLapsed({ basis }: StoredDecision, { shared }: FamilyMatch): boolean {
  return basis.toSorted().join() !== shared.join();
}
