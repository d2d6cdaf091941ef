/** Gives components the open session and its state. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../engine/session.ts';
import type { SessionState } from '../engine/session-state.ts';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session provider');
  return session;
}

/** Null on pages that need no workbook. */
export function useSessionIfAny(): Session | null {
  return useContext(SessionContext);
}

/** A part of the session's state. `select` must return the same object for the same state. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}
