import { workbookProblemText } from '../../../shared/text/workbook-texts.ts';
import type { Problem } from '../../engine/session-state.ts';
import type { Texts } from '../language.tsx';

/** The sentence for a problem with an open workbook. */
export function problemText(problem: Problem, { t, language }: Texts): string {
  if (problem.kind === 'not-fetched') return t('problem.not-fetched');
  return problem.kind === 'failed' ? t('problem.failed') : workbookProblemText(problem.code, language);
}
