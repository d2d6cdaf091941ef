/** What the workbook's own check says by the rules that the server could not judge. */
import type { CheckResult, Finding } from '../../shared/domain/finding.ts';

export interface HomeRule {
  readonly rule: string;
  /** Findings in the workbook that nobody has explained. */
  readonly findings: number;
}

/** The rules of `notJudged` that looked at something in the workbook; those with findings first. */
export function homeRules(
  notJudged: readonly string[],
  { ledger }: Pick<CheckResult, 'ledger'>,
  open: readonly Pick<Finding, 'rule'>[],
): readonly HomeRule[] {
  const asked = new Set(notJudged);
  const counts = new Map<string, number>();
  for (const { rule } of open) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return ledger
    .filter(({ rule, looked }) => asked.has(rule) && looked > 0)
    .map(({ rule }) => ({ rule, findings: counts.get(rule) ?? 0 }))
    .toSorted((a, b) => b.findings - a.findings);
}

/** How many errors are explained here that the server counts all the same: explanations stay in the workbook. */
export function explainedErrors(
  notJudged: readonly string[],
  explained: readonly { readonly finding: Pick<Finding, 'rule' | 'severity'> }[],
): number {
  return explained.filter(({ finding: { rule, severity } }) => severity === 'error' && !notJudged.includes(rule))
    .length;
}
