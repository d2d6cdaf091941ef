const DIGITS = new TextEncoder().encode('0123456789abcdef');
const ascii = new TextDecoder();

/** Two hexadecimal digits for each byte, small letters. */
export function hexDigits(bytes: ArrayBuffer): string {
  const digits = new Uint8Array(2 * bytes.byteLength);
  let at = 0;
  for (const byte of new Uint8Array(bytes)) {
    digits[at] = DIGITS[byte >> 4] ?? 0;
    digits[at + 1] = DIGITS[byte & 15] ?? 0;
    at += 2;
  }
  return ascii.decode(digits);
}
