import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

const SkippedList = lazy(() => import('./skipped-list.tsx'));

const useStyles = makeStyles({
  footer: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    marginTop: 'auto',
    flexShrink: 0,
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    // On a low screen the findings need the room more.
    '@media (max-height: 460px)': { position: 'static' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  // The switch has room around it for a finger; its edge stands under the other edges.
  marks: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Always in sight: what was not judged, the marks, the way to the protocol. */
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
