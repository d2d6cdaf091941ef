/** Encodings of .csv files: UTF-8 with or without a byte order mark, UTF-16 with one, windows-1251 otherwise. */

export type CsvEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** The text of a file without its byte order mark, and how to write it again. */
export function decodeCsv(bytes: Uint8Array): { readonly text: string; readonly encoding: CsvEncoding } {
  const marked = markedEncoding(bytes);
  if (marked)
    return { text: new TextDecoder(marked === 'utf-8-bom' ? 'utf-8' : marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' };
  }
}

function markedEncoding(bytes: Uint8Array): CsvEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8-bom' : null;
}

const FROM_1251 = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const TO_1251 = new Map([...FROM_1251].map((letter, byte) => [letter, byte]));

/** True when the encoding has every letter of a text. */
export function canEncode(text: string, encoding: CsvEncoding): boolean {
  if (encoding !== 'windows-1251') return text.isWellFormed();
  return [...text].every((letter) => TO_1251.has(letter));
}

/** The bytes of a text, with the byte order mark that the encoding had. */
export function encodeCsv(text: string, encoding: CsvEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'windows-1251') return Uint8Array.from(text, (letter) => TO_1251.get(letter) ?? 0x3f);
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((unit, index) =>
    view.setUint16(index * 2, unit, encoding === 'utf-16le'),
  );
  return bytes;
}
