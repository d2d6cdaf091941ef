import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOfIso } from '../../../shared/domain/day.ts';
import { showTime, useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { usePacks } from '../use-pack.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    // One under the other where large letters leave no room.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9.5em), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  control: { minWidth: 0, width: '100%' },
  run: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  time: { color: tokens.colorNeutralForeground2 },
});

/** The as-of date, the norms, and the one button that matters. */
export function CheckSettings() {
  const { t, language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const packId = useSessionState((state) => state.packId);
  const asOf = useSessionState((state) => state.asOf);
  const run = useSessionState((state) => state.run);
  const packs = usePacks();
  const chosen = packs.find(({ id }) => id === packId);
  return (
    <>
      <div className={styles.fields}>
        <AsOfField />
        <Field label={t('check.pack')}>
          <Select
            className={styles.control}
            title={chosen?.title[language]}
            value={packId}
            onChange={(_event, { value }) => session.setPack(value)}
          >
            {packs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[language]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.run}>
        <Button appearance="primary" onClick={() => void session.check()}>
          {t('check.run')}
        </Button>
        {run ? (
          <Text size={200} className={styles.time}>
            {t('check.took', {
              time: showTime(run.finishedAtMs),
              // Rounded up: nothing takes no time.
              seconds: (Math.ceil(run.tookMs / 100) / 10).toLocaleString(language, {
                minimumFractionDigits: 1,
                maximumFractionDigits: 1,
              }),
            })}
          </Text>
        ) : null}
        {asOf === session.today() ? null : (
          <SmallLink onClick={() => session.setAsOf(session.today())}>{t('check.today')}</SmallLink>
        )}
      </div>
    </>
  );
}

/** The date field. While a date is half typed the last whole one counts. */
function AsOfField() {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const asOf = useSessionState((state) => state.asOf);
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string): void => {
    setTyped(text);
    if (dayOfIso(text) !== null) session.setAsOf(text);
  };
  return (
    <Field label={t('check.as-of')}>
      <Input
        className={styles.control}
        type="date"
        value={typed ?? asOf}
        min="1990-01-01"
        max="2100-12-31"
        onChange={(_event, { value }) => type(value)}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
