import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { KeyNeeded } from '../keys/key-needed.tsx';
import { useKeyring } from '../keys/pane-keyring.ts';
import { useTexts } from '../language.tsx';
import { DistrictSelect } from '../parts/district-select.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSessionState } from '../session-access.tsx';
import { useSending, useSendingState } from './sending-access.tsx';
import { useChosenDistrict } from './use-chosen-district.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { width: '100%' },
});

/** For which district, and the look at what will leave before anything does. */
export function Prepare({ districts }: Pick<Connection, 'districts'>) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { work, error, plan, outcome } = useSendingState();
  const hasRun = useSessionState((state) => state.run !== null);
  const [district, setDistrict] = useChosenDistrict(districts);
  const choose = (id: string): void => {
    setDistrict(id);
    sending.dropPlan();
  };
  return (
    <div className={styles.form}>
      <DistrictSelect
        className={styles.field}
        label={t('sending.district')}
        districts={districts}
        district={district}
        disabled={work !== null}
        onDistrict={choose}
      />
      {hasRun ? null : <Sentence intent="info">{t('sending.check-first')}</Sentence>}
      {error?.code === 'region-key-needed' ? <KeyForPlan onKey={() => void sending.prepare(district)} /> : null}
      {work?.kind === 'planning' ? (
        <Planning share={work.share} />
      ) : (
        <Button
          appearance={plan || outcome ? 'secondary' : 'primary'}
          disabled={!hasRun || work !== null || district === ''}
          onClick={() => void sending.prepare(district)}
        >
          {t('sending.prepare')}
        </Button>
      )}
    </div>
  );
}

function Planning({ share }: { readonly share: number }) {
  const { t } = useTexts();
  const styles = useStyles();
  const s = useSendingTexts();
  const sending = useSending();
  const percent = Math.round(share * 100);
  return (
    <>
      <Text role="status">{s('planning', { percent })}</Text>
      <ProgressBar className={styles.field} value={share} aria-label={s('planning', { percent })} />
      <Button onClick={sending.stop}>{t('check.stop')}</Button>
    </>
  );
}

/** Goes on by itself once a key was entered. */
function KeyForPlan({ onKey }: { readonly onKey: () => void }) {
  const { keys } = useKeyring();
  const [before] = useState(keys);
  const go = useEffectEvent(onKey);
  useEffect(() => {
    if (keys !== before) go();
  }, [keys, before]);
  return <KeyNeeded />;
}
