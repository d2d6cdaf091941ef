/** Gives components the open session and its state. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { CellAddress } from '../../shared/domain/cell-address.ts';
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

/** Brings the sheet into sight where pane and sheet take turns. Does nothing elsewhere. */
const SheetTurnContext = createContext<() => void>(() => {});

export const SheetTurnProvider = SheetTurnContext.Provider;

/** For what is pressed to see a cell: goes there, and lets the sheet have its turn. */
export function useShowCell(): (cell: CellAddress) => void {
  const session = useSession();
  const giveTurn = useContext(SheetTurnContext);
  return useCallback((cell) => void session.goTo(cell).then(giveTurn), [session, giveTurn]);
}

/** A part of the session's state. `select` must return the same object for the same state. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}
