import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { countNotJudged } from '../check/not-judged.ts';
import { useTexts } from '../language.tsx';
import { later } from '../parts/later.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { RunCheck } from '../parts/run-check.tsx';
import { Working } from '../parts/working.tsx';
import { useSendingState } from '../sending/sending-access.tsx';
import { useSessionState } from '../session-access.tsx';
import { CuratorAhead } from './curator-ahead.tsx';

const ServerDigest = later(() => import('./server-digest.tsx'));

/** Up to so many are all shown; of more, a curator's are shown when asked. */
const SHOWN_AT_ONCE = 40;

const useStyles = makeStyles({ screen: { gap: tokens.spacingVerticalS } });

/** «Что предстоит»: what falls out of norm within two weeks, curator by curator. */
export default function UpcomingScreen() {
  const { t } = useTexts();
  const styles = useStyles();
  const upcoming = useSessionState((state) => state.run?.upcoming ?? null);
  const skipped = useSessionState((state) => (state.run ? countNotJudged(state.run.result.ledger) : 0));
  const { connection } = useSendingState();
  const total = upcoming?.curators.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0;
  return (
    <ScreenFrame className={styles.screen}>
      {upcoming ? (
        <Subtitle2 as="h1">{t('upcoming.title', { until: upcoming.until })}</Subtitle2>
      ) : (
        <RunCheck why={t('upcoming.intro')} />
      )}
      {upcoming?.curators.length === 0 ? <Text>{t('upcoming.none')}</Text> : null}
      {upcoming && skipped > 0 ? <Text size={200}>{t('upcoming.not-judged', { count: skipped })}</Text> : null}
      {upcoming?.curators.map((curator) => (
        <CuratorAhead key={curator.curator ?? ''} ahead={curator} isOpenAtFirst={total <= SHOWN_AT_ONCE} />
      ))}
      {connection?.role === 'operator' ? (
        <Suspense fallback={<Working />}>
          <ServerDigest connection={connection} />
        </Suspense>
      ) : null}
    </ScreenFrame>
  );
}
