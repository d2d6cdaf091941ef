/** What a file is, by its first bytes; the ending of its name decides only where bytes cannot. */
import { WorkbookError } from '../engine/workbook-port.ts';

/** `bare-xls`: of before 1995, without a container; `page`: HTML; `xml-sheet`: «XML Spreadsheet 2003». */
export type FileKind = 'zip' | 'xls' | 'bare-xls' | 'text' | 'page' | 'xml-sheet';

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** BIFF 2 to 5 without an OLE container. */
const OLD_EXCEL = [
  [0x09, 0x08],
  [0x09, 0x04],
  [0x09, 0x02],
  [0x09, 0x00],
];
/** Tables of other programs that look like a workbook to people. */
const OTHER_TABLES = /\.(numbers|wps|et|fods|dbf|wk1|wks|xlt|sxc)$/i;

/** True for an OLE container. */
export function isContainer(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE);
}

/** Tells the kind of a file. Throws a WorkbookError for what is empty, protected or no workbook. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new WorkbookError('empty-file');
  if (startsWith(bytes, ZIP)) return 'zip';
  if (isContainer(bytes)) return oleKind(bytes);
  if (OLD_EXCEL.some((mark) => startsWith(bytes, mark)) && /\.xls$/i.test(name)) return 'bare-xls';
  if (OTHER_TABLES.test(name)) throw new WorkbookError('unsupported-format');
  if (/\.(csv|tsv|txt)$/i.test(name) && looksLikeText(bytes)) return 'text';
  return textKind(name, bytes);
}

/** What a text is that does not call itself one: other systems name pages, XML and tables in plain text .xls. */
function textKind(name: string, bytes: Uint8Array): FileKind {
  const start = textOf(bytes.subarray(0, 4_096));
  if (/^\s*<\?xml|^\s*<(?:\w+:)?Workbook\b/i.test(start)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(start)) return 'xml-sheet';
    if (!/<html/i.test(start)) throw new WorkbookError('unsupported-format');
  }
  if (/^\s*MIME-Version:/i.test(start)) throw new WorkbookError('unsupported-format');
  if (/^\s*<(?:!|html|head|meta|body|table|div|style|center|font|h\d|p\b)/i.test(start)) return 'page';
  if (/\.xls$/i.test(name) && looksLikeText(bytes) && /^.*[\t;].*$/m.test(start)) return 'text';
  throw new WorkbookError('not-a-workbook');
}

function textOf(bytes: Uint8Array): string {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const label = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

/** Excel keeps an encrypted workbook, and its workbooks of before 2007, in an OLE container. */
function oleKind(bytes: Uint8Array): FileKind {
  if (holdsWideText(bytes, 'EncryptedPackage') || holdsWideText(bytes, 'EncryptionInfo')) {
    throw new WorkbookError('password-protected');
  }
  if (holdsWideText(bytes, 'Workbook') || holdsWideText(bytes, 'Book')) return 'xls';
  throw new WorkbookError('not-a-workbook');
}

function holdsWideText(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wide[0] ?? 0); at >= 0; at = bytes.indexOf(wide[0] ?? 0, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** A text file holds no zero bytes, unless it is UTF-16 and says so. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  return !bytes.subarray(0, 65_536).includes(0);
}
