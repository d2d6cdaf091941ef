/** Cases that share a fingerprint, directly or over others, are taken for one family. */
import type { RegionCase } from './region-rule.ts';

export interface FamilyGroup {
  /** In the order of the cases. */
  readonly cases: readonly RegionCase[];
  /** Fingerprints that cases of two districts or more have. Never empty. */
  readonly shared: readonly string[];
}

/** The groups that reach over more than one district, in the order of their first cases. */
export function familiesOverDistricts(cases: readonly RegionCase[]): readonly FamilyGroup[] {
  const byFingerprint = new Map<string, RegionCase[]>();
  for (const one of cases) {
    for (const fingerprint of new Set(one.fingerprints)) {
      const its = byFingerprint.get(fingerprint);
      if (its) its.push(one);
      else byFingerprint.set(fingerprint, [one]);
    }
  }
  const place = new Map(cases.map((one, index) => [one, index]));
  const taken = new Set<RegionCase>();
  return cases.flatMap((first) => {
    if (taken.has(first)) return [];
    const group = new Set([first]);
    for (const one of group) {
      for (const fingerprint of one.fingerprints)
        for (const other of byFingerprint.get(fingerprint) ?? []) group.add(other);
    }
    for (const one of group) taken.add(one);
    const shared = [...new Set([...group].flatMap(({ fingerprints }) => fingerprints))].filter(
      (fingerprint) => new Set(byFingerprint.get(fingerprint)?.map(({ district }) => district)).size > 1,
    );
    const ordered = [...group].toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    return shared.length === 0 ? [] : [{ cases: ordered, shared: shared.toSorted() }];
  });
}
