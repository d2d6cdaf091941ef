import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';

const useStyles = makeStyles({ working: { padding: tokens.spacingHorizontalL } });

export function Working() {
  const { t } = useTexts();
  const styles = useStyles();
  return <Spinner className={styles.working} size="small" label={t('app.loading')} />;
}
