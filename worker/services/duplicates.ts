/**
 * Possible matches as a district sees them: its own case, and of the other side nothing but the name of the district. The
 * case of the other side never leaves this file.
 */
import { identifyingKind } from '../../shared/privacy/detector.ts';
import type { DistrictMatch, DistrictMatches } from '../../shared/sync/duplicate-wire.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import {
  addDecisionStatement,
  readDecisions,
  readDistrictShared,
  readHead,
  writeAnswer,
  type StoredDecision,
} from '../store/duplicate-store.ts';
import type { DistrictScope } from '../store/scope.ts';
import { untilFirst } from './attempts.ts';
import { auditLink } from './audit-link.ts';
import { codeOrNull, hasLapsed, isOpenOn, isoOrNull, matchesOf, type PossibleMatch } from './duplicate-cases.ts';
import { dayAt } from './moscow-day.ts';
import type { Actor, Ports } from './ports.ts';
import { shortHash } from './short-hash.ts';

/** Matches shown at once at most. */
const MOST_SHOWN = 200;

interface Known {
  readonly regionId: string;
  readonly matches: readonly PossibleMatch[];
}

/** The open possible matches of a district: both cases are open today. Those decided as different families are left out. */
export async function districtMatches(ports: Ports, scope: DistrictScope): Promise<DistrictMatches> {
  const { matches } = await read(ports, scope);
  const shown = matches.filter(({ state }) => state !== 'different');
  return {
    total: shown.length,
    matches: await Promise.all(shown.slice(0, MOST_SHOWN).map((match) => shownTo(scope, match))),
  };
}

async function read(ports: Ports, scope: DistrictScope): Promise<Known> {
  const { regionId, cases } = await readDistrictShared(ports.db, scope);
  const today = dayAt(ports.now());
  const own = (match: PossibleMatch): boolean => match.rows.some(({ district }) => district === scope.districtId);
  const found = matchesOf(cases, [], (one) => isOpenOn(one, today)).filter(own);
  const pairs = found.map(({ id }) => id);
  const decisions = await readDecisions(ports.db, regionId, pairs);
  return { regionId, matches: matchesOf(cases, decisions, (one) => isOpenOn(one, today)).filter(own) };
}

/** An id that tells nothing: row ids are random, so it cannot be worked back to the other case. */
async function publicId({ id }: Pick<PossibleMatch, 'id'>): Promise<string> {
  return await shortHash(id);
}

async function shownTo({ districtId }: DistrictScope, match: PossibleMatch): Promise<DistrictMatch> {
  const mineAt = match.rows[0].district === districtId ? 0 : 1;
  const [row, other] = [match.rows[mineAt], match.rows[1 - mineAt]];
  if (row === undefined || other === undefined) throw new Error('a match has two cases');
  const standing = match.words.filter((one) => !hasLapsed(one, match));
  const wordOf = (district: string | null): StoredDecision | undefined =>
    standing.find((one) => one.district === district);
  const mine = wordOf(districtId);
  const ofRegion = wordOf(null);
  const { verdict = null } = mine ?? {};
  return {
    id: await publicId(match),
    register: row.register,
    row: row.row,
    level: codeOrNull(row.level),
    start: isoOrNull(match.cases[mineAt].start),
    other: { title: other.title },
    state: match.state,
    mine: verdict === 'open' ? null : verdict,
    hasOtherAnswered: wordOf(other.district) !== undefined,
    decidedBy: ofRegion ? 'region' : match.state === 'open' ? null : 'districts',
    reason: ofRegion?.reason ?? '',
    hasLapsed: match.words.some((one) => one.district === districtId && hasLapsed(one, match)),
  };
}

export interface AnswerWish {
  readonly match: string;
  readonly verdict: StoredDecision['verdict'];
  readonly reason: string;
}

/** The district's word on a match, or taking it back. The same word again changes nothing. */
export async function answerMatch(
  ports: Ports,
  scope: DistrictScope,
  actor: Actor,
  wish: AnswerWish,
): Promise<Outcome<DistrictMatch>> {
  if (identifyingKind(wish.reason) !== null) return failed('identifying-data');
  return await untilFirst(ports, async () => {
    const head = await readHead(ports.db, scope);
    const found = await findMatch(ports, scope, wish.match);
    if (found === null) return failed('not-found');
    const { regionId, match, shown } = found;
    if ((shown.mine ?? 'open') === wish.verdict) return { ok: true, value: shown };
    const at = ports.now();
    const { verdict, reason } = wish;
    const link = await linkOf(ports, { scope, actor, at, head }, { shown, verdict, reason });
    const decision = { pair: match.id, district: scope.districtId, verdict, reason, basis: match.shared, at };
    const statement = addDecisionStatement(ports.db, regionId, { ...decision, actor: actor.tokenId });
    await writeAnswer(ports.db, scope, { statement, link, head });
    const after = await findMatch(ports, scope, wish.match);
    return after === null ? failed('not-found') : { ok: true, value: after.shown };
  });
}

async function findMatch(ports: Ports, scope: DistrictScope, id: string) {
  const { regionId, matches } = await read(ports, scope);
  for (const match of matches) {
    if ((await publicId(match)) === id) return { regionId, match, shown: await shownTo(scope, match) };
  }
  return null;
}

async function linkOf(
  ports: Ports,
  by: {
    readonly scope: DistrictScope;
    readonly actor: Actor;
    readonly at: number;
    readonly head: { readonly auditN: number; readonly auditHead: string };
  },
  said: { readonly shown: DistrictMatch; readonly verdict: string; readonly reason: string },
) {
  const { shown, verdict, reason } = said;
  return await auditLink(by.scope, by.head, by, {
    action: 'match-answered',
    register: shown.register,
    row: shown.row,
    fields: ['verdict'],
    before: await ports.hashValues({ match: shown.id, verdict: shown.mine ?? 'open' }),
    after: await ports.hashValues({ match: shown.id, verdict, reason }),
  });
}
