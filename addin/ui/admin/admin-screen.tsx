import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { startOwnPack } from '../../../shared/packs/own-pack.ts';
import { packById } from '../../../shared/packs/packs.ts';
import type { Screen } from '../pane/pane-tabs.tsx';
import { useTexts } from '../language.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { useSendingState } from '../sending/sending-access.tsx';
import { useSessionState } from '../session-access.tsx';
import type { NormsAtHand } from './admin-access.tsx';
import { useAdminTexts } from './admin-access.tsx';
import Administration from './administration.tsx';

const useStyles = makeStyles({ screen: { justifyItems: 'start' } });

/** «Администрирование» in the pane. */
export default function AdminScreen({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t: pane } = useTexts();
  const t = useAdminTexts();
  const styles = useStyles();
  const { connection } = useSendingState();
  const atHand = useNormsAtHand();
  return (
    <ScreenFrame className={styles.screen}>
      {connection?.role === 'admin' ? (
        <Administration connection={connection} atHand={atHand} />
      ) : (
        <>
          <Text>{t('only')}</Text>
          <Button onClick={() => onOpen('sending')}>{pane('tab.sending')}</Button>
        </>
      )}
    </ScreenFrame>
  );
}

/** A pack of the product is published as one that differs in nothing: so the region says that it goes by it. */
function useNormsAtHand(): NormsAtHand {
  const packId = useSessionState((state) => state.packId);
  const ownPack = useSessionState((state) => state.ownPack);
  const draft = useSessionState((state) => state.packDraft);
  return useMemo(() => {
    const product = packById(packId);
    const own = ownPack?.pack.id === packId ? ownPack.own : null;
    return { inUse: own ?? (product ? startOwnPack(packId, product.title.ru) : null), draft };
  }, [packId, ownPack, draft]);
}
