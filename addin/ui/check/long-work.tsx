import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

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
