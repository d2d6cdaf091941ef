/** The words of all rules. A rule without words does not compile. */
import type { RuleId } from '../../domain/rule-ids.ts';
import { AGE_TEXTS } from './age.ts';
import { CASELOAD_TEXTS } from './caseload.ts';
import { CATEGORY_TEXTS } from './category.ts';
import { CELL_TEXTS } from './cell.ts';
import { CLOSING_TEXTS } from './closing.ts';
import { DEADLINE_TEXTS } from './deadline.ts';
import { DOCUMENT_TEXTS } from './document.ts';
import { IDENTITY_TEXTS } from './identity.ts';
import { LEVEL_TEXTS } from './level.ts';
import { MEASURE_TEXTS } from './measure.ts';
import { PRIVACY_TEXTS } from './privacy.ts';
import { REPORT_TEXTS } from './report.ts';
import type { RuleText } from './rule-text.ts';
import { TABLE_TEXTS } from './table.ts';
import { VISITS_TEXTS } from './visits.ts';

export const RULE_TEXTS: Readonly<Record<RuleId, RuleText>> = {
  ...CELL_TEXTS,
  ...TABLE_TEXTS,
  ...IDENTITY_TEXTS,
  ...LEVEL_TEXTS,
  ...CATEGORY_TEXTS,
  ...AGE_TEXTS,
  ...CASELOAD_TEXTS,
  ...VISITS_TEXTS,
  ...DEADLINE_TEXTS,
  ...MEASURE_TEXTS,
  ...DOCUMENT_TEXTS,
  ...CLOSING_TEXTS,
  ...REPORT_TEXTS,
  ...PRIVACY_TEXTS,
};
