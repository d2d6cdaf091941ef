import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

/** Excel answers nothing while somebody types in a cell, and does not say why. */
const SILENT_AFTER_MS = 3_000;

const useStyles = makeStyles({
  progress: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  bar: { width: '100%' },
});

/** What is being done, how far it is, and the way to stop it. */
export default function LongWork() {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const work = useSessionState((state) => state.work);
  if (!work) return null;
  const hasNothing = session.workbook.kind === 'excel' && work.kind === 'reading' && (work.share ?? 0) === 0;
  const text = t(`check.working.${work.kind}`, { percent: Math.round((work.share ?? 0) * 100) });
  return (
    <div className={styles.progress}>
      <Text size={200} role="status">
        {text}
      </Text>
      {hasNothing ? <SilentExcel /> : null}
      <ProgressBar className={styles.bar} aria-label={text} {...(work.share === null ? {} : { value: work.share })} />
      <Button size="small" onClick={session.stop}>
        {t('check.stop')}
      </Button>
    </div>
  );
}

function SilentExcel() {
  const { t } = useTexts();
  const [isSilent, setIsSilent] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSilent(true), SILENT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div role="status">{isSilent ? <Text size={200}>{t('check.working.waiting')}</Text> : null}</div>;
}
