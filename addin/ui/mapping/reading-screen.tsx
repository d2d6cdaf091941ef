import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { RunCheck } from '../parts/run-check.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { SheetReading } from './sheet-reading.tsx';
import { Understandings } from './understandings.tsx';

const useStyles = makeStyles({ screen: { gap: tokens.spacingVerticalL } });

/** «Как прочитано»: which tables were found, which heading became which field, what was skipped and why. */
export default function ReadingScreen() {
  const { t } = useTexts();
  const styles = useStyles();
  const account = useSessionState((state) => state.run?.account ?? null);
  return (
    <ScreenFrame className={styles.screen}>
      {account ? (
        <>
          {account.sheets.some(({ visibility }) => visibility !== 'visible') ? <HiddenSheets /> : null}
          {account.repeats?.map(({ first, second, cases, counted }) => (
            <Text key={`${first} ${second}`}>
              {t(counted === 'both' ? 'reading.repeats.both' : 'reading.repeats.one', { first, second, cases })}
            </Text>
          ))}
          {account.sheets.map((sheet) => (
            <SheetReading key={sheet.sheet} sheet={sheet} />
          ))}
          {account.understandings.length > 0 ? <Understandings understandings={account.understandings} /> : null}
        </>
      ) : (
        <RunCheck why={t('reading.intro')} />
      )}
    </ScreenFrame>
  );
}

/** Hidden sheets are left out unless a person brings them in. */
function HiddenSheets() {
  const { t } = useTexts();
  const session = useSession();
  const areRead = useSessionState((state) => state.remembered.readsHidden);
  return (
    <Switch
      label={t('reading.hidden')}
      checked={areRead}
      onChange={(_event, { checked }) => void session.readHidden(checked)}
    />
  );
}
