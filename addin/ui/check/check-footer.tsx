import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { later } from '../parts/later.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

const SkippedList = later(() => import('./skipped-list.tsx'));

const useStyles = makeStyles({
  footer: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-height: 460px)': { marginTop: 'auto' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  // The switch has room around it for a finger; its edge stands under the other edges.
  marks: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** What was not judged, the marks, the way to the protocol. */
export function CheckFooter({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const areMarksShown = useSessionState((state) => state.remembered.marksShown);
  const run = useSessionState((state) => state.run);
  return (
    <footer className={styles.footer}>
      {run ? (
        <Suspense>
          <SkippedList ledger={run.result.ledger} />
        </Suspense>
      ) : null}
      <div className={styles.line}>
        <Switch
          className={styles.marks}
          label={t('marks.show')}
          checked={areMarksShown}
          onChange={(_event, { checked }) => void session.showMarks(checked)}
        />
        {run ? <SmallLink onClick={() => onOpen('protocol')}>{t('tab.protocol')}</SmallLink> : null}
      </div>
    </footer>
  );
}
