import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isoOf } from '../../../shared/domain/day.ts';
import { showDate } from '../../../shared/text/format.ts';
import { ruleTitle, skippedText } from '../../../shared/text/rule-texts.ts';
import { clipboardText, csvText, protocolTable } from '../../engine/protocol-table.ts';
import type { Run } from '../../engine/session-state.ts';
import { download } from '../file-mode/download.ts';
import { useTexts } from '../language.tsx';
import { useSession } from '../session-access.tsx';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    '@media print': { display: 'none' },
  },
});

/** Printing, a .csv file, or the clipboard: desktop Excel refuses downloads from a pane, so there it is the clipboard. */
export function ProtocolActions({ run }: { readonly run: Run }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const { workbook } = useSession();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const table = () =>
    protocolTable(run.result, {
      rule: t('protocol.rule'),
      looked: t('protocol.looked'),
      findings: t('protocol.findings'),
      notJudged: t('protocol.not-judged'),
      titleOf: (rule) => ruleTitle(rule, language),
      reasonOf: (skipped) => skippedText(skipped, language),
    });
  const copy = (): void => {
    navigator.clipboard.writeText(clipboardText(table())).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  const name = t('protocol.file-name', { asOf: showDate(isoOf(run.result.asOf)) });
  return (
    <div className={styles.actions}>
      <Button onClick={() => window.print()}>{t('protocol.print')}</Button>
      {workbook.kind === 'file' ? (
        <Button onClick={() => download(`${name}.csv`, csvText(table()), 'text/csv')}>{t('protocol.csv')}</Button>
      ) : null}
      <Button onClick={copy}>{t('protocol.copy')}</Button>
      <Text role="status">
        {copied === 'yes' ? t('protocol.copied') : copied === 'failed' ? t('protocol.copy-failed') : ''}
      </Text>
    </div>
  );
}
