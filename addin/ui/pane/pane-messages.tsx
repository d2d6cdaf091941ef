import { Button, makeStyles } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';
import { problemText } from './problem-text.ts';

const useStyles = makeStyles({ messages: { '@media print': { display: 'none' } } });

/** What went wrong with the workbook or with what it remembers: one sentence each, above every screen. */
export function PaneMessages() {
  const { t, language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const problem = useSessionState((state) => state.problem);
  const memory = useSessionState((state) => state.memory);
  const packFault = useSessionState((state) => state.packFault);
  const pack = usePack(useSessionState((state) => state.packId));
  const marksProblem = useSessionState((state) => state.marksProblem);
  return (
    <div className={styles.messages} role="status">
      {problem ? (
        <Sentence intent="error" onDismiss={session.dismissProblem}>
          {problemText(problem, language)}
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
      {memory === 'not-kept' ? <Sentence intent="info">{t('memory.not-kept')}</Sentence> : null}
      {marksProblem ? <Sentence intent="info">{t('marks.failed')}</Sentence> : null}
    </div>
  );
}
