import { lazy, useState } from 'react';
import type { ComponentType } from 'react';
import { Mishap } from './mishap.tsx';

/**
 * A part of the pane that is fetched when it is needed. Where it does not come over the network, that is said in its
 * place with a button that asks anew, and all around it goes on. Shown within a Suspense, as React's own `lazy`.
 */
export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  // A failed `lazy` stays failed for ever: each try has its own.
  let fetched = lazy(load);
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => fetched);
    const again = (): void => {
      if (fetched === Part) fetched = lazy(load);
      setPart(() => fetched);
    };
    return (
      <Mishap onRetry={again}>
        <Part {...props} />
      </Mishap>
    );
  };
}
