import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Session } from '../../engine/session.ts';
import { WorkbookError } from '../../engine/workbook-port.ts';
import { useTexts } from '../language.tsx';
import { openPaneSession } from '../open-pane-session.ts';
import { Pane } from '../pane/pane.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { SessionProvider } from '../session-access.tsx';
import { followOffice } from '../theme.ts';
import { loadOffice } from './load-office.ts';

type Stage =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'absent' | 'too-old' | 'failed' };

const useStyles = makeStyles({
  middle: { display: 'grid', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL, justifyItems: 'start' },
});

async function openInExcel(suggestLanguage: (displayLanguage: string) => void): Promise<Stage | 'not-excel'> {
  const answer = await loadOffice();
  if (answer !== 'excel') return answer === 'absent' ? { kind: 'absent' } : answer;
  // Not all that plays Excel says its language.
  suggestLanguage(Office.context?.displayLanguage ?? '');
  // Excel on the web has no colours of its own; the types say otherwise.
  followOffice(() => (Office.context as Partial<Office.Context> | undefined)?.officeTheme?.bodyBackgroundColor);
  try {
    const [{ openExcelWorkbook }, { registerRibbonCommands }] = await Promise.all([
      import('../../excel/open-excel-workbook.ts'),
      import('../../excel/commands.ts'),
    ]);
    const opening = openExcelWorkbook().then(openPaneSession);
    const deeds = opening.then(({ check, showMarks }) => ({ check, removeMarks: () => showMarks(false) }));
    // A workbook that does not open is told of below; a ribbon button waits for it all the same.
    deeds.catch(() => {});
    registerRibbonCommands(deeds);
    return { kind: 'open', session: await opening };
  } catch (error) {
    const isTooOld = error instanceof WorkbookError && error.code === 'unsupported-format';
    return { kind: isTooOld ? 'too-old' : 'failed' };
  }
}

/** The pane inside Excel: loads office.js, opens the workbook that is open there. */
export default function ExcelPlace({ onUseFile }: { readonly onUseFile: () => void }) {
  const { t, suggest } = useTexts();
  const styles = useStyles();
  const [stage, setStage] = useState<Stage>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    void openInExcel(suggest).then((next) => {
      if (!isCurrent) return;
      if (next === 'not-excel') onUseFile();
      else setStage(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [onUseFile, suggest]);
  if (stage.kind === 'open') {
    return (
      <SessionProvider value={stage.session}>
        <Pane />
      </SessionProvider>
    );
  }
  return (
    <main className={styles.middle}>
      {stage.kind === 'loading' ? (
        <Spinner label={t('office.loading')} />
      ) : (
        <>
          <Sentence intent="error">{t(`office.${stage.kind}`)}</Sentence>
          {/* Excel does not become newer by trying again. */}
          {stage.kind === 'too-old' ? null : (
            <Button appearance="primary" onClick={() => window.location.reload()}>
              {t('app.retry')}
            </Button>
          )}
          <Button appearance={stage.kind === 'too-old' ? 'primary' : 'secondary'} onClick={onUseFile}>
            {t('office.use-file')}
          </Button>
        </>
      )}
    </main>
  );
}
