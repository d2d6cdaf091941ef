import { mergeClasses, Text } from '@fluentui/react-components';
import { ruleTitle, skippedText } from '../../../shared/text/rule-texts.ts';
import type { Run } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';
import { useProtocolTableStyles } from './protocol-table-styles.ts';

/** The ledger: a line for every rule, whether it found something, nothing, or was not judged. */
export function ProtocolRules({ run }: { readonly run: Run }) {
  const { t, language } = useTexts();
  const styles = useProtocolTableStyles();
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
