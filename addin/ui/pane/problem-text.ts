import type { Language } from '../../../shared/text/format.ts';
import { paneText } from '../../../shared/text/pane-texts.ts';
import { workbookProblemText } from '../../../shared/text/workbook-texts.ts';
import type { Problem } from '../../engine/session-state.ts';

/** The sentence for a problem with an open workbook. */
export function problemText(problem: Problem, language: Language): string {
  return problem.kind === 'failed' ? paneText(language, 'problem.failed') : workbookProblemText(problem.code, language);
}
