import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { showMoment, useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { Working } from '../parts/working.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { useSending, useSendingState } from '../sending/sending-access.tsx';
import { DistrictTable } from './district-table.tsx';

const useStyles = makeStyles({
  screen: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '@media print': { overflow: 'visible', display: 'block' },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'baseline' },
});

/** «Сводка»: all districts together, for those who may see the region. */
export default function RegionScreen({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { connection, overview, work, error } = useSendingState();
  const mayLook = connection !== null && connection.role !== 'operator';
  useEffect(() => {
    if (mayLook) void sending.look();
  }, [mayLook, sending]);
  return (
    <div className={styles.screen}>
      {error ? <SendingError error={error} /> : null}
      {connection === null ? (
        <>
          <Text>{t('region.lead')}</Text>
          <Button onClick={() => onOpen('sending')}>{t('tab.sending')}</Button>
        </>
      ) : null}
      {connection && !mayLook ? <Text>{t('region.not-allowed')}</Text> : null}
      {work?.kind === 'looking' && !overview ? <Working /> : null}
      {overview ? (
        <>
          <div className={styles.line}>
            <Text weight="semibold">{overview.region.title}</Text>
            <Text>{t('region.as-at', { at: showMoment(Date.parse(overview.at)) })}</Text>
            <Text>{t('region.submitted', { sent: overview.total.districtsSent, all: overview.districts.length })}</Text>
            <Button size="small" onClick={() => void sending.look()}>
              {t('region.refresh')}
            </Button>
          </div>
          <DistrictTable overview={overview} />
        </>
      ) : null}
    </div>
  );
}
