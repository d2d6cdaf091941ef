import { Button, makeStyles } from '@fluentui/react-components';
import type { FixNotice } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import type { FindingView } from './finding-view.ts';

const useStyles = makeStyles({
  place: {
    '@media (max-height: 460px)': { position: 'sticky', bottom: 0, zIndex: 2, flexShrink: 0 },
  },
});

/** «Исправлено. Отменить»: what the last step came to, and the way back. */
export function FixNoticeLine({ view }: { readonly view: FindingView }) {
  const styles = useStyles();
  const notice = useSessionState((state) => state.notice);
  const kind = useSessionState((state) => state.journal.find(({ id }) => id === state.notice?.entryId)?.kind);
  const isPlainEdit = kind === 'edit' && notice?.what === 'fixed' && notice.failed + notice.filtered === 0;
  return (
    <div role="status" className={styles.place}>
      {notice && !isPlainEdit ? <Notice notice={notice} /> : <ExplainedNotice view={view} />}
    </div>
  );
}

/** A finding that was explained leaves the list: here it can be had back at once. */
function ExplainedNotice({ view: { justExplained, setJustExplained } }: { readonly view: FindingView }) {
  const { t } = useTexts();
  const session = useSession();
  const isExplained = useSessionState(
    ({ run }) => run?.explained.some(({ finding }) => finding.identity === justExplained) === true,
  );
  if (justExplained === null || !isExplained) return null;
  return (
    <Sentence
      intent="success"
      onDismiss={() => setJustExplained(null)}
      actions={
        <Button size="small" onClick={() => void session.withdrawExplanation(justExplained)}>
          {t('notice.unexplain')}
        </Button>
      }
    >
      {t('notice.explained')}
    </Sentence>
  );
}

function Notice({ notice: { what, done, failed, filtered, entryId } }: { readonly notice: FixNotice }) {
  const { t } = useTexts();
  const session = useSession();
  const failedKey = what === 'fixed' ? 'notice.failed' : 'notice.left';
  return (
    <Sentence
      intent={failed + filtered > 0 ? 'warning' : 'success'}
      onDismiss={session.dismissNotice}
      actions={
        what === 'fixed' && done > 0 ? (
          <Button size="small" onClick={() => void session.undo(entryId)}>
            {t('notice.undo')}
          </Button>
        ) : null
      }
    >
      {done > 0 ? t(what === 'fixed' ? 'notice.fixed' : 'notice.undone', { count: done }) : null}{' '}
      {failed > 0 ? t(failedKey, { count: failed }) : null}{' '}
      {filtered > 0 ? t('notice.filtered', { count: filtered }) : null}
    </Sentence>
  );
}
