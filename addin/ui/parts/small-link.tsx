import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** High enough for a finger (WCAG 2.2, target size); underlined, because in contrast themes a colour says nothing. */
const useStyles = makeStyles({
  link: { minHeight: '24px', minWidth: '24px', textAlign: 'start', textDecorationLine: 'underline' },
});

interface SmallLinkProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly tabIndex?: number;
}

export function SmallLink({ onClick, children, tabIndex = 0 }: SmallLinkProps) {
  return (
    <Link as="button" className={useStyles().link} tabIndex={tabIndex} onClick={onClick}>
      {children}
    </Link>
  );
}
