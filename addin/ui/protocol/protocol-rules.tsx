import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ruleTitle, skippedText } from '../../../shared/text/rule-texts.ts';
import type { Run } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
  },
  number: { textAlign: 'end', overflowWrap: 'normal', width: '1px' },
  why: { color: tokens.colorNeutralForeground2 },
  row: { breakInside: 'avoid' },
});

/** The ledger: a line for every rule, whether it found something, nothing, or was not judged. */
export function ProtocolRules({ run }: { readonly run: Run }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            {t('protocol.rule')}
          </th>
          <th scope="col" className={number}>
            {t('protocol.looked')}
          </th>
          <th scope="col" className={number}>
            {t('protocol.findings')}
          </th>
        </tr>
      </thead>
      <tbody>
        {run.result.ledger.map(({ rule, looked, findings, skipped }) => (
          <tr key={rule} className={styles.row}>
            <th scope="row" className={styles.cell}>
              <Text size={200}>{ruleTitle(rule, language)}</Text>
              {skipped.map((one) => (
                <Text key={`${one.reason} ${one.detail}`} block size={200} className={styles.why}>
                  {t('protocol.not-judged')}: {skippedText(one, language)}
                </Text>
              ))}
            </th>
            <td className={number}>{looked}</td>
            <td className={number}>{findings}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
