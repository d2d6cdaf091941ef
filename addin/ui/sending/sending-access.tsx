/** Gives screens the sending part. Its code is loaded when somebody first connects. */
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Sending, SendingSource, SendingState } from '../../engine/sending.ts';
import { createSending } from '../../engine/sending.ts';
import type { Session } from '../../engine/session.ts';
import type { SyncPorts } from '../../engine/sync-contract.ts';
import { paneKeyring } from '../keys/pane-keyring.ts';
import { useSession } from '../session-access.tsx';

const SendingContext = createContext<Sending | null>(null);

export const SendingAccess = SendingContext.Provider;

function sendingFor({ store, register, keepForSending, write }: Session): Sending {
  return createSending(startClient, {
    register,
    keep: keepForSending,
    write,
    regionKeys: () => paneKeyring().store.getSnapshot().keys,
    memory: () => store.getSnapshot().remembered.sync,
    lastRun: () => {
      const { run, ownPack } = store.getSnapshot();
      if (!run) return null;
      const { asOf, pack } = run.result;
      // The server knows the packs that come with the product: it judges by the one that the own norms are made from.
      return { asOf, packId: ownPack?.pack.id === pack.id ? ownPack.own.base : pack.id };
    },
  });
}

/** The sending part without a workbook: for looking at the region. */
export const NO_WORKBOOK: SendingSource = {
  register: async () => null,
  memory: () => null,
  keep: async () => {},
  lastRun: () => null,
};

/** The network, the clock and chance of this computer. */
export const SERVER_PORTS: SyncPorts = {
  fetch: (...request) => fetch(...request),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  now: Date.now,
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

export async function startClient() {
  const { createSyncClient } = await import('../../engine/sync-client.ts');
  return createSyncClient(SERVER_PORTS);
}

export function SendingProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [sending] = useState(() => sendingFor(session));
  return <SendingContext value={sending}>{children}</SendingContext>;
}

export function useSending(): Sending {
  const sending = useContext(SendingContext);
  if (!sending) throw new Error('no sending provider');
  return sending;
}

export function useSendingState(): SendingState {
  const { store } = useSending();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
