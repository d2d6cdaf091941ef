/**
 * Lets changes of one thing happen one after another. Two that interleave would each miss what the other is about to do:
 * marks drawn twice would stay twice, and a first state would be remembered in two parts.
 */
export type InTurn = <T>(change: () => Promise<T>) => Promise<T>;

/** A line of its own. A change that fails does not hold up the next. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(change: () => Promise<T>): Promise<T> => {
    const next = last.then(change, change);
    last = next;
    next.catch(() => {
      // Told to who asked for it.
    });
    return next;
  };
}
