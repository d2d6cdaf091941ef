import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSessionState } from '../session-access.tsx';
import { useSending, useSendingState } from './sending-access.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { width: '100%' },
  who: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
});

interface ConnectedProps {
  readonly connection: Connection;
  readonly onOpen: (screen: Screen) => void;
}

/** Who is signed in, for which district, and what to do next. */
export function Connected({ connection, onOpen }: ConnectedProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { work } = useSendingState();
  const hasRun = useSessionState((state) => state.run !== null);
  const { districts, role, name, region } = connection;
  const [district, setDistrict] = useState(districts[0]?.id ?? '');
  const maySend = role === 'operator' || role === 'admin';
  return (
    <div className={styles.form}>
      <div className={styles.who}>
        <Text weight="semibold">{t('sending.connected', { name, region: region.title })}</Text>
        <Button size="small" appearance="subtle" onClick={sending.disconnect}>
          {t('sending.disconnect')}
        </Button>
      </div>
      {role === 'operator' ? null : <Button onClick={() => onOpen('region')}>{t('tab.region')}</Button>}
      {maySend ? (
        <>
          <Field className={styles.field} label={t('sending.district')}>
            <Select value={district} onChange={(_event, { value }) => setDistrict(value)}>
              {districts.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
          {hasRun ? null : <Sentence intent="info">{t('sending.check-first')}</Sentence>}
          <Button
            appearance="primary"
            disabled={!hasRun || work !== null || district === ''}
            onClick={() => void sending.prepare(district)}
          >
            {t('sending.prepare')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
