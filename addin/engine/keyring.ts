/**
 * The region's keys in this pane: in memory, and on this computer only when a person asks for it. What is kept there is
 * encrypted under a word that the person chooses and has to type again (PBKDF2 with SHA-256, AES-256-GCM). No key ever goes
 * to a server.
 */
import * as z from 'zod';
import { base64Url, fromBase64Url } from '../../shared/privacy/fingerprint.ts';
import { keyOfFile, regionKey, type RegionKey } from '../../shared/privacy/region-key.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';

export interface KeyringState {
  /** The first writes, all read. At most two: the present key and the one before. */
  readonly keys: readonly RegionKey[];
  /** Something is kept on this computer; it may still be locked. */
  readonly isKept: boolean;
}

export interface KeyringPorts {
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  /** A place on this computer. Any of the three may throw. */
  readonly place: {
    readonly get: () => string | null;
    readonly set: (text: string) => void;
    readonly remove: () => void;
  };
  /** Repetitions of the word's hash; fewer in tests. */
  readonly rounds: number;
}

export interface Keyring {
  readonly store: Pick<Store<KeyringState>, 'getSnapshot' | 'subscribe'>;
  /** Makes a new key, which becomes the present one. */
  readonly make: () => Promise<RegionKey>;
  /** Takes a phrase or the text of a key file; false when it is none. The key becomes the present one. */
  readonly enter: (text: string) => Promise<boolean>;
  /** Takes a key out of memory. What is kept stays. */
  readonly remove: (id: string) => void;
  /** Keeps the keys on this computer under a word; false when the computer refuses. */
  readonly keep: (word: string) => Promise<boolean>;
  /** Fetches what is kept; false for a wrong word. */
  readonly unlock: (word: string) => Promise<boolean>;
  /** Removes what is kept. */
  readonly forget: () => void;
  /** Takes all keys out of memory. */
  readonly lock: () => void;
}

const MOST_KEYS = 2;
/** Shorter words are guessed. */
export const SHORTEST_WORD = 8;

const keptSchema = z.object({
  version: z.literal(1),
  rounds: z.number().int().min(1).max(10_000_000),
  salt: z.string(),
  nonce: z.string(),
  body: z.string(),
});

/** A keyring without keys in memory; whether some are kept on this computer is known at once. */
export function createKeyring(ports: KeyringPorts): Keyring {
  const store = createStore<KeyringState>({ keys: [], isKept: kept(ports) !== null });
  const set = (part: Partial<KeyringState>): void => store.update((state) => ({ ...state, ...part }));
  const add = (key: RegionKey): void => {
    const others = store.getSnapshot().keys.filter(({ id }) => id !== key.id);
    set({ keys: [key, ...others].slice(0, MOST_KEYS) });
  };
  return {
    store,
    make: async () => {
      const key = await regionKey(ports.randomBytes(32));
      add(key);
      return key;
    },
    enter: async (text) => {
      const key = await keyOfFile(text);
      if (key) add(key);
      return key !== null;
    },
    remove: (id) => set({ keys: store.getSnapshot().keys.filter((key) => key.id !== id) }),
    keep: async (word) => {
      try {
        ports.place.set(JSON.stringify(await locked(ports, store.getSnapshot().keys, word)));
      } catch {
        return false;
      }
      set({ isKept: true });
      return true;
    },
    unlock: async (word) => {
      const keys = await unlocked(kept(ports), word);
      if (keys) set({ keys });
      return keys !== null;
    },
    forget: () => {
      try {
        ports.place.remove();
      } catch {
        // What refuses to be removed was not kept either.
      }
      set({ isKept: kept(ports) !== null });
    },
    lock: () => set({ keys: [] }),
  };
}

function kept({ place }: KeyringPorts): z.output<typeof keptSchema> | null {
  try {
    return keptSchema.parse(JSON.parse(place.get() ?? ''));
  } catch {
    return null;
  }
}

async function wordKey(word: string, salt: Uint8Array<ArrayBuffer>, rounds: number) {
  const text = new Uint8Array(new TextEncoder().encode(word.trim().normalize('NFKC')));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return await crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

async function locked({ randomBytes, rounds }: KeyringPorts, keys: readonly RegionKey[], word: string) {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const text = JSON.stringify(keys.map(({ bytes }) => base64Url(bytes)));
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    await wordKey(word, salt, rounds),
    new TextEncoder().encode(text),
  );
  const kept = { salt: base64Url(salt), nonce: base64Url(nonce), body: base64Url(new Uint8Array(body)) };
  return { version: 1, rounds, ...kept };
}

async function unlocked(kept: z.output<typeof keptSchema> | null, word: string): Promise<readonly RegionKey[] | null> {
  if (kept === null) return null;
  const [salt, nonce, body] = [kept.salt, kept.nonce, kept.body].map(fromBase64Url);
  if (!salt || !nonce || !body) return null;
  try {
    const key = await wordKey(word, salt, kept.rounds);
    const text = new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, body));
    const bytes = z.array(z.string()).parse(JSON.parse(text)).map(fromBase64Url);
    return await Promise.all(bytes.flatMap((one) => (one?.length === 32 ? [regionKey(one)] : [])));
  } catch {
    return null;
  }
}
