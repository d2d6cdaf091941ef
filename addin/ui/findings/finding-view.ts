/** How a person looks at the findings: what is filtered, grouped, open and current. Lives as long as the pane. */
import type { VirtualItem } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Severity } from '../../../shared/domain/finding.ts';
import type { GroupBy } from '../../engine/finding-groups.ts';

/** Where in the list somebody was: how far down, and how high the lines were. */
interface ListPlace {
  readonly top: number;
  readonly lines: VirtualItem[];
}

export interface FindingView {
  readonly shown: ReadonlySet<Severity>;
  readonly by: GroupBy;
  /** Groups opened or closed by hand; the others stand as they come. */
  readonly openByHand: ReadonlyMap<string, boolean>;
  /** Identity of the finding that is being looked at. */
  readonly current: string | null;
  /** Identity of the finding that was explained last, until something else is done. */
  readonly justExplained: string | null;
  readonly toggleSeverity: (severity: Severity) => void;
  readonly groupBy: (by: GroupBy) => void;
  readonly setOpen: (rowKey: string, isOpen: boolean) => void;
  readonly setCurrent: (identity: string | null) => void;
  /** Kept while another screen is looked at. */
  readonly placeNow: () => ListPlace;
  readonly keepPlace: (part: Partial<ListPlace>) => void;
  readonly setJustExplained: (identity: string | null) => void;
}

const ALL: ReadonlySet<Severity> = new Set(['error', 'warning', 'note']);

export function useFindingView(): FindingView {
  const [shown, setShown] = useState(ALL);
  const [by, setBy] = useState<GroupBy>('rule');
  const [openByHand, setOpenByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [current, setCurrent] = useState<string | null>(null);
  const [justExplained, setJustExplained] = useState<string | null>(null);
  const place = useRef<ListPlace>({ top: 0, lines: [] });
  return useMemo(
    () => ({
      shown,
      by,
      openByHand,
      current,
      justExplained,
      toggleSeverity: (severity) =>
        setShown((before) => new Set([...ALL].filter((one) => (one === severity) !== before.has(one)))),
      groupBy: setBy,
      setOpen: (rowKey, isOpen) => setOpenByHand((before) => new Map(before).set(rowKey, isOpen)),
      setCurrent,
      placeNow: () => place.current,
      keepPlace: (part) => {
        place.current = { ...place.current, ...part };
      },
      setJustExplained,
    }),
    [shown, by, openByHand, current, justExplained],
  );
}
