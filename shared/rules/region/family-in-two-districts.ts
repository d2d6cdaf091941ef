import { isNotClosed } from '../../domain/case-state.ts';
import { familiesOverDistricts } from './family-matches.ts';
import { matchState } from './match-state.ts';
import type { RegionCase, RegionRule } from './region-rule.ts';

/**
 * One family open in two districts: counted twice, visited by two, and perhaps by none. The match is named by the
 * smallest fingerprint that districts share: a keyed one, so it tells nobody anything.
 *
 * open          stands in each register
 * same   stands in each register until all but one are closed
 * transfer      stands where the family came from: everywhere but with the latest start
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
    for (const { cases: its, shared } of familiesOverDistricts(open)) {
      const [id = ''] = shared;
      const districts = [...new Set(its.map(({ district }) => district))];
      const state = matchState(new Set(shared), districts, decisions);
      out.match({ id, state, cases: its.map(({ district, id: row }) => ({ district, id: row })) });
      const concerned = state === 'different' ? [] : state === 'transfer' ? allButLatest(its) : its;
      for (const one of concerned) {
        const params = { state, others: districts.length - 1 };
        out.find({ district: one.district, id: one.id, field: null, params, match: { id, state } });
      }
    }
  },
  examples: {
    passes: [
      { cases: [open('north', 'f1'), open('south', 'f2')] },
      { cases: [open('north', 'f1'), { ...open('south', 'f1'), closedOn: '2026-10-31' }] },
      { cases: [open('north', 'f1'), open('north', 'f1')] },
      { cases: [open('north', 'f1'), { ...open('south', 'f1'), isRefused: true }] },
      {
        cases: [open('north', 'f1'), open('south', 'f1')],
        decisions: [
          {
            match: 'f1',
            district: null,
            verdict: 'different',
            reason: 'однофамильцы',
            about: ['north', 'south'],
            order: 1,
          },
        ],
      },
    ],
    fails: [
      { cases: [open('north', 'f1'), open('south', 'f1')] },
      { cases: [open('north', 'f1', 'f2'), open('south', 'f2', 'f3'), open('west', 'f3')] },
    ],
    undecidable: [{ cases: [open('north'), open('south', 'f1')] }],
  },
};

/** With one start for all, or unreadable ones, nobody can tell who took the family on: it stands with everybody. */
function allButLatest(cases: readonly RegionCase[]): readonly RegionCase[] {
  const latest = Math.max(...cases.map(({ start }) => start ?? -Infinity));
  const rest = cases.filter(({ start }) => start !== latest);
  return rest.length === 0 ? cases : rest;
}

function open(district: string, ...fingerprints: readonly string[]) {
  return { district, fingerprints, start: '2026-03-02' };
}
