import { useMemo } from 'react';
import type { RefObject } from 'react';
import { groupFindings } from '../../engine/finding-groups.ts';
import type { Run } from '../../engine/session-state.ts';
import { FindingList } from '../findings/finding-list.tsx';
import type { FindingView } from '../findings/finding-view.ts';
import { Explained } from './explained.tsx';

interface CheckResultsProps {
  readonly run: Run;
  readonly view: FindingView;
  readonly scroll: RefObject<HTMLDivElement | null>;
}

/** The findings of a run. Loaded with the rules' texts when there is a run to show. */
export default function CheckResults({ run, view, scroll }: CheckResultsProps) {
  const { shown, by } = view;
  const groups = useMemo(
    () =>
      groupFindings(
        run.open.filter(({ severity }) => shown.has(severity)),
        by,
        run.account,
      ),
    [run, shown, by],
  );
  return (
    <>
      <FindingList groups={groups} view={view} account={run.account} scroll={scroll} />
      {run.explained.length > 0 ? <Explained explained={run.explained} /> : null}
    </>
  );
}
