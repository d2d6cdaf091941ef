import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { SendingError } from '../sending/sending-error.tsx';
import { useRegionTexts } from './region-texts.ts';
import { useDeed } from './use-deed.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    '@media print': { display: 'none' },
  },
});

interface DeadlineSettingProps {
  readonly client: Pick<RegionClient, 'setDeadline'>;
  readonly period: Picture['period'];
  readonly onSet: () => void;
}

/** The administrator sets by when a period has to be handed in, or goes back to the usual day. */
export function DeadlineSetting({ client, period, onSet }: DeadlineSettingProps) {
  const { r, periodTitle } = useRegionTexts();
  const styles = useStyles();
  const [day, setDay] = useState(period.deadline);
  const { error, act } = useDeed();
  const [isSaved, setIsSaved] = useState(false);
  const isEarly = day !== '' && day <= period.to;
  const save = async (wanted: string | null): Promise<void> => {
    const set = await act(client.setDeadline(period.key, wanted));
    setIsSaved(set.ok);
    if (!set.ok) return;
    setDay(set.value.day);
    onSet();
  };
  return (
    <div className={styles.line}>
      <Field
        label={r('due.set', { period: periodTitle(period.key) })}
        {...(isEarly ? { validationMessage: r('due.early') } : {})}
      >
        <Input size="small" type="date" value={day} onChange={(_event, { value }) => setDay(value)} />
      </Field>
      <Button
        size="small"
        disabledFocusable={day === '' || isEarly || day === period.deadline}
        onClick={() => void save(day)}
      >
        {r('due.save')}
      </Button>
      {period.isDeadlineSet ? (
        <Button size="small" onClick={() => void save(null)}>
          {r('due.usual')}
        </Button>
      ) : null}
      <Text role="status">{isSaved ? r('due.saved') : ''}</Text>
      {error ? <SendingError error={error} /> : null}
    </div>
  );
}
