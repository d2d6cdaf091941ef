import { isCounted } from '../../domain/support.ts';
import { isNotClosed } from '../../domain/case-state.ts';
import { isKnown, isoOf } from '../../domain/day.ts';
import type { RegionCase, RegionRule } from './region-rule.ts';

/** Code of the list `results` for a move within the region. */
export const MOVED_WITHIN_REGION = 'R13';

/** Calendar days in which another district is to take the family on. */
export const TAKEN_ON_WITHIN = 30;

/** Closed as moved within the region, and nobody took the family on: it fell between two districts. */
export const transferUnmatched: RegionRule = {
  id: 'region/transfer-unmatched',
  severity: 'warning',
  basis: ['rules.md'],
  needs: ['codes.results'],
  check: ({ cases, asOf, pack }, out) => {
    if (!pack.codes.results.some(({ code }) => code === MOVED_WITHIN_REGION)) {
      out.leaveOut('norm-null', `codes.results.${MOVED_WITHIN_REGION}`);
      return;
    }
    const byFingerprint = byFingerprints(cases);
    for (const one of cases.filter(({ closeReason }) => closeReason === MOVED_WITHIN_REGION)) {
      const { closedOn, fingerprints, district, id } = one;
      if (closedOn === null) continue;
      out.look(1);
      if (!isKnown(closedOn)) out.skip('value-unreadable', 'field:closedOn');
      else if (fingerprints.length === 0) out.skip('not-sent', 'fingerprint');
      if (!isKnown(closedOn) || fingerprints.length === 0 || asOf <= closedOn + TAKEN_ON_WITHIN) continue;
      const others = fingerprints.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);
      if (others.some((other) => other.district !== district && hasTakenOn(other, closedOn))) continue;
      const params = { closedOn: isoOf(closedOn), days: TAKEN_ON_WITHIN, due: isoOf(closedOn + TAKEN_ON_WITHIN) };
      out.find({ district, id, field: 'closedOn', params });
    }
  },
  examples: {
    passes: [
      { cases: [moved('2026-08-03'), { district: 'south', fingerprints: ['f1'], start: '2026-09-02' }] },
      { cases: [moved('2026-08-03'), { district: 'south', fingerprints: ['f1'], start: '2026-07-20' }] },
      { cases: [moved('2026-10-01')] },
      { cases: [{ ...moved('2026-08-03'), closeReason: 'R05' }] },
    ],
    fails: [
      { cases: [moved('2026-08-03')] },
      { cases: [moved('2026-09-30')] },
      { cases: [moved('2026-08-03'), { district: 'south', fingerprints: ['f1'], start: '2026-09-03' }] },
      { cases: [moved('2026-08-03'), { district: 'north', fingerprints: ['f1'], start: '2026-08-05' }] },
      {
        cases: [
          moved('2026-08-03'),
          { district: 'south', fingerprints: ['f1'], start: '2025-01-15', closedOn: '2026-02-02' },
        ],
      },
    ],
    undecidable: [{ cases: [{ ...moved('2026-08-03'), fingerprints: [] }] }, { cases: [moved('в августе')] }],
  },
};

/** On the other register at the closing or within the days after it. */
function hasTakenOn(other: RegionCase, closedOn: number): boolean {
  const { start, closedOn: end } = other;
  return (
    isCounted({ ...other, isPositive: false }) &&
    (start ?? 0) <= closedOn + TAKEN_ON_WITHIN &&
    isNotClosed(end, closedOn)
  );
}

function byFingerprints(cases: readonly RegionCase[]): ReadonlyMap<string, readonly RegionCase[]> {
  const found = new Map<string, RegionCase[]>();
  for (const one of cases) {
    for (const fingerprint of one.fingerprints) found.set(fingerprint, [...(found.get(fingerprint) ?? []), one]);
  }
  return found;
}

function moved(closedOn: string) {
  return { district: 'north', fingerprints: ['f1'], start: '2025-02-03', closedOn, closeReason: MOVED_WITHIN_REGION };
}
