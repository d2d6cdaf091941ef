import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useState } from 'react';

const useStyles = makeStyles({ summary: { cursor: 'pointer', minHeight: '24px' } });

interface LaterDetailsProps {
  /** What is read while it is closed. */
  readonly summary: ReactNode;
  readonly isOpenAtFirst?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part that is closed until somebody looks: what is in it is made, and asked for, only then. */
export function LaterDetails({ summary, isOpenAtFirst = false, className, children }: LaterDetailsProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <details className={className} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}
