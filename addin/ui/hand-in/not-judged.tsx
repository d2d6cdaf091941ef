import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ruleTitle } from '../../../shared/text/rule-texts.ts';
import { homeRules } from '../../engine/home-rules.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { useSessionState } from '../session-access.tsx';

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** What the server could not judge, because it has neither names nor birth dates; and what the workbook says there. */
export function NotJudged({ rules }: { readonly rules: readonly string[] }) {
  const s = useSendingTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const run = useSessionState((state) => state.run);
  const own = run ? homeRules(rules, run.result, run.open) : [];
  if (own.length === 0) return null;
  const findings = own.reduce((sum, one) => sum + one.findings, 0);
  return (
    <>
      <Text>{s('not-judged', { count: own.length })}</Text>
      {findings > 0 ? <Sentence intent="warning">{s('not-judged.findings', { count: findings })}</Sentence> : null}
      <details>
        <summary className={styles.summary}>{s('not-judged.rules')}</summary>
        <ul className={styles.list}>
          {own.map((one) => (
            <li key={one.rule}>
              {one.findings === 0
                ? ruleTitle(one.rule, language)
                : s('not-judged.rule', { title: ruleTitle(one.rule, language), count: one.findings })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
