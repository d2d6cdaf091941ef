import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Words for screen readers and other programs, where the eye has a shape or a shorter word. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().unseen}>{children}</span>;
}
