/** All rules. A new rule needs its line here, its texts in shared/text/rules and its id in shared/domain/rule-ids.ts. */
import { applicantTooYoung } from './age/applicant-too-young.ts';
import { youngestAdult } from './age/youngest-adult.ts';
import { caseloadNearNorm } from './caseload/near-norm.ts';
import { caseloadOverNorm } from './caseload/over-norm.ts';
import { caseloadOverWeighted } from './caseload/over-weighted.ts';
import { childOverThree } from './category/child-over-three.ts';
import { largeFamily } from './category/large-family.ts';
import { noChildren } from './category/no-children.ts';
import { outOfScope } from './category/out-of-scope.ts';
import { codeUnknown } from './cell/code-unknown.ts';
import { dateAsText } from './cell/date-as-text.ts';
import { dateFuture } from './cell/date-future.ts';
import { dateInvalid } from './cell/date-invalid.ts';
import { formulaError } from './cell/formula-error.ts';
import { mixedAlphabet } from './cell/mixed-alphabet.ts';
import { numberInvalid } from './cell/number-invalid.ts';
import { cellPhone } from './cell/phone.ts';
import { cellRequired } from './cell/required.ts';
import { cellSnils } from './cell/snils.ts';
import { untidy } from './cell/untidy.ts';
import { closingDateMissing } from './closing/date-missing.ts';
import { closingDecisionMissing } from './closing/decision-missing.ts';
import { closingReasonMissing } from './closing/reason-missing.ts';
import { refusedButOpen } from './closing/refused-but-open.ts';
import { deadlineLate } from './deadline/late.ts';
import { nonWorkingDay } from './deadline/non-working-day.ts';
import { deadlineOrder } from './deadline/order.ts';
import { deadlineOverdue } from './deadline/overdue.ts';
import { programRevision } from './deadline/program-revision.ts';
import { reviewOverdue } from './deadline/review-overdue.ts';
import { stepSkipped } from './deadline/step-skipped.ts';
import { documentIncomplete } from './document/incomplete.ts';
import { caseNumberDuplicate } from './identity/case-number-duplicate.ts';
import { curatorVariant } from './identity/curator-variant.ts';
import { familyDuplicate } from './identity/family-duplicate.ts';
import { visitOrphan } from './identity/visit-orphan.ts';
import { adaptationFirstYear } from './level/adaptation-first-year.ts';
import { signMismatch } from './level/sign-mismatch.ts';
import { termExceeded } from './level/term-exceeded.ts';
import { transferOrder } from './level/transfer-order.ts';
import { levelUnknown } from './level/unknown.ts';
import { measureNoResponsible } from './measure/no-responsible.ts';
import { measureNoResult } from './measure/no-result.ts';
import { measureOrphan } from './measure/orphan.ts';
import { measureOutsideProgramme } from './measure/outside-programme.ts';
import { measureOverdue } from './measure/overdue.ts';
import { measureProgramEmpty } from './measure/program-empty.ts';
import { leavesWorkbook } from './privacy/leaves-workbook.ts';
import { reportBalance } from './report/balance.ts';
import { reportRegister } from './report/register.ts';
import { reportSplit } from './report/split.ts';
import { reportSubset } from './report/subset.ts';
import { columnDuplicate } from './table/column-duplicate.ts';
import { columnMissing } from './table/column-missing.ts';
import { numbering } from './table/numbering.ts';
import { visitsBelowNorm } from './visits/below-norm.ts';
import { visitsDuplicate } from './visits/duplicate.ts';
import { visitsOtherSpecialist } from './visits/other-specialist.ts';
import { visitsOutsideSupport } from './visits/outside-support.ts';
import { visitsOverdue } from './visits/overdue.ts';
import type { Rule } from './rule.ts';

/** In the order of the catalogue. */
export const RULES: readonly Rule[] = [
  cellRequired,
  dateInvalid,
  dateAsText,
  dateFuture,
  numberInvalid,
  codeUnknown,
  mixedAlphabet,
  untidy,
  formulaError,
  cellSnils,
  cellPhone,
  columnMissing,
  columnDuplicate,
  numbering,
  caseNumberDuplicate,
  familyDuplicate,
  visitOrphan,
  curatorVariant,
  levelUnknown,
  adaptationFirstYear,
  signMismatch,
  transferOrder,
  termExceeded,
  childOverThree,
  largeFamily,
  noChildren,
  outOfScope,
  youngestAdult,
  applicantTooYoung,
  caseloadOverNorm,
  caseloadOverWeighted,
  caseloadNearNorm,
  visitsBelowNorm,
  visitsOverdue,
  visitsOutsideSupport,
  visitsDuplicate,
  visitsOtherSpecialist,
  deadlineLate,
  deadlineOverdue,
  deadlineOrder,
  stepSkipped,
  programRevision,
  reviewOverdue,
  nonWorkingDay,
  measureProgramEmpty,
  measureOverdue,
  measureNoResult,
  measureNoResponsible,
  measureOutsideProgramme,
  measureOrphan,
  documentIncomplete,
  closingReasonMissing,
  closingDateMissing,
  closingDecisionMissing,
  refusedButOpen,
  reportBalance,
  reportSplit,
  reportSubset,
  reportRegister,
  leavesWorkbook,
];
