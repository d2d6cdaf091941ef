/**
 * Sealing of single values for a server that may hold them: AES-256-GCM with a random nonce of 96 bits, bound to
 * district, table, row and field, so that a sealed value opens in its own place only. The key is derived from the
 * region's by HKDF and stays with the organisation.
 */
import { base64Url, fromBase64Url } from './fingerprint.ts';

/** Where a value belongs. Two places never have the same binding. */
export interface SealedPlace {
  readonly district: string;
  readonly table: string;
  readonly row: string;
  readonly field: string;
}

export interface SealingKey {
  /** Names the key among the organisation's keys. */
  readonly id: string;
  /** 32 random bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const FORM = 's1';
const NONCE_BYTES = 12;
const utf8 = new TextEncoder();

function additionalData(place: SealedPlace, keyId: string): Uint8Array<ArrayBuffer> {
  // JSON keeps the parts apart: no two places are written alike.
  return new Uint8Array(
    utf8.encode(JSON.stringify([FORM, keyId, place.district, place.table, place.row, place.field])),
  );
}

/** Deriving takes longer than sealing, and thousands of values are sealed at once. Keyed by the bytes' own object. */
const derived = new WeakMap<Uint8Array, ReturnType<typeof derive>>();

function sealingKey({ bytes }: SealingKey): ReturnType<typeof derive> {
  const known = derived.get(bytes) ?? derive(bytes);
  derived.set(bytes, known);
  return known;
}

async function derive(bytes: Uint8Array<ArrayBuffer>) {
  if (bytes.length !== 32) throw new Error('a sealing key has 32 bytes');
  const master = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: new Uint8Array(utf8.encode('kurator sealing')),
  };
  return await crypto.subtle.deriveKey(derivation, master, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** Seals a text for its place. The nonce must be 12 fresh random bytes: a nonce used twice gives both texts away. */
export async function seal(
  text: string,
  place: SealedPlace,
  key: SealingKey,
  nonce: Uint8Array<ArrayBuffer>,
): Promise<string> {
  if (nonce.length !== NONCE_BYTES) throw new Error('a nonce has 12 bytes');
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: additionalData(place, key.id) };
  const sealed = await crypto.subtle.encrypt(algorithm, await sealingKey(key), utf8.encode(text));
  return [FORM, key.id, base64Url(nonce), base64Url(new Uint8Array(sealed))].join('.');
}

export type Opened =
  | { readonly ok: true; readonly text: string }
  /** One code for everything: moved, changed, cut, wrong key. What exactly is nobody's business. */
  | { readonly ok: false; readonly code: 'sealed-value-unreadable' };

const UNREADABLE: Opened = { ok: false, code: 'sealed-value-unreadable' };

/** Opens a sealed value in its place with one of the keys at hand. Never throws for what was sealed. */
export async function open(sealed: string, place: SealedPlace, keys: readonly SealingKey[]): Promise<Opened> {
  const [form, keyId, nonceText = '', bodyText = '', ...more] = sealed.split('.');
  const key = keys.find(({ id }) => id === keyId);
  const nonce = fromBase64Url(nonceText);
  const body = fromBase64Url(bodyText);
  const isWhole = form === FORM && more.length === 0 && nonce?.length === NONCE_BYTES && body !== null;
  if (!isWhole || key === undefined || base64Url(body) !== bodyText || base64Url(nonce) !== nonceText)
    return UNREADABLE;
  try {
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: additionalData(place, key.id) };
    const opened = await crypto.subtle.decrypt(algorithm, await sealingKey(key), body);
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened) };
  } catch {
    return UNREADABLE;
  }
}

/** The name of the key that a value was sealed with; null for what is no sealed value. */
export function sealedWith(sealed: string): string | null {
  const [form, keyId = ''] = sealed.split('.');
  return form === FORM && keyId !== '' ? keyId : null;
}
