import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** High enough for a finger (WCAG 2.2, target size); underlined, because in contrast themes a colour says nothing. */
const useStyles = makeStyles({
  link: {
    minHeight: '24px',
    minWidth: '24px',
    textAlign: 'start',
    textDecorationLine: 'underline',
    // The double underline of the library is hard to tell from a single one.
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

interface SmallLinkProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly tabIndex?: number;
  /** What it is about, where only its surroundings say so: for whoever goes from button to button. */
  readonly about?: string;
}

export function SmallLink({ onClick, children, about, tabIndex = 0 }: SmallLinkProps) {
  return (
    <Link as="button" className={useStyles().link} tabIndex={tabIndex} aria-description={about} onClick={onClick}>
      {children}
    </Link>
  );
}
