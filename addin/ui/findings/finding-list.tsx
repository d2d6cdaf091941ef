import { makeStyles } from '@fluentui/react-components';
import { Suspense, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { ReadingAccount } from '../../../shared/reading/reading.ts';
import { findingMessage } from '../../../shared/text/rule-texts.ts';
import type { FindingGroup } from '../../engine/finding-groups.ts';
import { useTexts } from '../language.tsx';
import { later } from '../parts/later.tsx';
import { Unseen } from '../parts/unseen.tsx';
import { useSession } from '../session-access.tsx';
import { FindingLine } from './finding-line.tsx';
import { findingPlace } from './finding-place.ts';
import type { FindingView } from './finding-view.ts';
import { GroupLine } from './group-line.tsx';
import type { ListRow } from './list-rows.ts';
import { listRows, uniqueKeys } from './list-rows.ts';
import { useFindingList } from './use-finding-list.ts';
import { useHeightBelow } from './use-height-below.ts';

const ExplainDialog = later(() => import('./explain-dialog.tsx'));
const FixAllDialog = later(() => import('./fix-all-dialog.tsx'));

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%', flexShrink: 0 },
  line: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface FindingListProps {
  readonly groups: readonly FindingGroup[];
  readonly view: FindingView;
  readonly account: ReadingAccount;
  readonly scroll: RefObject<HTMLDivElement | null>;
}

/** All findings as one virtual list: five thousand cost no more than fifty. */
export function FindingList({ groups, view, account, scroll }: FindingListProps) {
  const texts = useTexts();
  const styles = useStyles();
  const session = useSession();
  const rows = useMemo(() => listRows(groups, view.openByHand), [groups, view.openByHand]);
  const keys = useMemo(() => uniqueKeys(rows), [rows]);
  const below = useHeightBelow();
  const { list, virtualizer, active, setActive, onKeyDown, focusLine } = useFindingList(
    rows.length,
    (index) => keys[index] ?? String(index),
    { scroll, below, view },
  );
  const [explaining, setExplaining] = useState<Finding | null>(null);
  const [fixing, setFixing] = useState<readonly Finding[] | null>(null);
  const [said, setSaid] = useState('');

  const show = (finding: Finding, index: number): void => {
    view.setCurrent(finding.identity);
    // The line grows by its details: once they are drawn, the whole of it is brought into sight.
    requestAnimationFrame(() => requestAnimationFrame(() => virtualizer.scrollToIndex(index, { align: 'auto' })));
    setSaid(
      texts.t('finding.announce', {
        place: findingPlace(finding, account, texts),
        message: findingMessage(finding, texts.language),
      }),
    );
    void session.goTo(finding.cell);
  };
  const fixOne = (finding: Finding, index: number): void => {
    view.setJustExplained(null);
    // A mended finding leaves the list: the focus goes to the line that takes its place, never to nowhere.
    void session.fix([finding]).then(() => focusLine(index));
  };
  const canFix = !session.workbook.isReadOnly;
  const draw = (row: ListRow, index: number) => {
    const isActive = index === active;
    if (row.kind === 'finding') {
      return (
        <FindingLine
          row={row}
          account={account}
          by={view.by}
          isActive={isActive}
          isCurrent={view.current === row.finding.identity}
          canFix={canFix}
          onShow={() => show(row.finding, index)}
          onFix={() => fixOne(row.finding, index)}
          onExplain={() => setExplaining(row.finding)}
        />
      );
    }
    return (
      <GroupLine
        row={row}
        account={account}
        by={view.by}
        isActive={isActive}
        canFix={canFix}
        onToggle={(isOpen) => view.setOpen(row.key, isOpen)}
        onFixAll={setFixing}
      />
    );
  };
  return (
    <>
      <div
        ref={list}
        role="list"
        aria-label={texts.t('check.list')}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return row ? (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.line}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
              onFocus={() => setActive(index)}
            >
              {draw(row, index)}
            </div>
          ) : null;
        })}
      </div>
      <div role="status" aria-live="polite">
        <Unseen>{said}</Unseen>
      </div>
      <Suspense>
        {explaining ? (
          <ExplainDialog
            finding={explaining}
            onSaved={() => view.setJustExplained(explaining.identity)}
            onClose={() => setExplaining(null)}
          />
        ) : null}
        {fixing ? (
          <FixAllDialog findings={fixing} onApply={() => view.setJustExplained(null)} onClose={() => setFixing(null)} />
        ) : null}
      </Suspense>
    </>
  );
}
