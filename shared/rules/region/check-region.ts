/** Judges the registers of a region together. */
import type { Skipped, SkipReason } from '../../domain/finding.ts';
import { familyInTwoDistricts } from './family-in-two-districts.ts';
import type { RegionFinding, RegionMatch, RegionResult, RegionRule, RegionRun } from './region-rule.ts';
import { specialistLoad } from './specialist-load.ts';
import { transferUnmatched } from './transfer-unmatched.ts';

/** In the order in which their findings come. */
export const REGION_RULES: readonly RegionRule[] = [familyInTwoDistricts, transferUnmatched, specialistLoad];

/**
 * Runs all region rules. Findings come by rule, then in the order of the cases. A rule that throws is named as failed in
 * the ledger, without findings, and the others go on.
 */
export function checkRegion(run: RegionRun, rules: readonly RegionRule[] = REGION_RULES): RegionResult {
  const judged = rules.map((rule) => judge(rule, run));
  return {
    findings: judged.flatMap(({ findings }) => findings),
    matches: judged.flatMap(({ matches }) => matches),
    ledger: judged.map(({ rule, looked, findings, skipped }) => ({
      rule: rule.id,
      looked,
      findings: findings.length,
      skipped,
    })),
  };
}

interface Judged {
  readonly rule: RegionRule;
  readonly looked: number;
  readonly findings: readonly RegionFinding[];
  readonly matches: readonly RegionMatch[];
  readonly skipped: readonly Skipped[];
}

function judge(rule: RegionRule, run: RegionRun): Judged {
  const findings: RegionFinding[] = [];
  const matches: RegionMatch[] = [];
  const skipped = new Map<string, Skipped>();
  let looked = 0;
  const skip = (reason: SkipReason, detail: string, rows: number): void => {
    const key = `${reason}|${detail}`;
    skipped.set(key, { rule: rule.id, reason, detail, rows: (skipped.get(key)?.rows ?? 0) + rows });
  };
  if (Object.hasOwn(run.pack.rulesOff, rule.id)) {
    return {
      rule,
      looked,
      findings,
      matches,
      skipped: [{ rule: rule.id, reason: 'norm-null', detail: `rule:${rule.id}`, rows: 0 }],
    };
  }
  try {
    rule.check(run, {
      find: (draft) => {
        const severity = draft.severity ?? (rule.severity === 'by-norm' ? 'error' : rule.severity);
        findings.push({ match: null, ...draft, rule: rule.id, severity });
      },
      match: (match) => matches.push(match),
      skip: (reason, detail) => skip(reason, detail, 1),
      leaveOut: (reason, detail) => skip(reason, detail, 0),
      look: (units) => {
        looked += units;
      },
    });
  } catch {
    const failed: Skipped = { rule: rule.id, reason: 'failed', detail: 'rule', rows: 0 };
    return { rule, looked, findings: [], matches: [], skipped: [failed] };
  }
  return { rule, looked, findings, matches, skipped: [...skipped.values()] };
}
