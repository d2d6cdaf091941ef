import { isNotClosed } from '../../domain/case-state.ts';
import { familyMatches, matchId, type FamilyMatch } from './family-matches.ts';
import { matchState, type MatchState } from './match-state.ts';
import type { RegionCase, RegionRule } from './region-rule.ts';

/** What is most pressing stands on the case. */
const BY_URGENCY: readonly MatchState[] = ['open', 'same', 'transfer'];

/**
 * One family open in two districts: counted twice, visited by two, and perhaps by none. Every two cases of different
 * districts that have a fingerprint in common are a possible match. A case has one finding, whatever the number of its
 * matches.
 *
 * open          stands in both registers
 * same          stands in both registers until one of the cases is closed
 * transfer      stands where the family came from: not with the later start
 * different     no finding
 */
export const familyInTwoDistricts: RegionRule = {
  id: 'region/family-in-two-districts',
  severity: 'error',
  basis: ['rules.md'],
  needs: [],
  check: ({ cases, asOf, decisions }, out) => {
    const open = cases.filter(({ isRefused, closedOn }) => !isRefused && isNotClosed(closedOn, asOf));
    out.look(open.length);
    for (const { fingerprints } of open) if (fingerprints.length === 0) out.skip('not-sent', 'fingerprint');
    const byMatch = Map.groupBy(decisions, ({ match }) => match);
    const concerned = new Map<RegionCase, Concern[]>();
    for (const match of familyMatches(open)) {
      const { id, cases: its, shared } = match;
      const districts = its.map(({ district }) => district);
      const state = matchState({ id, districts, shared }, byMatch.get(id) ?? []);
      out.match({ id, state, cases: its.map(({ district, id: row }) => ({ district, id: row })) });
      for (const one of concernedBy(match, state)) {
        const other = its.find((each) => each !== one)?.district ?? '';
        concerned.set(one, [...(concerned.get(one) ?? []), { id, state, other }]);
      }
    }
    for (const one of open) {
      const all = (concerned.get(one) ?? []).toSorted(byUrgency);
      const [first] = all;
      if (!first) continue;
      const others = new Set(all.filter(({ state }) => state === first.state).map(({ other }) => other)).size;
      const { id, state } = first;
      out.find({ district: one.district, id: one.id, field: null, params: { state, others }, match: { id, state } });
    }
  },
  examples: {
    passes: [
      { cases: [open('north', 'f1'), open('south', 'f2')] },
      { cases: [open('north', 'f1'), { ...open('south', 'f1'), closedOn: '2026-10-31' }] },
      { cases: [open('north', 'f1'), open('north', 'f1')] },
      { cases: [open('north', 'f1'), { ...open('south', 'f1'), isRefused: true }] },
      { cases: [open('north', 'f1'), open('south', 'f1')], decisions: [decided('different', 'f1')] },
    ],
    fails: [
      { cases: [open('north', 'f1'), open('south', 'f1')] },
      { cases: [open('north', 'f1', 'f2'), open('south', 'f2', 'f3'), open('west', 'f3')] },
      { cases: [open('north', 'f1', 'f2'), open('south', 'f1', 'f2')], decisions: [decided('different', 'f1')] },
    ],
    undecidable: [{ cases: [open('north'), open('south', 'f1')] }],
  },
};

interface Concern {
  readonly id: string;
  readonly state: MatchState;
  readonly other: string;
}

function byUrgency(a: Concern, b: Concern): number {
  return BY_URGENCY.indexOf(a.state) - BY_URGENCY.indexOf(b.state) || (a.id < b.id ? -1 : 1);
}

/** With one start for both, or unreadable ones, nobody can tell who took the family on: it stands with both. */
function concernedBy({ cases: [a, b] }: FamilyMatch, state: MatchState): readonly RegionCase[] {
  if (state === 'different') return [];
  const [startA, startB] = [a.start ?? Number.NaN, b.start ?? Number.NaN];
  if (state === 'transfer' && startA > startB) return [b];
  if (state === 'transfer' && startA < startB) return [a];
  return [a, b];
}

function open(district: string, ...fingerprints: readonly string[]) {
  return { district, fingerprints, start: '2026-03-02' };
}

function decided(verdict: 'different', ...basis: readonly string[]) {
  const match = matchId({ district: 'north', id: 'case 0' }, { district: 'south', id: 'case 1' });
  return { match, district: null, verdict, reason: 'однофамильцы', basis, order: 1 };
}
