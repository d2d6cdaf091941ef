/** Virtual lines of the list of findings, and moving among them with the arrows. */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { FindingView } from './finding-view.ts';

interface FindingListSurroundings {
  readonly scroll: RefObject<HTMLDivElement | null>;
  /** What stands over its lower end, in pixels. */
  readonly below: number;
  readonly view: FindingView;
}

export interface FindingListMoves {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** The line that Tab enters. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Puts the focus on a line once it is drawn. */
  readonly focusLine: (index: number) => void;
}

const ESTIMATE_PX = 64;

export function useFindingList(
  count: number,
  keyOf: (index: number) => string,
  { scroll, below, view }: FindingListSurroundings,
): FindingListMoves {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);

  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells React itself when to draw
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ESTIMATE_PX,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingEnd: below,
    getItemKey: keyOf,
    initialMeasurementsCache: view.placeNow().lines,
    initialOffset: () => view.placeNow().top,
  });

  const { keepPlace } = view;
  useEffect(() => () => keepPlace({ lines: virtualizer.takeSnapshot() }), [keepPlace, virtualizer]);

  // What stands above the list grows and shrinks (messages, filters): the lines must know where they begin.
  useEffect(() => {
    const above = list.current?.previousElementSibling;
    if (!above) return undefined;
    const observer = new ResizeObserver(() => setTop(list.current?.offsetTop ?? 0));
    observer.observe(above);
    return () => observer.disconnect();
  }, []);

  const focusLine = useCallback(
    (index: number) => {
      const line = Math.max(0, Math.min(count - 1, index));
      wanted.current = line;
      setActive(line);
      virtualizer.scrollToIndex(line, { align: 'auto' });
    },
    [count, virtualizer],
  );

  useEffect(() => {
    if (wanted.current === null) return;
    const index = Math.min(wanted.current, count - 1);
    const line = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-main]`);
    if (!line) return;
    wanted.current = null;
    line.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === 'Home') focusLine(0);
    else if (event.key === 'End') focusLine(count - 1);
    else focusLine(active + step);
  };
  return { list, virtualizer, active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown, focusLine };
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: 0, End: 0 };
