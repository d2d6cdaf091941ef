import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

const useStyles = makeStyles({
  notice: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What everybody must know of the norms in use (the training pack is invented). Over every screen. */
export function PackNotice() {
  const { language } = useTexts();
  const styles = useStyles();
  const notice = usePack(useSessionState((state) => state.packId))?.notice;
  return notice ? (
    <Text block size={200} className={styles.notice}>
      {notice[language]}
    </Text>
  ) : null;
}
