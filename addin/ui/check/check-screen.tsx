import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import type { FindingView } from '../findings/finding-view.ts';
import { FixNoticeLine } from '../findings/fix-notice-line.tsx';
import { useHeightBelow } from '../findings/use-height-below.ts';
import type { Screen } from '../pane/pane-tabs.tsx';
import { useSessionState } from '../session-access.tsx';
import { CheckFooter } from './check-footer.tsx';
import { CheckSettings } from './check-settings.tsx';
import { RunState } from './run-state.tsx';
import { loadLongWork, RunProgress } from './run-progress.tsx';
import { later } from '../parts/later.tsx';

const loadResults = () => import('./check-results.tsx');
const CheckResults = later(loadResults);
const loadFilters = () => import('./filter-bar.tsx');
const FilterBar = later(loadFilters);

/** How long the first screen has to itself before the rest is fetched. */
const QUIET_MS = 1_500;

/** What a check shows comes before it is needed: the network may go away, and the check runs without it. */
function useLoadAhead(): void {
  useEffect(() => {
    const timer = setTimeout(
      () =>
        void Promise.allSettled([
          loadResults(),
          loadFilters(),
          loadLongWork(),
          import('./skipped-list.tsx'),
          import('../findings/explain-dialog.tsx'),
          import('../findings/fix-all-dialog.tsx'),
          import('../mapping/mapping-offer.tsx'),
          import('../mapping/reading-screen.tsx'),
          import('../upcoming/upcoming-screen.tsx'),
          import('../protocol/protocol-screen.tsx'),
          import('../file-mode/leave-dialog.tsx'),
        ]),
      QUIET_MS,
    );
    return () => clearTimeout(timer);
  }, []);
}

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: 'scroll',
    overflowX: 'hidden',
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
  },
  // Always in sight, wherever in the list somebody mends something.
  bottom: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    marginTop: 'auto',
    flexShrink: 0,
    // On a low screen the findings need the room more: only the notice stays.
    '@media (max-height: 460px)': { display: 'contents' },
  },
  top: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    flexShrink: 0,
  },
});

interface CheckScreenProps {
  readonly view: FindingView;
  readonly onOpen: (screen: Screen) => void;
}

/** «Проверка»: settings, the run's state, filters, findings, and what was not judged. */
export function CheckScreen({ view, onOpen }: CheckScreenProps) {
  const styles = useStyles();
  useLoadAhead();
  const scroll = useRef<HTMLDivElement>(null);
  const run = useSessionState((state) => state.run);
  const below = useHeightBelow();
  return (
    // What is focused must not hide behind what stands at the lower end.
    <div
      className={styles.scroll}
      style={{ scrollPaddingBottom: below }}
      ref={scroll}
      onScroll={({ currentTarget }) => view.keepPlace({ top: currentTarget.scrollTop })}
    >
      <div className={styles.top}>
        <CheckSettings />
        <RunProgress />
        <RunState onOpen={onOpen} />
        <Suspense>{run && run.open.length > 0 ? <FilterBar view={view} findings={run.open} /> : null}</Suspense>
      </div>
      {run ? (
        <Suspense>
          <CheckResults run={run} view={view} scroll={scroll} />
        </Suspense>
      ) : null}
      <div className={styles.bottom}>
        <FixNoticeLine view={view} />
        <CheckFooter onOpen={onOpen} />
      </div>
    </div>
  );
}
