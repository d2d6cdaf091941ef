import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { SheetReading } from './sheet-reading.tsx';
import { Understandings } from './understandings.tsx';

const useStyles = makeStyles({
  screen: {
    flex: 1,
    minHeight: 0,
    overflowY: 'scroll',
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
});

/** «Как прочитано»: which tables were found, which heading became which field, what was skipped and why. */
export default function ReadingScreen() {
  const { t } = useTexts();
  const styles = useStyles();
  const account = useSessionState((state) => state.run?.account ?? null);
  return (
    <div className={styles.screen}>
      {account ? (
        <>
          {account.sheets.map((sheet) => (
            <SheetReading key={sheet.sheet} sheet={sheet} />
          ))}
          {account.understandings.length > 0 ? <Understandings understandings={account.understandings} /> : null}
        </>
      ) : (
        <Text>{t('reading.intro')}</Text>
      )}
    </div>
  );
}
