/** A value that others watch. The shape is what React's useSyncExternalStore asks for, without knowing React. */
export interface Store<S> {
  readonly getSnapshot: () => S;
  /** Calls back after every change. Returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Replaces the value; a change that returns the same object tells nobody. */
  readonly update: (change: (state: S) => S) => void;
}

/** A store that nobody watches yet. */
export function createStore<S>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (change) => {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
