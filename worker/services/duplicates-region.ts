/** Possible matches as the region sees them: both sides, what each said, and the region's own decision. */
import { identifyingKind } from '../../shared/privacy/detector.ts';
import { matchId } from '../../shared/rules/region/family-matches.ts';
import type { RegionCase } from '../../shared/rules/region/region-rule.ts';
import {
  MATCH_PAGE,
  MATCH_STATES,
  type MatchQuery,
  type RegionDecision,
  type RegionMatches,
  type RegionMatchView,
} from '../../shared/sync/duplicate-wire.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import {
  MOST_SHARED_CASES,
  addDecisionStatement,
  readCases,
  readDecisions,
  readRegionShared,
  type SharedCase,
} from '../store/duplicate-store.ts';
import type { RegionScope } from '../store/scope.ts';
import { administer, type RegionActor } from './administer.ts';
import { codeOrNull, hasLapsed, isOpenOn, isoOrNull, matchesOf, type PossibleMatch } from './duplicate-cases.ts';
import { dayAt } from './moscow-day.ts';
import type { Ports } from './ports.ts';

/**
 * Matches whose cases are both open today, and those that people took for one family, as long as both cases are there: a
 * page of those asked for, those with most signs first.
 */
export async function regionMatches(ports: Ports, scope: RegionScope, wish: MatchQuery): Promise<RegionMatches> {
  const { cases, decisions } = await readRegionShared(ports.db, scope);
  const today = dayAt(ports.now());
  const { district } = wish;
  const all = matchesOf(cases, decisions).filter((match) => {
    const isMeant = district === undefined || match.rows.some((row) => row.district === district);
    const isCounted = match.state === 'same' || match.state === 'transfer';
    return isMeant && (isCounted || match.cases.every((one) => isOpenOn(one, today)));
  });
  const asked = all
    .filter(({ state }) => wish.state === undefined || state === wish.state)
    .toSorted((a, b) => b.shared.length - a.shared.length);
  const count = (state: string): number => all.filter((match) => match.state === state).length;
  return {
    counts: Object.fromEntries(MATCH_STATES.map((state) => [state, count(state)])) as RegionMatches['counts'],
    isCut: cases.length === MOST_SHARED_CASES,
    total: asked.length,
    matches: asked.slice(wish.offset, wish.offset + MATCH_PAGE).map(shownMatch),
  };
}

function shownMatch(match: PossibleMatch): RegionMatchView {
  return {
    state: match.state,
    signs: match.shared.length,
    cases: match.rows.map((row, at) => shownCase(row, match.cases[at === 0 ? 0 : 1])),
    words: match.words.flatMap((word) =>
      word.verdict === 'open'
        ? []
        : [
            {
              district: word.district,
              verdict: word.verdict,
              reason: word.reason,
              at: new Date(word.at).toISOString(),
              hasLapsed: hasLapsed(word, match),
            },
          ],
    ),
  };
}

function shownCase(row: SharedCase, { start, closedOn }: RegionCase): RegionMatchView['cases'][number] {
  return {
    district: { id: row.district, title: row.title },
    register: row.register,
    row: row.row,
    level: codeOrNull(row.level),
    start: isoOrNull(start),
    closedOn: isoOrNull(closedOn),
    applicant: row.applicant,
  };
}

/** The region's decision with its reason, or taking it back. The same decision again changes nothing. */
export async function decideMatch(
  ports: Ports,
  { scope, actor }: RegionActor,
  { cases: wanted, verdict, reason }: RegionDecision,
): Promise<Outcome<RegionMatchView>> {
  if (identifyingKind(reason) !== null) return failed('identifying-data');
  const [a, b] = wanted.map(({ district, register, row }) => ({ district, id: `${register} ${row}` }));
  if (a === undefined || b === undefined) return failed('not-found');
  const pair = matchId(a, b);
  return await administer(ports, { scope, actor }, async () => {
    const [cases, decisions] = await Promise.all([
      readCases(ports.db, scope, wanted),
      readDecisions(ports.db, scope.regionId, [pair]),
    ]);
    const before = matchesOf(cases, decisions).find(({ id }) => id === pair);
    if (before === undefined) return failed('not-found');
    if (isSaid(before, verdict, reason)) return { ok: true, value: { standing: shownMatch(before) } };
    const decision = { pair, district: null, verdict, reason, basis: [...before.shared], at: ports.now() };
    const n = Math.max(0, ...decisions.map((one) => one.n)) + 1;
    const after = matchesOf(cases, [...decisions, { ...decision, n }]).find(({ id }) => id === pair);
    const was = before.words.find(({ district }) => district === null);
    return {
      ok: true,
      value: {
        value: shownMatch(after ?? before),
        action: 'match-decided',
        subject: pair,
        before: { verdict: was?.verdict ?? 'open', reason: was?.reason ?? '' },
        after: { verdict, reason },
        statements: [addDecisionStatement(ports.db, scope.regionId, { ...decision, actor: actor.tokenId })],
      },
    };
  });
}

function isSaid(match: PossibleMatch, verdict: RegionDecision['verdict'], reason: string): boolean {
  const own = match.words.find(({ district }) => district === null);
  if (own === undefined) return verdict === 'open';
  return own.verdict === verdict && own.reason === reason && !hasLapsed(own, match);
}
