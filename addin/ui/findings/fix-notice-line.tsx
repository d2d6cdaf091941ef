import { Button } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

/** «Исправлено. Отменить»: what the last step came to, and the way back. */
export function FixNoticeLine() {
  const { t } = useTexts();
  const session = useSession();
  const notice = useSessionState((state) => state.notice);
  const kind = useSessionState((state) => state.journal.find(({ id }) => id === state.notice?.entryId)?.kind);
  if (!notice || (kind === 'edit' && notice.failed + notice.filtered === 0 && notice.what === 'fixed')) return null;
  const { what, done, failed, filtered, entryId } = notice;
  const failedKey = what === 'fixed' ? 'notice.failed' : 'notice.left';
  return (
    <div role="status">
      <Sentence
        intent={failed + filtered > 0 ? 'warning' : 'success'}
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
    </div>
  );
}
