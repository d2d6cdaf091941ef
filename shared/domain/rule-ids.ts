/**
 * The ids of all rules: stable for ever, because explanations, reports and other programs refer to them. A rule that
 * changes its meaning gets a new id. Texts are typed by this list, so an id without a message does not compile.
 */

/** Rules that judge one workbook. */
export const RULE_IDS = [
  'cell/required',
  'cell/date-invalid',
  'cell/date-as-text',
  'cell/date-future',
  'cell/number-invalid',
  'cell/code-unknown',
  'cell/mixed-alphabet',
  'cell/untidy',
  'cell/formula-error',
  'cell/snils',
  'cell/phone',
  'table/column-missing',
  'table/column-duplicate',
  'table/numbering',
  'identity/case-number-duplicate',
  'identity/family-duplicate',
  'identity/visit-orphan',
  'identity/curator-variant',
  'level/unknown',
  'level/adaptation-first-year',
  'level/sign-mismatch',
  'level/transfer-order',
  'level/term-exceeded',
  'category/child-over-three',
  'category/large-family',
  'category/no-children',
  'category/out-of-scope',
  'age/youngest-adult',
  'age/applicant-too-young',
  'caseload/over-norm',
  'caseload/over-weighted',
  'caseload/near-norm',
  'visits/below-norm',
  'visits/overdue',
  'visits/outside-support',
  'visits/duplicate',
  'visits/other-specialist',
  'deadline/late',
  'deadline/overdue',
  'deadline/order',
  'deadline/step-skipped',
  'deadline/program-revision',
  'deadline/review-overdue',
  'deadline/non-working-day',
  'measure/program-empty',
  'measure/overdue',
  'measure/no-result',
  'measure/no-responsible',
  'measure/outside-programme',
  'measure/orphan',
  'document/incomplete',
  'closing/reason-missing',
  'closing/date-missing',
  'closing/decision-missing',
  'closing/refused-but-open',
  'report/balance',
  'report/split',
  'report/subset',
  'report/register',
  'privacy/leaves-workbook',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** The part of an id before the slash. */
export type RuleGroup = RuleId extends `${infer Group}/${string}` ? Group : never;

/** Ids of one group. */
export type RuleIdOf<G extends RuleGroup> = Extract<RuleId, `${G}/${string}`>;

/** True for the id of a rule of this version; findings of other versions may name others. */
export function isRuleId(text: string): text is RuleId {
  const ids: readonly string[] = RULE_IDS;
  return ids.includes(text);
}

/** Rules that judge the registers of several districts together, over facts without names. */
export const REGION_RULE_IDS = [
  'region/family-in-two-districts',
  'region/transfer-unmatched',
  'region/specialist-load',
] as const;

export type RegionRuleId = (typeof REGION_RULE_IDS)[number];
