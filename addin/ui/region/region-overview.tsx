import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { showMoment, useTexts } from '../language.tsx';
import { Working } from '../parts/working.tsx';
import { useSending, useSendingState } from '../sending/sending-access.tsx';
import { DistrictTable } from './district-table.tsx';

const useStyles = makeStyles({
  overview: {
    width: '100%',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'baseline' },
});

/** What the region has sent, as the server knows it now. */
export function RegionOverview({ connection }: { readonly connection: Connection }) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { overview, work } = useSendingState();
  const mayLook = connection.role !== 'operator';
  useEffect(() => {
    if (mayLook) void sending.look();
  }, [mayLook, sending]);
  if (!mayLook) return <Text>{t('region.not-allowed')}</Text>;
  if (!overview) return work?.kind === 'looking' ? <Working /> : null;
  return (
    <section className={styles.overview}>
      <div className={styles.line}>
        <Text weight="semibold">{overview.region.title}</Text>
        <Text>{t('region.as-at', { at: showMoment(Date.parse(overview.at)) })}</Text>
        <Text>{t('region.submitted', { sent: overview.total.districtsSent, all: overview.districts.length })}</Text>
        <Button size="small" onClick={() => void sending.look()}>
          {t('region.refresh')}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          {t('protocol.print')}
        </Button>
      </div>
      <DistrictTable overview={overview} />
    </section>
  );
}
