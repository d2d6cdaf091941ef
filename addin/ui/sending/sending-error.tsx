import type { SyncError } from '../../../shared/sync/error-codes.ts';
import { apiErrorText } from '../../../shared/text/api-texts.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';

/**
 * What went wrong on the way to the server. The request's number serves the administrator. It comes into sight by
 * itself: on a narrow screen the button that was pressed may be a page away.
 */
export function SendingError({ error }: { readonly error: SyncError }) {
  const { t, language } = useTexts();
  return (
    <div ref={bringIntoSight}>
      <Sentence intent={error.code === 'stopped' ? 'info' : 'error'}>
        {apiErrorText(error.code, language)}
        {error.requestId === null ? null : ` ${t('sending.request', { id: error.requestId })}`}
      </Sentence>
    </div>
  );
}

function bringIntoSight(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' });
}
