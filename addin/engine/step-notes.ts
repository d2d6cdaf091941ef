/** How long the steps of the procedure take, in sentences under the report. */
import type { StepTime } from '../../shared/reports/step-times.ts';
import type { Language } from '../../shared/text/format.ts';
import { normEditorText } from '../../shared/text/norm-editor-texts.ts';
import { regionText } from '../../shared/text/region-texts.ts';

/** The median of fewer families says little. */
const FEWEST = 5;

/** A heading, and a line for each pair of steps; nothing for a register that has dates of fewer than two steps. */
export function stepNotes(times: readonly StepTime[], language: Language): readonly string[] {
  const line = ({ from, to, days, median, broken }: StepTime): string => {
    const names = {
      from: normEditorText(language, `step.${from}`),
      to: normEditorText(language, `step.${to}`),
      cases: days.length,
    };
    const said =
      median === null || days.length < FEWEST
        ? regionText(language, 'report.steps.few', names)
        : regionText(language, 'report.steps.line', { ...names, median, longest: days.at(-1) ?? median });
    return broken === 0 ? said : `${said} ${regionText(language, 'report.steps.broken', { cases: broken })}`;
  };
  return times.length === 0 ? [] : [regionText(language, 'report.steps'), ...times.map(line)];
}
