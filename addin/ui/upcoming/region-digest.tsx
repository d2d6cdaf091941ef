import { Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import { showDate } from '../../../shared/text/format.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import { Working } from '../parts/working.tsx';
import { useDuplicatesClient } from '../region/duplicates/use-duplicates.ts';
import { useDuplicateStyles } from '../region/duplicates/use-duplicate-styles.ts';
import { useAnswer } from '../region/use-answer.ts';
import { SendingError } from '../sending/sending-error.tsx';
import { DigestView, useDigestTexts } from './digest-view.tsx';

const noName = (): null => null;

/** The digest of all districts, each of which opens to its curators. */
export function RegionDigest({ connection }: { readonly connection: Connection }) {
  const g = useDigestTexts();
  const styles = useDuplicateStyles();
  const client = useDuplicatesClient(connection);
  const ask = useCallback(() => client.regionDigest(), [client]);
  const { outcome } = useAnswer(ask);
  const known = outcome?.ok ? outcome.value : null;
  return (
    <section className={styles.part} aria-label={g('title')}>
      <Text className={styles.quiet}>{g('lead')}</Text>
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome === null ? <Working /> : null}
      {known && known.from === null ? <Text>{g('none')}</Text> : null}
      {known?.from && known.to ? (
        <Text>{g('span.short', { from: showDate(known.from), to: showDate(known.to) })}</Text>
      ) : null}
      <ul className={styles.list}>
        {(known?.from ? known.districts : []).map(({ id, title, due, curators }) => {
          const count = due.reduce((sum, one) => sum + one.count, 0);
          return (
            <li key={id}>
              <details>
                <summary>{g('district', { title, count })}</summary>
                <DigestView due={due} curators={curators} nameOf={noName} label={title} />
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
