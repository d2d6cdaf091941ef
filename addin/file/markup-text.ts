/** The text of a web page or an XML file that names its encoding itself. */
import { WorkbookError } from '../engine/workbook-port.ts';
import { decodeCsv } from './csv-text.ts';

/** Larger texts are no registers: a million cells take half of it. */
const MAX_BYTES = 96 * 1024 * 1024;

/** Decodes by the byte order mark, by what the beginning says (charset=, encoding=), or as UTF-8 or windows-1251. */
export function decodeMarkup(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) throw new WorkbookError('too-large');
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const said = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]+)/i.exec(start)?.[1] ?? '';
  const { text, encoding } = decodeCsv(bytes);
  // Only what is not UTF-8 needs to be believed: many pages name an encoding that they no longer have.
  if (encoding !== 'windows-1251' || said === '') return text;
  try {
    return new TextDecoder(said).decode(bytes);
  } catch {
    return text;
  }
}
