import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { MappingCorrection } from '../../../shared/reading/reading.ts';
import { offeredCorrections, parseKnownHeadings } from '../../engine/known-headings.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { keptSetting } from '../kept-setting.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

/** A sheet has the headings of a workbook that was put right before: the same can be done here with one press. */
export default function MappingOffer() {
  const { t, language } = useTexts();
  const session = useSession();
  const account = useSessionState((state) => state.run?.account ?? null);
  const corrections = useSessionState((state) => state.remembered.corrections);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const offers = useMemo(
    () => (account ? offeredCorrections(parseKnownHeadings(keptSetting('mappings')), account, corrections) : []),
    [account, corrections],
  );
  const fieldsOf = ({ fields }: MappingCorrection): string =>
    Object.entries(fields)
      .map(([heading, field]) => {
        const title = field === null ? t('reading.no-field') : fieldTitle(field, language);
        return t('reading.offer.field', { heading, field: title });
      })
      .join(', ');
  return offers
    .filter(({ sheet }) => !refused.includes(sheet))
    .map((offer) => (
      <Sentence
        key={offer.sheet}
        intent="info"
        actions={
          <>
            <Button size="small" onClick={() => void session.correctMapping(offer)}>
              {t('reading.offer.yes')}
            </Button>
            <Button size="small" onClick={() => setRefused([...refused, offer.sheet])}>
              {t('reading.offer.no')}
            </Button>
          </>
        }
      >
        {t('reading.offer', { sheet: offer.sheet, fields: fieldsOf(offer) })}
      </Sentence>
    ));
}
