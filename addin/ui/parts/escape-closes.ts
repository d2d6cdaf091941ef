import type { KeyboardEvent } from 'react';

const FIELDS = 'input, select, textarea';

/** Escape closes; what is being typed is not thrown away by a key. */
export function escapeCloses(onClose: () => void): (event: KeyboardEvent) => void {
  return ({ key, target }) => {
    if (key === 'Escape' && !(target instanceof Element && target.matches(FIELDS))) onClose();
  };
}
