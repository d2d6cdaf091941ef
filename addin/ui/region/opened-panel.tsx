import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
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

const FIELDS = 'input, select, textarea';

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
  const closeOnEscape = (event: KeyboardEvent): void => {
    // What is being typed is not thrown away by a key.
    if (event.key === 'Escape' && !(event.target instanceof Element && event.target.matches(FIELDS))) onClose();
  };
  const className = mergeClasses(styles.panel, isScreenOnly && styles.screenOnly);
  return (
    <section ref={panel} tabIndex={-1} className={className} aria-label={label} onKeyDown={closeOnEscape}>
      {children}
      <Button size="small" onClick={onClose}>
        {r('cases.close')}
      </Button>
    </section>
  );
}

function useFocusThereAndBack(panel: RefObject<HTMLElement | null>): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const place = panel.current;
    opener.current = document.activeElement;
    return () => {
      // Whoever has gone on to another button stays there.
      const isHere = place?.contains(document.activeElement) === true;
      if (isHere && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, [panel]);
  useEffect(() => panel.current?.focus(), [panel]);
}
