/**
 * Explanations («Пояснить»): a finding that is known and accepted, with a reason, an author and perhaps an end. They
 * hang on the identity of the finding, which holds rule, case, field and value: when the value changes, the
 * explanation no longer fits and the finding is back.
 */
import type { Day } from '../../shared/domain/day.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Run } from './session-state.ts';

export interface Explanation {
  readonly identity: string;
  readonly reason: string;
  readonly author: string;
  /** ISO day on which it was given. */
  readonly since: string;
  /** Last ISO day on which it counts; null: until the value changes. */
  readonly until: string | null;
}

export interface SplitFindings {
  readonly open: readonly Finding[];
  readonly explained: readonly { readonly finding: Finding; readonly explanation: Explanation }[];
}

/** Parts findings into open ones and those explained on the day of the check. */
export function splitByExplanation(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  asOf: Day,
): SplitFindings {
  const valid = new Map(explanations.filter((one) => countsOn(one, asOf)).map((one) => [one.identity, one]));
  const open: Finding[] = [];
  const explained: { finding: Finding; explanation: Explanation }[] = [];
  for (const finding of findings) {
    const explanation = valid.get(finding.identity);
    if (explanation) explained.push({ finding, explanation });
    else open.push(finding);
  }
  return { open, explained };
}

/** The run with its findings parted by these explanations. */
export function splitAnew(run: Run, explanations: readonly Explanation[]): Run {
  const { findings, asOf } = run.result;
  return { ...run, ...splitByExplanation(findings, explanations, asOf) };
}

function countsOn({ until }: Explanation, asOf: Day): boolean {
  const end = until === null ? null : dayOfIso(until);
  return end === null || asOf <= end;
}

/** The list with this explanation in place of any earlier one of the same finding. */
export function withExplanation(
  explanations: readonly Explanation[],
  explanation: Explanation,
): readonly Explanation[] {
  return [...withoutExplanation(explanations, explanation.identity), explanation];
}

/** The list without the explanation of a finding. */
export function withoutExplanation(explanations: readonly Explanation[], identity: string): readonly Explanation[] {
  return explanations.filter((one) => one.identity !== identity);
}
