/** Names made from other names: equal for equal texts, and telling nothing of a text that cannot be guessed. */
import { base64Url } from '../../shared/privacy/fingerprint.ts';

const BYTES = 16;

/** The first 128 bits of the SHA-256 of a text, as 22 characters. */
export async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64Url(new Uint8Array(digest, 0, BYTES));
}
