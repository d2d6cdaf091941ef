import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { keyringInUse } from '../keys/keyring-in-use.ts';
import { showMoment, useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useSending } from './sending-access.tsx';

const useStyles = makeStyles({
  who: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  door: { '@media print': { display: 'none' } },
});

interface ConnectedProps {
  readonly connection: Connection;
  readonly children?: ReactNode;
}

/** Who is signed in, and the way out. */
export function Connected({ connection, children }: ConnectedProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const disconnect = (): void => {
    sending.disconnect();
    // On a computer that others use too, the key must not wait for them.
    keyringInUse()?.lock();
  };
  return (
    <>
      <div className={styles.who}>
        {/* Whoever has just connected hears as whom, and does not stand on the way out. */}
        <Text ref={takeLostFocus} tabIndex={-1} weight="semibold">
          {t('sending.connected', { name: connection.name, region: connection.region.title })}
        </Text>
        <Button className={styles.door} size="small" onClick={disconnect}>
          {t('sending.disconnect')}
        </Button>
        {children}
      </div>
      {connection.clockAheadMs === undefined ? null : <WrongClock aheadMs={connection.clockAheadMs} />}
    </>
  );
}

function WrongClock({ aheadMs }: { readonly aheadMs: number }) {
  const { t } = useTexts();
  const [now] = useState(Date.now);
  return (
    <Sentence intent="warning">
      {t('sending.clock', { here: showMoment(now), there: showMoment(now - aheadMs) })}
    </Sentence>
  );
}
