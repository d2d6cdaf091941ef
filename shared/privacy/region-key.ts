/**
 * The key of a region: 32 random bytes that its administrator makes in the pane and hands on as a file or a phrase. It
 * never reaches a server. Everything made with it uses a key of its own, derived for that purpose.
 *
 * The phrase is Crockford's base 32 (no letters that look like digits) in groups of four: 32 bytes of key and 24 bits of
 * check, so that a mistyped phrase is told from another key.
 */
import { base64Url, fingerprinter, fromBase64Url } from './fingerprint.ts';

export interface RegionKey {
  /** Names the key: eight characters made from it, which tell nothing of it. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const KEY_BYTES = 32;
const CHECK_BYTES = 3;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PHRASE_LENGTH = ((KEY_BYTES + CHECK_BYTES) * 8) / 5;
const FILE_FORMAT = 'kurator-region-key-1';

/** The key of 32 random bytes. */
export async function regionKey(bytes: Uint8Array<ArrayBuffer>): Promise<RegionKey> {
  const name = await fingerprinter(bytes, 'key name');
  return { id: (await name('')).replaceAll(/[-_]/g, 'x').slice(0, 8), bytes };
}

/** Fourteen groups of four characters. */
export async function phraseOf({ bytes }: RegionKey): Promise<string> {
  const whole = new Uint8Array(KEY_BYTES + CHECK_BYTES);
  whole.set(bytes);
  whole.set(await checkOf(bytes), KEY_BYTES);
  let bits = 0n;
  for (const byte of whole) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let count = 0; count < PHRASE_LENGTH; count += 1, bits >>= 5n) text = `${ALPHABET[Number(bits & 31n)]}${text}`;
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** The key of a phrase as people type it, whatever the spaces, hyphens and capitals; null when it is none. */
export async function keyOfPhrase(typed: string): Promise<RegionKey | null> {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (text.length !== PHRASE_LENGTH || [...text].some((character) => !ALPHABET.includes(character))) return null;
  let bits = 0n;
  for (const character of text) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(character));
  const whole = new Uint8Array(KEY_BYTES + CHECK_BYTES);
  for (let at = whole.length - 1; at >= 0; at -= 1, bits >>= 8n) whole[at] = Number(bits & 255n);
  const bytes = whole.slice(0, KEY_BYTES);
  const check = await checkOf(bytes);
  return check.every((byte, at) => byte === whole[KEY_BYTES + at]) ? await regionKey(bytes) : null;
}

/** The text of a key file. */
export function keyFileText({ id, bytes }: RegionKey): string {
  return `${JSON.stringify({ format: FILE_FORMAT, id, key: base64Url(bytes) })}\n`;
}

/** The key of a file's text, or of a phrase that the file holds; null for anything else. */
export async function keyOfFile(text: string): Promise<RegionKey | null> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return await keyOfPhrase(text);
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== FILE_FORMAT) return null;
  const bytes = 'key' in json && typeof json.key === 'string' ? fromBase64Url(json.key) : null;
  if (bytes?.length !== KEY_BYTES) return null;
  const key = await regionKey(bytes);
  return 'id' in json && json.id === key.id ? key : null;
}

async function checkOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, CHECK_BYTES);
}
