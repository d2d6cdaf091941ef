import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { escapeCloses } from '../parts/escape-closes.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  panel: {
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  screenOnly: { '@media print': { display: 'none' } },
});

interface OpenedPanelProps {
  readonly label: string;
  readonly children: ReactNode;
  /** It stays off the paper when the page is printed. */
  readonly isScreenOnly?: boolean;
  readonly onClose: () => void;
}

/** What a button of the region's page opens below itself: the focus goes there, and back to the button when it closes. */
export function OpenedPanel({ label, children, isScreenOnly = false, onClose }: OpenedPanelProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const panel = useRef<HTMLElement>(null);
  useFocusThereAndBack(panel);
  const className = mergeClasses(styles.panel, isScreenOnly && styles.screenOnly);
  return (
    <section ref={panel} tabIndex={-1} className={className} aria-label={label} onKeyDown={escapeCloses(onClose)}>
      {children}
      <Button size="small" onClick={onClose}>
        {r('cases.close')}
      </Button>
    </section>
  );
}

/** The focus goes into a panel when it opens, and back to where it was when it closes. */
function useFocusThereAndBack(panel: RefObject<HTMLElement | null>): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const place = panel.current;
    opener.current = document.activeElement;
    return () => {
      // Whoever has gone on to another button stays there.
      const isHere = place?.contains(document.activeElement) === true;
      const back = opener.current;
      // The button may only now be drawn again.
      if (isHere && back instanceof HTMLElement) queueMicrotask(() => takeLostFocus(back));
    };
  }, [panel]);
  useEffect(() => panel.current?.focus(), [panel]);
}
