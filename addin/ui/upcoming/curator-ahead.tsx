import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CuratorUpcoming } from '../../engine/upcoming.ts';
import { useTexts } from '../language.tsx';
import { FoldHeading, useFold } from '../parts/fold.tsx';
import { useShowCell } from '../session-access.tsx';
import { inLanguage, upcomingText } from './upcoming-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'block',
    width: '100%',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface CuratorAheadProps {
  readonly ahead: CuratorUpcoming;
  readonly isOpenAtFirst: boolean;
}

/** One curator's next two weeks; a click goes to the family's cell. */
export function CuratorAhead({ ahead, isOpenAtFirst }: CuratorAheadProps) {
  const texts = useTexts();
  const { t, language } = texts;
  const styles = useStyles();
  const showCell = useShowCell();
  const fold = useFold(isOpenAtFirst);
  return (
    <section>
      <FoldHeading fold={fold}>
        {ahead.curator ?? t('group.no-curator')}: {t('upcoming.count', { count: ahead.entries.length })}
      </FoldHeading>
      {ahead.full.map(({ level, count, limit, params }) => (
        <Text key={level} block size={200}>
          {t('upcoming.full', { level: inLanguage(params, 'level', language), count, limit })}
        </Text>
      ))}
      <ul id={fold.id} hidden={!fold.isOpen} className={styles.list}>
        {fold.isOpen
          ? ahead.entries.map((entry, at) => (
              <li key={`${entry.kind} ${entry.day} ${entry.cell.row} ${at}`}>
                <Button appearance="subtle" className={styles.entry} onClick={() => showCell(entry.cell)}>
                  <Text block weight="semibold">
                    {entry.subject}
                  </Text>
                  <Text block>
                    {upcomingText(entry, texts)}, {t('upcoming.until', { due: entry.day })}
                  </Text>
                  <Text block size={200} className={styles.quiet}>
                    {t('finding.place.row', { row: entry.cell.row })}
                  </Text>
                </Button>
              </li>
            ))
          : null}
      </ul>
    </section>
  );
}
