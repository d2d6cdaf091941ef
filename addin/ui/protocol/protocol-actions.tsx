import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isoOf } from '../../../shared/domain/day.ts';
import { reportClipboard, reportCsv } from '../../../shared/reports/report-csv.ts';
import { showDate } from '../../../shared/text/format.ts';
import type { Run } from '../../engine/session-state.ts';
import { download } from '../file-mode/download.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import type { Protocol } from './use-protocol.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const useStyles = makeStyles({
  place: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

type SaidKey = 'protocol.copied' | 'protocol.copy-failed' | 'app.file-failed';

interface ProtocolActionsProps {
  readonly run: Run;
  readonly protocol: Protocol;
}

/** A sheet of the workbook, paper, files, or the clipboard: desktop Excel refuses downloads from a pane. */
export function ProtocolActions({ run, protocol: { sheet } }: ProtocolActionsProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const { workbook } = useSession();
  const [said, setSaid] = useState<SaidKey | null>(null);
  const name = t('protocol.file-name', { asOf: showDate(isoOf(run.result.asOf)) });
  const copy = (): void => {
    navigator.clipboard.writeText(reportClipboard(sheet())).then(
      () => setSaid('protocol.copied'),
      () => setSaid('protocol.copy-failed'),
    );
  };
  const saveXlsx = async (): Promise<void> => {
    setSaid(null);
    try {
      const { reportXlsx } = await import('../../file/report-xlsx.ts');
      download(`${name}.xlsx`, new Uint8Array(await reportXlsx(sheet())), XLSX_TYPE);
    } catch {
      setSaid('app.file-failed');
    }
  };
  return (
    <div className={styles.place}>
      {workbook.isTextFile || workbook.isReadOnly ? null : <ProtocolSheet sheet={sheet} />}
      <div className={styles.actions}>
        <Button onClick={() => window.print()}>{t('protocol.print')}</Button>
        {workbook.kind === 'file' ? (
          <>
            <Button onClick={() => void saveXlsx()}>{t('protocol.xlsx')}</Button>
            <Button onClick={() => download(`${name}.csv`, reportCsv(sheet()), 'text/csv')}>{t('protocol.csv')}</Button>
          </>
        ) : null}
        <Button onClick={copy}>{t('protocol.copy')}</Button>
        <Text role="status">{said === null ? '' : t(said)}</Text>
      </div>
    </div>
  );
}

/** The protocol as a sheet: added, added anew, and taken away again. */
function ProtocolSheet({ sheet }: Pick<Protocol, 'sheet'>) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const added = useSessionState((state) => state.protocolSheet);
  return (
    <>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void session.addProtocol(sheet())}>
          {t('protocol.add')}
        </Button>
      </div>
      <div role="status">
        {added === null ? null : (
          <Sentence
            intent="success"
            actions={
              <Button size="small" onClick={() => void session.removeProtocol()}>
                {t('protocol.remove')}
              </Button>
            }
          >
            {t('protocol.added', { sheet: added })}
          </Sentence>
        )}
      </div>
    </>
  );
}
