/**
 * The code of a pairing as people read it out: 40 random bits as «ABCD-EFGH», without letters that look like digits.
 * Typed with any case, blanks and dashes, and with the Cyrillic letters that look the same.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  О: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
};

/** The code of 5 random bytes. */
export function pairingCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== 5) throw new Error('a code is made of 5 bytes');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let count = 0; count < 8; count += 1, bits >>= 5n) code = ALPHABET[Number(bits & 31n)] + code;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code that was typed, in its one form; null for what cannot be a code. */
export function readPairingCode(typed: string): string | null {
  const letters = [...typed.toUpperCase()]
    .filter((letter) => !/[\s\u00A0\-–—]/.test(letter))
    .map((letter) => LOOKS_LIKE[letter] ?? letter);
  if (letters.length !== 8 || !letters.every((letter) => ALPHABET.includes(letter))) return null;
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
