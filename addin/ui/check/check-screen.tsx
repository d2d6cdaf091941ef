import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import { groupFindings } from '../../engine/finding-groups.ts';
import { FindingList } from '../findings/finding-list.tsx';
import type { FindingView } from '../findings/finding-view.ts';
import { FixNoticeLine } from '../findings/fix-notice-line.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { useSessionState } from '../session-access.tsx';
import { CheckFooter } from './check-footer.tsx';
import { CheckSettings } from './check-settings.tsx';
import { Explained } from './explained.tsx';
import { FilterBar } from './filter-bar.tsx';
import { RunState } from './run-state.tsx';
import { RunProgress } from './run-progress.tsx';

const useStyles = makeStyles({
  scroll: { flex: 1, minHeight: 0, overflowY: 'scroll', overflowX: 'hidden', position: 'relative' },
  top: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
});

interface CheckScreenProps {
  readonly view: FindingView;
  readonly onOpen: (screen: Screen) => void;
}

/** «Проверка»: settings, the run's state, filters, findings, and what was not judged. */
export function CheckScreen({ view, onOpen }: CheckScreenProps) {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const run = useSessionState((state) => state.run);
  const { shown, by } = view;
  const groups = useMemo(
    () =>
      groupFindings(
        (run?.open ?? []).filter(({ severity }) => shown.has(severity)),
        by,
        run?.account ?? null,
      ),
    [run, shown, by],
  );
  return (
    <>
      <div className={styles.scroll} ref={scroll}>
        <div className={styles.top}>
          <CheckSettings />
          <RunProgress />
          <RunState onOpen={onOpen} />
          {run && run.open.length > 0 ? <FilterBar view={view} findings={run.open} shownCount={groups.length} /> : null}
          <FixNoticeLine />
        </div>
        {run ? <FindingList groups={groups} view={view} account={run.account} scroll={scroll} /> : null}
        {run && run.explained.length > 0 ? <Explained explained={run.explained} /> : null}
      </div>
      <CheckFooter onOpen={onOpen} />
    </>
  );
}
