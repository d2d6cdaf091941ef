/** Gives screens the sending part. Its code is loaded when somebody first connects. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Sending, SendingSource, SendingState } from '../../engine/sending.ts';
import { createSending } from '../../engine/sending.ts';
import type { Session } from '../../engine/session.ts';
import type { PaneSyncClient } from '../../engine/pane-sync-client.ts';
import type { SyncPorts } from '../../engine/sync-contract.ts';
import { webPorts } from '../../engine/web-ports.ts';
import { keyringInUse } from '../keys/keyring-in-use.ts';
import { useSession } from '../session-access.tsx';

const SendingContext = createContext<Sending | null>(null);

export const SendingAccess = SendingContext.Provider;

function sendingFor({ store, register, keepForSending, write }: Session): Sending {
  return createSending(startClient, {
    register,
    keep: keepForSending,
    write,
    regionKeys: () => keyringInUse()?.store.getSnapshot().keys ?? [],
    memory: () => store.getSnapshot().remembered.sync,
    lastRun: () => {
      const { run, ownPack } = store.getSnapshot();
      if (!run) return null;
      const { asOf, pack } = run.result;
      const own = ownPack?.pack.id === pack.id ? { ownPack: { base: ownPack.own.base, pack: ownPack.pack } } : {};
      return { asOf, packId: pack.id, ...own };
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

export const SERVER_PORTS: SyncPorts = webPorts();

/** Registers are looked through, sealed and sent beside the page. */
function startWorker(): Worker {
  return new Worker(new URL('../../engine/sync-worker.ts', import.meta.url), { type: 'module' });
}

export async function startClient(): Promise<PaneSyncClient> {
  const [{ createSyncClient }, { createPaneSyncClient }] = await Promise.all([
    import('../../engine/sync-client.ts'),
    import('../../engine/pane-sync-client.ts'),
  ]);
  return createPaneSyncClient(createSyncClient(SERVER_PORTS), startWorker);
}

export function SendingProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [sending] = useState(() => sendingFor(session));
  // With the workbook goes what the worker knows of it.
  useEffect(() => () => sending.disconnect(), [sending]);
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
