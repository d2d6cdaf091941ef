import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';

const useStyles = makeStyles({ heading: { paddingLeft: 0, justifyContent: 'flex-start', textAlign: 'start' } });

/** A part of a screen that a person opens and closes. What opens and closes carries the id. */
export interface Fold {
  readonly id: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

export function useFold(isOpenAtFirst = false): Fold {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return { id: useId(), isOpen, toggle: () => setIsOpen(!isOpen) };
}

interface FoldHeadingProps {
  readonly fold: Fold;
  readonly children: ReactNode;
  readonly size?: 'small' | 'medium';
  readonly className?: string | undefined;
}

/** The heading by which a part is opened and closed. */
export function FoldHeading({ fold: { id, isOpen, toggle }, children, size = 'medium', className }: FoldHeadingProps) {
  return (
    <Button
      appearance="transparent"
      size={size}
      className={mergeClasses(useStyles().heading, className)}
      icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={toggle}
    >
      {children}
    </Button>
  );
}
