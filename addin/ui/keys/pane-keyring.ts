/** The keys of the region in this pane, whatever workbook is open. */
import { useSyncExternalStore } from 'react';
import type { Keyring, KeyringState } from '../../engine/keyring.ts';
import { createKeyring } from '../../engine/keyring.ts';
import { keyringInUse, putKeyringToUse } from './keyring-in-use.ts';

const PLACE = 'kurator.region-key';
/** What OWASP advises for PBKDF2 with SHA-256 (2023): about half a second on an old computer. */
const ROUNDS = 600_000;

export function paneKeyring(): Keyring {
  const known = keyringInUse();
  if (known) return known;
  const keyring = createKeyring({
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    place: {
      get: () => localStorage.getItem(PLACE),
      set: (text) => localStorage.setItem(PLACE, text),
      remove: () => localStorage.removeItem(PLACE),
    },
    rounds: ROUNDS,
  });
  putKeyringToUse(keyring);
  return keyring;
}

export function useKeyring(): KeyringState {
  const { store } = paneKeyring();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
