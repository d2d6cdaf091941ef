/** Cases of two districts that have a fingerprint in common are a possible match: perhaps one family. */
import type { RegionCase } from './region-rule.ts';

type CaseName = Pick<RegionCase, 'district' | 'id'>;

export interface FamilyMatch {
  readonly id: string;
  /** In the order of the cases. */
  readonly cases: readonly [RegionCase, RegionCase];
  /** Fingerprints that both have, sorted. Never empty. */
  readonly shared: readonly string[];
}

/** One name for two cases, whichever of them comes first. */
export function matchId(a: CaseName, b: CaseName): string {
  return [`${a.district} ${a.id}`, `${b.district} ${b.id}`].toSorted().join(' | ');
}

/** All possible matches, in the order of their first cases, then of their second. */
export function familyMatches(cases: readonly RegionCase[]): readonly FamilyMatch[] {
  const byFingerprint = new Map<string, RegionCase[]>();
  for (const one of cases) {
    for (const fingerprint of new Set(one.fingerprints)) {
      const its = byFingerprint.get(fingerprint);
      if (its) its.push(one);
      else byFingerprint.set(fingerprint, [one]);
    }
  }
  const place = new Map(cases.map((one, index) => [one, index]));
  const placeOf = (one: RegionCase): number => place.get(one) ?? 0;
  return cases.flatMap((first) => {
    const shared = new Map<RegionCase, string[]>();
    for (const fingerprint of new Set(first.fingerprints)) {
      for (const other of byFingerprint.get(fingerprint) ?? []) {
        if (other.district === first.district || placeOf(other) <= placeOf(first)) continue;
        shared.set(other, [...(shared.get(other) ?? []), fingerprint]);
      }
    }
    return [...shared]
      .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([second, both]) => ({
        id: matchId(first, second),
        cases: [first, second] as const,
        shared: both.toSorted(),
      }));
  });
}
