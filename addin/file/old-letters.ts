/**
 * Letters of workbooks of before 1997 (BIFF 2 to 5), which old accounting and state systems still write: one byte each, in
 * the code page that the workbook names. The library hands the bytes on as if they were letters.
 */

const BOF = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const CODE_PAGE = 0x0042;
const END = 0x000a;
/** From this version on letters are Unicode ([MS-XLS] 2.4.21). */
const UNICODE_VERSION = 0x0600;

/**
 * Encodings by number of the code page ([MS-XLS] 2.4.52). Western Europe is what a program writes that knows no better; in
 * a register its letters are Russian.
 */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [10_000, 'macintosh'],
  [10_007, 'x-mac-cyrillic'],
  [20_866, 'koi8-r'],
  [0x8000, 'macintosh'],
]);
const RUSSIAN = 'windows-1251';

/**
 * Turns bytes that were taken for letters into letters; null for a workbook whose letters are Unicode.
 * @param records the workbook's records, from the first on
 */
export function oldLetters(records: Uint8Array): ((text: string) => string) | null {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  let encoding = RUSSIAN;
  for (let at = 0; at + 6 <= records.length;) {
    const kind = view.getUint16(at, true);
    const value = view.getUint16(at + 4, true);
    if (at === 0 && (!BOF.has(kind) || (kind === 0x0809 && value >= UNICODE_VERSION))) return null;
    if (kind === CODE_PAGE) encoding = ENCODINGS.get(value) ?? RUSSIAN;
    if (kind === CODE_PAGE || kind === END) break;
    at += 4 + view.getUint16(at + 2, true);
  }
  const decoder = new TextDecoder(encoding);
  return (text) => (/[\u0080-\u00ff]/.test(text) ? decoder.decode(bytesOf(text)) : text);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
