import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Connection } from '../../engine/sync-contract.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSessionState } from '../session-access.tsx';
import { useSending, useSendingState } from './sending-access.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { width: '100%' },
});

/** For which district, and the look at what will leave before anything does. */
export function Prepare({ districts }: Pick<Connection, 'districts'>) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const { work } = useSendingState();
  const hasRun = useSessionState((state) => state.run !== null);
  const [district, setDistrict] = useState(districts[0]?.id ?? '');
  return (
    <div className={styles.form}>
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
      <Button disabled={!hasRun || work !== null || district === ''} onClick={() => void sending.prepare(district)}>
        {t('sending.prepare')}
      </Button>
    </div>
  );
}
