import type { SyncError, SyncErrorCode } from '../../../shared/sync/error-codes.ts';
import { apiErrorText } from '../../../shared/text/api-texts.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';

/** What the administrator looks for in the server's log: the fault is the server's, or the pane's. */
const LOGGED: ReadonlySet<SyncErrorCode> = new Set([
  'unexpected',
  'busy',
  'answer-unreadable',
  'body-malformed',
  'not-json',
  'method-unknown',
]);

/**
 * What went wrong on the way to the server; with the request's number where it serves the administrator. It comes into
 * sight by itself: on a narrow screen the button that was pressed may be a page away.
 */
export function SendingError({ error }: { readonly error: SyncError }) {
  const { t, language } = useTexts();
  return (
    <div ref={bringIntoSight}>
      <Sentence intent={error.code === 'stopped' ? 'info' : 'error'}>
        {apiErrorText(error.code, language)}
        {LOGGED.has(error.code) && error.requestId !== null
          ? ` ${t('sending.request', { id: error.requestId })}`
          : null}
      </Sentence>
    </div>
  );
}

function bringIntoSight(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' });
}
