/**
 * How a rule over the registers of several districts is declared. It sees no names and no rows: only facts that the
 * districts sealed (fingerprints), days and codes. A finding stands on a case of one district and says nothing of
 * another district, so its words may be shown there as they are; who stands on the other side is in the matches and
 * their ids, which only the region sees.
 */
import type { Day } from '../../domain/day.ts';
import type { FindingParams, LedgerEntry, Severity, SkipReason } from '../../domain/finding.ts';
import type { RegionRuleId } from '../../domain/rule-ids.ts';
import type { Support } from '../../domain/support.ts';
import type { PackDifferences } from '../../packs/extend-pack.ts';
import type { Pack } from '../../packs/pack.ts';
import type { MatchDecision, MatchState } from './match-state.ts';

/** One case as the region knows it. */
export interface RegionCase extends Omit<Support, 'isPositive'> {
  readonly district: string;
  /** Unique within the region. */
  readonly id: string;
  /** Keyed fingerprints of the family; equal for equal families of all districts. Empty: none could be made. */
  readonly fingerprints: readonly string[];
  readonly closeReason: string | null;
  readonly level: string | null;
  /** Keyed fingerprint of the curator; null: no curator, or none could be made. */
  readonly curator: string | null;
}

/** A line of a district's staff list. */
export interface RegionSpecialist {
  readonly district: string;
  readonly curator: string;
  /** Share of a post; null: not given, NaN: unreadable. */
  readonly rate: number | null;
}

export interface RegionRun {
  readonly pack: Pack;
  readonly asOf: Day;
  /** In the order in which findings are to come: by district, then as the rows stand. */
  readonly cases: readonly RegionCase[];
  readonly staff: readonly RegionSpecialist[];
  readonly decisions: readonly MatchDecision[];
}

export interface RegionFinding {
  readonly rule: RegionRuleId;
  readonly severity: Severity;
  readonly district: string;
  /** The case it stands on. */
  readonly id: string;
  /** Null: the key cell. */
  readonly field: 'closedOn' | null;
  readonly params: FindingParams;
  /** The possible match that it is about. */
  readonly match: { readonly id: string; readonly state: MatchState } | null;
}

/** Two cases of two districts that seem to be one family. For the region only. */
export interface RegionMatch {
  readonly id: string;
  readonly state: MatchState;
  readonly cases: readonly { readonly district: string; readonly id: string }[];
}

export interface RegionOut {
  readonly find: (
    draft: Omit<RegionFinding, 'rule' | 'severity' | 'match'> & Partial<Pick<RegionFinding, 'severity' | 'match'>>,
  ) => void;
  readonly match: (match: RegionMatch) => void;
  /** One case (or curator) is not judged. */
  readonly skip: (reason: SkipReason, detail: string) => void;
  /** The whole rule is not judged. */
  readonly leaveOut: (reason: SkipReason, detail: string) => void;
  readonly look: (units: number) => void;
}

export interface RegionRule {
  readonly id: RegionRuleId;
  /** By norm: every finding brings its own. */
  readonly severity: Severity | 'by-norm';
  readonly basis: readonly string[];
  /** Norms and lists of the pack that it uses. */
  readonly needs: readonly string[];
  readonly check: (run: RegionRun, out: RegionOut) => void;
  readonly examples: {
    readonly passes: readonly RegionSketch[];
    readonly fails: readonly RegionSketch[];
    readonly undecidable: readonly RegionSketch[];
  };
}

/** A region written down as plain data, for examples and tests. Dates are ISO dates; anything else is unreadable. */
export interface RegionSketch {
  readonly cases: readonly CaseSketch[];
  readonly staff?: readonly RegionSpecialist[];
  readonly decisions?: readonly MatchDecision[];
  /** The day of the check; 2026-10-31 when left out. */
  readonly asOf?: string;
  /** What differs from the training pack. */
  readonly pack?: PackDifferences;
}

export interface CaseSketch {
  readonly district: string;
  readonly fingerprints?: readonly string[];
  readonly start?: string | null;
  readonly closedOn?: string | null;
  readonly closeReason?: string;
  readonly level?: string;
  readonly curator?: string;
  readonly isRefused?: true;
}

export interface RegionResult {
  readonly findings: readonly RegionFinding[];
  readonly matches: readonly RegionMatch[];
  readonly ledger: readonly LedgerEntry[];
}
