import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { useSendingState } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useSession } from '../session-access.tsx';
import { RegionOverview } from './region-overview.tsx';
import { ReportOutletProvider, sessionOutlet } from './report-outlet.tsx';

const useStyles = makeStyles({
  screen: { justifyItems: 'start', '@media print': { overflow: 'visible', display: 'block', page: 'wide' } },
});

/** «Сводка» in the pane: all districts together, for those who may see the region. */
export default function RegionScreen({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const { connection, error } = useSendingState();
  const session = useSession();
  const outlet = useMemo(() => sessionOutlet(session), [session]);
  return (
    <ReportOutletProvider value={outlet}>
      <ScreenFrame className={styles.screen}>
        {error ? <SendingError error={error} /> : null}
        {connection ? (
          <RegionOverview connection={connection} />
        ) : (
          <>
            <Text>{t('region.lead')}</Text>
            <Button onClick={() => onOpen('sending')}>{t('tab.sending')}</Button>
          </>
        )}
      </ScreenFrame>
    </ReportOutletProvider>
  );
}
