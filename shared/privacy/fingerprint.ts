/**
 * Keyed fingerprints: pseudonyms of one workbook, and the region's search for a family in two districts. Plain hashes
 * would be useless (a СНИЛС has eleven digits), so there is always a key, and the key never reaches the server.
 */
import { caseNumberForm, nameForm } from './normalise.ts';
import type { KeyPurpose } from './travel.ts';

const utf8 = new TextEncoder();

/** Bytes as text that is safe in addresses and JSON. */
export function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of base64Url; null for any other text. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Gives the fingerprint of a text that is in its comparable form already. */
export type Fingerprinter = (text: string) => Promise<string>;

/**
 * A fingerprinter for one purpose: HKDF gives each purpose a key of its own, so that fingerprints of different purposes
 * cannot be compared. The result has 128 bits as 22 characters. The key must be random and have 32 bytes.
 */
export async function fingerprinter(key: Uint8Array<ArrayBuffer>, purpose: string): Promise<Fingerprinter> {
  if (key.length !== 32) throw new Error('a fingerprint key has 32 bytes');
  const master = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: utf8.encode(`kurator fingerprint ${purpose}`),
  };
  const use = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const derived = await crypto.subtle.deriveKey(derivation, master, use, false, ['sign']);
  return async (text) => {
    const mac = await crypto.subtle.sign('HMAC', derived, utf8.encode(text));
    return base64Url(new Uint8Array(mac, 0, 16));
  };
}

/** The form in which a text of a purpose is compared. */
export function comparableForm(purpose: KeyPurpose, text: string): string {
  return purpose === 'case' ? caseNumberForm(text) : nameForm(text);
}

/** For cases and persons: a pseudonym says whose it is, and its digit makes sure that no rule takes it for a name. */
const PSEUDONYM_PREFIX: Readonly<Record<KeyPurpose, string>> = { case: 'kc1_', person: 'kp1_' };
const PSEUDONYM = /^k[cp]1_([A-Za-z0-9_-]{22})$/;

/** The fingerprint that a pseudonym carries; null for any other text. */
export function fingerprintIn(text: string): string | null {
  return PSEUDONYM.exec(text)?.[1] ?? null;
}

/** Pseudonyms of one workbook [PR5]: the same text (in its comparable form) always has the same one. */
export async function pseudonymiser(
  key: Uint8Array<ArrayBuffer>,
): Promise<(purpose: KeyPurpose, text: string) => Promise<string>> {
  const byPurpose = { case: await fingerprinter(key, 'case'), person: await fingerprinter(key, 'person') };
  return async (purpose, text) => PSEUDONYM_PREFIX[purpose] + (await byPurpose[purpose](comparableForm(purpose, text)));
}
