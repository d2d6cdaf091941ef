import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { CheckScreen } from '../check/check-screen.tsx';
import { useFindingView } from '../findings/finding-view.ts';
import { later } from '../parts/later.tsx';
import { Mishap } from '../parts/mishap.tsx';
import { Working } from '../parts/working.tsx';
import { SendingProvider, useSendingState } from '../sending/sending-access.tsx';
import type { Screen } from './pane-tabs.tsx';
import { PackNotice } from './pack-notice.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { PaneMessages } from './pane-messages.tsx';

const ReadingScreen = later(() => import('../mapping/reading-screen.tsx'));
const UpcomingScreen = later(() => import('../upcoming/upcoming-screen.tsx'));
const SendingScreen = later(() => import('../sending/sending-screen.tsx'));
const ProtocolScreen = later(() => import('../protocol/protocol-screen.tsx'));
const ReportScreen = later(() => import('../report/report-screen.tsx'));
const PacksScreen = later(() => import('../packs/packs-screen.tsx'));
const RegionScreen = later(() => import('../region/region-screen.tsx'));
const RemarkWatch = later(() => import('../hand-in/remark-watch.tsx'));
const AdminScreen = later(() => import('../admin/admin-screen.tsx'));

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { height: 'auto', display: 'block' },
  },
  screen: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '@media print': { display: 'block' } },
});

/** The pane: tabs on top, one screen under them. The check's filters and place survive a look at another tab. */
export function Pane() {
  const styles = useStyles();
  const [screen, setScreen] = useState<Screen>('check');
  const view = useFindingView();
  return (
    <SendingProvider>
      <div className={styles.pane}>
        <PaneTabs screen={screen} onSelect={setScreen} />
        <PaneMessages />
        <Remarks onShow={() => setScreen('sending')} />
        {screen === 'protocol' ? null : <PackNotice />}
        <main className={styles.screen}>
          {screen === 'check' ? (
            <Mishap>
              <CheckScreen view={view} onOpen={setScreen} />
            </Mishap>
          ) : (
            <Suspense fallback={<Working />}>
              {screen === 'upcoming' ? <UpcomingScreen /> : null}
              {screen === 'sending' ? <SendingScreen onOpen={setScreen} /> : null}
              {screen === 'reading' ? <ReadingScreen /> : null}
              {screen === 'protocol' ? <ProtocolScreen /> : null}
              {screen === 'report' ? <ReportScreen /> : null}
              {screen === 'packs' ? <PacksScreen /> : null}
              {screen === 'region' ? <RegionScreen onOpen={setScreen} /> : null}
              {screen === 'admin' ? <AdminScreen onOpen={setScreen} /> : null}
            </Suspense>
          )}
        </main>
      </div>
    </SendingProvider>
  );
}

/** Nothing is asked before somebody has connected. */
function Remarks({ onShow }: { readonly onShow: () => void }) {
  const { connection } = useSendingState();
  if (connection?.role !== 'operator') return null;
  return (
    <Suspense fallback={null}>
      <RemarkWatch connection={connection} onShow={onShow} />
    </Suspense>
  );
}
