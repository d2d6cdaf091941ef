import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useState } from 'react';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '24px' },
  heading: { display: 'inline' },
  body: { paddingTop: tokens.spacingVerticalS },
});

/** A part that is asked for only when it is opened. */
export function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Subtitle2 as="h2" className={styles.heading}>
          {title}
        </Subtitle2>
      </summary>
      {isOpen ? <div className={styles.body}>{children}</div> : null}
    </details>
  );
}
