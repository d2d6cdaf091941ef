import { Button, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { createSending } from '../../engine/sending.ts';
import Administration from '../admin/administration.tsx';
import { useTexts } from '../language.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { Connect } from '../sending/connect.tsx';
import { Connected } from '../sending/connected.tsx';
import { NO_WORKBOOK, SendingAccess, startClient, useSendingState } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { RegionOverview } from './region-overview.tsx';

const useStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', '@media print': { height: 'auto', overflow: 'visible', page: 'wide' } },
  column: {
    boxSizing: 'border-box',
    maxWidth: '1500px',
    marginLeft: 'auto',
    marginRight: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    justifyItems: 'start',
  },
  door: { '@media print': { display: 'none' } },
  title: { margin: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
  full: { width: '100%', maxWidth: '640px' },
});

/** The region's page for a manager: no workbook is needed to see all districts. */
export default function RegionPlace({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const [sending] = useState(() => createSending(startClient, NO_WORKBOOK));
  return (
    <SendingAccess value={sending}>
      <main className={styles.page}>
        <div className={styles.column}>
          <Button className={styles.door} onClick={onBack}>
            {t('region.back')}
          </Button>
          <RegionContent />
        </div>
      </main>
    </SendingAccess>
  );
}

function RegionContent() {
  const styles = useStyles();
  const { t } = useTexts();
  const { connection, error } = useSendingState();
  const [isAdministering, setIsAdministering] = useState(false);
  return (
    <>
      <Title3 as="h1" className={styles.title}>
        <span ref={takeLostFocus} tabIndex={-1}>
          {t(isAdministering && connection ? 'tab.admin' : 'tab.region')}
        </span>
      </Title3>
      {error ? <SendingError error={error} /> : null}
      <div className={styles.full}>
        {connection ? <Connected connection={connection} /> : <Connect lead={t('region.connect')} />}
      </div>
      {connection?.role === 'admin' ? (
        <Button className={styles.door} onClick={() => setIsAdministering(!isAdministering)}>
          {t(isAdministering ? 'tab.region' : 'tab.admin')}
        </Button>
      ) : null}
      {connection && isAdministering ? <Administration connection={connection} /> : null}
      {connection && !isAdministering ? <RegionOverview connection={connection} /> : null}
    </>
  );
}
