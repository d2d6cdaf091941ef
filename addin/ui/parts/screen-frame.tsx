import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  screen: {
    flex: 1,
    minHeight: 0,
    overflowY: 'scroll',
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
});

interface ScreenFrameProps {
  readonly children: ReactNode;
  /** What a screen does its own way: wider or narrower gaps, how it prints. */
  readonly className?: string | undefined;
}

/** The frame of a screen below the tabs: one column that scrolls by itself. */
export function ScreenFrame({ children, className }: ScreenFrameProps) {
  return <div className={mergeClasses(useStyles().screen, className)}>{children}</div>;
}
