import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
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

/** What a button of the region's page opens below itself: the focus goes there, and it can be closed again. */
export function OpenedPanel({ label, children, isScreenOnly = false, onClose }: OpenedPanelProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const className = mergeClasses(styles.panel, isScreenOnly && styles.screenOnly);
  return (
    <section ref={panel} tabIndex={-1} className={className} aria-label={label}>
      {children}
      <Button size="small" onClick={onClose}>
        {r('cases.close')}
      </Button>
    </section>
  );
}
