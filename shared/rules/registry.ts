/** All rules. A new rule needs its line here, its texts in shared/text/rules and its id in shared/domain/rule-ids.ts. */
import { closingReasonMissing } from './closing/reason-missing.ts';
import { caseNumberDuplicate } from './identity/case-number-duplicate.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  // identity
  caseNumberDuplicate,
  // level
  // category, age
  // caseload
  // visits
  // deadline
  // measure
  // closing
  closingReasonMissing,
  // report
];
