import { Button, makeStyles } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import type { ReadingAccount } from '../../../shared/reading/reading.ts';
import type { SessionState } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';
import { EnglishMissing } from '../parts/english-missing.tsx';
import { later } from '../parts/later.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';
import { problemText } from './problem-text.ts';

const useStyles = makeStyles({ messages: { '@media print': { display: 'none' } } });

/** Comes with what the first run needs. */
const MappingOffer = later(() => import('../mapping/mapping-offer.tsx'));

/** Why marks are missing, where it is known. */
function marksKey(problem: NonNullable<SessionState['marksProblem']>) {
  return problem === 'too-large' || problem === 'sheet-protected' ? (`marks.${problem}` as const) : 'marks.failed';
}

const NONE: ReadingAccount['staleCorrections'] = [];

/** What went wrong with the workbook or with what it remembers: one sentence each, above every screen. */
export function PaneMessages() {
  const texts = useTexts();
  const { t, language } = texts;
  const styles = useStyles();
  const session = useSession();
  const problem = useSessionState((state) => state.problem);
  const memory = useSessionState((state) => state.memory);
  const stale = useSessionState((state) => state.run?.account.staleCorrections ?? NONE);
  const hasRun = useSessionState((state) => state.run !== null);
  const packFault = useSessionState((state) => state.packFault);
  const pack = usePack(useSessionState((state) => state.packId));
  return (
    <div className={styles.messages} role="status">
      <EnglishMissing />
      {problem ? (
        <Sentence intent="error" onDismiss={session.dismissProblem}>
          {problemText(problem, texts)}
        </Sentence>
      ) : null}
      {memory === 'damaged' || memory === 'newer' ? (
        <Sentence
          intent="warning"
          actions={
            <Button size="small" onClick={() => void session.startMemoryAfresh()}>
              {t('memory.afresh')}
            </Button>
          }
        >
          {t(`memory.${memory}`)}
        </Sentence>
      ) : null}
      {packFault && pack ? (
        <Sentence intent="warning">
          {t(packFault === 'unknown' ? 'packs.recalled.unknown' : 'packs.recalled.damaged', {
            title: pack.title[language],
          })}
        </Sentence>
      ) : null}
      <NotWritten />
      {stale.map(({ sheet, heading }) => (
        <Sentence key={`${sheet} ${heading}`} intent="warning">
          {t('reading.stale', { sheet, heading })}
        </Sentence>
      ))}
      <Suspense>{hasRun ? <MappingOffer /> : null}</Suspense>
    </div>
  );
}

/** What the workbook does not take. Read once, it can be put away: a low pane has no room for it. */
function NotWritten() {
  const { t } = useTexts();
  const { workbook } = useSession();
  const isKept = useSessionState(({ memory }) => memory !== 'not-kept');
  const marksProblem = useSessionState((state) => state.marksProblem);
  const [isSeen, setIsSeen] = useState(false);
  if (workbook.isReadOnly) {
    return isSeen ? null : (
      <Sentence intent="info" onDismiss={() => setIsSeen(true)}>
        {t('memory.read-only')}
      </Sentence>
    );
  }
  return (
    <>
      {isKept ? null : <Sentence intent="info">{t('memory.not-kept')}</Sentence>}
      {marksProblem ? <Sentence intent="info">{t(marksKey(marksProblem))}</Sentence> : null}
    </>
  );
}
