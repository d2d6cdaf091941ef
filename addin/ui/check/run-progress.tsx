import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

/** Quick work shows nothing: a bar that flashes only disturbs. */
const SHOWN_AFTER_MS = 300;

const useStyles = makeStyles({
  progress: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  bar: { width: '100%' },
});

export function RunProgress() {
  const isWorking = useSessionState(({ work }) => work !== null && work.isAsked);
  return isWorking ? <LongWork /> : null;
}

function LongWork() {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const work = useSessionState((state) => state.work);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!work || !isLong) return null;
  const text = t(`check.working.${work.kind}`, { percent: Math.round((work.share ?? 0) * 100) });
  return (
    <div className={styles.progress}>
      <Text size={200} role="status">
        {text}
      </Text>
      <ProgressBar className={styles.bar} aria-label={text} {...(work.share === null ? {} : { value: work.share })} />
      <Button size="small" onClick={session.stop}>
        {t('check.stop')}
      </Button>
    </div>
  );
}
