/**
 * The form of an access token: `kur_`, 256 random bits in Crockford's base 32 (no letters that look like digits), and a
 * check sum, so that a mistyped or cut token is told from a revoked one without asking the server.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PREFIX = 'kur_';
const BODY_LENGTH = 52;
const CHECK_LENGTH = 7;

/** The token of 32 random bytes. */
export function tokenOf(bytes: Uint8Array): string {
  if (bytes.length !== 32) throw new Error('a token is made of 32 bytes');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const body = base32(bits, BODY_LENGTH);
  return PREFIX + body + checkOf(body);
}

/** True for a text that has the form of a token and a fitting check sum. */
export function isTokenShaped(text: string): boolean {
  const body = text.slice(PREFIX.length, PREFIX.length + BODY_LENGTH);
  return (
    text.startsWith(PREFIX) &&
    text.length === PREFIX.length + BODY_LENGTH + CHECK_LENGTH &&
    [...body].every((character) => ALPHABET.includes(character)) &&
    text.endsWith(checkOf(body))
  );
}

function base32(bits: bigint, length: number): string {
  let text = '';
  for (let rest = bits, count = 0; count < length; count += 1, rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text;
  return text;
}

/** CRC-32 (ISO 3309) of the text. */
function checkOf(text: string): string {
  let crc = 0xffffffff;
  for (const character of text) {
    crc ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return base32(BigInt((crc ^ 0xffffffff) >>> 0), CHECK_LENGTH);
}
