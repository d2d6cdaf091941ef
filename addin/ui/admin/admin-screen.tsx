import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Screen } from '../pane/pane-tabs.tsx';
import { useTexts } from '../language.tsx';
import { useSendingState } from '../sending/sending-access.tsx';
import { useAdminTexts } from './admin-access.tsx';
import Administration from './administration.tsx';

const useStyles = makeStyles({
  screen: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    alignContent: 'start',
    justifyItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
});

/** «Администрирование» in the pane. */
export default function AdminScreen({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t: pane } = useTexts();
  const t = useAdminTexts();
  const styles = useStyles();
  const { connection } = useSendingState();
  return (
    <div className={styles.screen}>
      {connection?.role === 'admin' ? (
        <Administration connection={connection} />
      ) : (
        <>
          <Text>{t('only')}</Text>
          <Button onClick={() => onOpen('sending')}>{pane('tab.sending')}</Button>
        </>
      )}
    </div>
  );
}
