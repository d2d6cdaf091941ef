import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { findingMessage } from '../../../shared/text/rule-texts.ts';
import type { Run } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';
import { FoldHeading, useFold } from '../parts/fold.tsx';
import { useSession, useShowCell } from '../session-access.tsx';

const useStyles = makeStyles({
  section: { padding: tokens.spacingHorizontalM, flexShrink: 0 },
  heading: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Findings that somebody has explained: not counted, never hidden for good. */
export function Explained({ explained }: Pick<Run, 'explained'>) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const showCell = useShowCell();
  const fold = useFold();
  return (
    <section className={styles.section}>
      <FoldHeading fold={fold} size="small" className={styles.heading}>
        {t('explain.list', { count: explained.length })}
      </FoldHeading>
      <ul id={fold.id} hidden={!fold.isOpen} className={fold.isOpen ? styles.list : undefined}>
        {explained.map(({ finding, explanation }, at) => (
          <li key={`${finding.identity} ${at}`}>
            <Text block>{findingMessage(finding, language)}</Text>
            <Text block size={200} className={styles.quiet}>
              {explanation.reason}.{' '}
              {explanation.until === null
                ? t('explain.by', { author: explanation.author, since: explanation.since })
                : t('explain.by-until', { ...explanation, until: explanation.until })}
            </Text>
            <Button size="small" onClick={() => showCell(finding.cell)}>
              {t('finding.place.row', { row: finding.cell.row })}
            </Button>
            <Button
              size="small"
              appearance="transparent"
              onClick={() => void session.withdrawExplanation(finding.identity)}
            >
              {t('explain.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
