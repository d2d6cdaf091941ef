import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { dueQuarter, quartersUpTo } from '../../../shared/reports/report-period.ts';
import { regionClient } from '../../engine/region-client.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import { showMoment, useTexts } from '../language.tsx';
import { later } from '../parts/later.tsx';
import { Working } from '../parts/working.tsx';
import { SERVER_PORTS } from '../sending/sending-access.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { today } from '../today.ts';
import { DeadlineSetting } from './deadline-setting.tsx';
import { PeriodSelect } from './period-select.tsx';
import { RegionPicture } from './region-picture.tsx';
import { dueText, useRegionTexts } from './region-texts.ts';
import { useAnswer } from './use-answer.ts';

const RegionMatters = later(() => import('./duplicates/region-matters.tsx'));

const useStyles = makeStyles({
  overview: {
    width: '100%',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '& h2, & h3': { margin: 0 },
    '& h2': { marginTop: tokens.spacingVerticalM },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'end',
  },
  // In the middle of the controls beside it.
  beside: { lineHeight: '32px' },
  quiet: { '@media print': { display: 'none' } },
});

const OFFERED_QUARTERS = 8;

/** The region over a period: who has handed in, what matters, the table of districts. */
export function RegionOverview({ connection }: { readonly connection: Connection }) {
  const { t } = useTexts();
  if (connection.role === 'operator') return <Text>{t('region.not-allowed')}</Text>;
  return <RegionPeriod connection={connection} />;
}

function RegionPeriod({ connection }: { readonly connection: Connection }) {
  const texts = useRegionTexts();
  const { r } = texts;
  const styles = useStyles();
  const client = useMemo(() => regionClient(connection, SERVER_PORTS), [connection]);
  const [period, setPeriod] = useState(() => dueQuarter(today()));
  const ask = useCallback(() => client.picture(period), [client, period]);
  const { outcome, known: picture, isAsking, again } = useAnswer(ask);
  const [isAlone, setIsAlone] = useState(false);
  return (
    <section className={styles.overview} aria-label={connection.region.title}>
      <Subtitle2 as="h2">{connection.region.title}</Subtitle2>
      <div className={styles.line}>
        <PeriodSelect periods={quartersUpTo(today(), OFFERED_QUARTERS)} period={period} onPeriod={setPeriod} />
        <Button className={styles.quiet} disabledFocusable={isAsking} onClick={() => void again()}>
          {r(isAsking && picture ? 'refreshing' : 'refresh')}
        </Button>
        {picture ? (
          <Text className={styles.beside}>
            {dueText(texts, { day: picture.period.deadline, isSet: picture.period.isDeadlineSet })}
          </Text>
        ) : null}
        {picture ? (
          <Text className={styles.beside}>{r('as-at', { at: showMoment(Date.parse(picture.at)) })}</Text>
        ) : null}
      </div>
      {picture && connection.role === 'admin' ? (
        <DeadlineSetting key={period} client={client} period={picture.period} onSet={() => void again()} />
      ) : null}
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome === null ? <Working /> : null}
      {picture ? (
        <RegionPicture
          key={picture.period.key}
          client={client}
          picture={picture}
          mayDecide={connection.role === 'manager' || connection.role === 'admin'}
          onDecided={() => void again()}
          onAlone={setIsAlone}
        />
      ) : null}
      {connection.role === 'auditor' ? null : (
        <div hidden={isAlone}>
          <Suspense fallback={<Working />}>
            <RegionMatters connection={connection} onDecided={() => void again()} />
          </Suspense>
        </div>
      )}
    </section>
  );
}
