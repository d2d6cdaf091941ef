import { useMemo } from 'react';
import type { DuplicateTextKey } from '../../../../shared/text/duplicate-texts.ts';
import { duplicateText } from '../../../../shared/text/duplicate-texts.ts';
import { showDate } from '../../../../shared/text/format.ts';
import type { DuplicatesClient } from '../../../engine/duplicates-client.ts';
import { duplicatesClient } from '../../../engine/duplicates-client.ts';
import type { Connection } from '../../../engine/sync-contract.ts';
import { usePartTexts, type PartTexts } from '../../language.tsx';
import { SERVER_PORTS } from '../../sending/sending-access.tsx';
import { useRegionTexts } from '../region-texts.ts';

/** Texts of this part in the chosen language. */
export function useDuplicateTexts(): PartTexts<DuplicateTextKey> {
  return usePartTexts(duplicateText);
}

/** The server of a connection; the same object while the connection is the same. */
export function useDuplicatesClient({ address, token }: Connection): DuplicatesClient {
  return useMemo(() => duplicatesClient({ address, token }, SERVER_PORTS), [address, token]);
}

interface Facts {
  readonly start: string | null;
  readonly level: string | null;
  readonly closedOn?: string | null;
}

/** Start and level of a case in words. */
export function useCaseFacts(): (facts: Facts) => string {
  const d = useDuplicateTexts();
  const { levelTitle } = useRegionTexts();
  return ({ start, level, closedOn }) =>
    d(closedOn ? 'facts.closed' : 'facts', {
      start: start === null ? d('no-start') : showDate(start),
      level: level === null ? d('no-level') : levelTitle(level),
      closed: closedOn ? showDate(closedOn) : '',
    });
}
