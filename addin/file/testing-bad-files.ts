/** Files that are no workbook, are broken, or are made to do harm: of every kind, with the reason for which each is refused. */
import { deflateRawSync } from 'node:zlib';
import { utils, write, type BookType } from '@e965/xlsx';
import type { WorkbookErrorCode } from '../engine/workbook-port.ts';
import { packageOf, partsOf, textCell, zipOf } from './test-package.ts';
import { FALSE_CLAIMS, odsOf } from './testing-bad-ods.ts';

const SHEET = { name: 'Реестр', xml: `<sheetData><row r="1">${textCell('A1', 'Заявитель')}</row></sheetData>` };
export const GOOD = packageOf({ sheets: [SHEET] });
const withParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipOf({ ...partsOf({ sheets: [SHEET] }), ...parts });
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Where the table of contents names an entry, and where that entry's data begins. */
function placeOf(bytes: Uint8Array, name: string): { readonly record: number; readonly local: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    const found = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    if (found === name) return { record: at, local: view.getUint32(at + 42, true) };
  }
  throw new Error(`no entry ${name}`);
}

/** An archive whose first sheet unpacks to 64 MB of spaces, and declares the given size. */
function zeros(declared: number): Uint8Array {
  const name = 'xl/worksheets/sheet1.xml';
  const packed = deflateRawSync(new Uint8Array(64 * 1024 * 1024), { level: 1 });
  const bytes = zipOf({ ...partsOf({ sheets: [SHEET] }), [name]: new Uint8Array(packed.length) });
  const stored = withStored(bytes, name, packed);
  new DataView(stored.buffer).setUint32(placeOf(stored, name).record + 24, declared, true);
  return stored;
}

/** Puts packed bytes at the end of the archive and lets an entry point at them. */
function withStored(bytes: Uint8Array, name: string, packed: Uint8Array): Uint8Array {
  const header = new Uint8Array(30);
  new DataView(header.buffer).setUint32(0, 0x04034b50, true);
  const old = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const directory = old.getUint32(end + 16, true);
  const result = new Uint8Array(bytes.length + 30 + packed.length);
  result.set(bytes.subarray(0, directory));
  result.set(header, directory);
  result.set(packed, directory + 30);
  result.set(bytes.subarray(directory), directory + 30 + packed.length);
  const view = new DataView(result.buffer);
  view.setUint32(result.length - 6, directory + 30 + packed.length, true);
  const { record } = placeOf(result, name);
  view.setUint16(record + 10, 8, true);
  view.setUint32(record + 20, packed.length, true);
  view.setUint32(record + 42, directory, true);
  return result;
}

/** Every record of the table of contents points at the same large part. */
function overlapping(): Uint8Array {
  const big = new Uint8Array(200_000).map((_, index) => (index * 7919) % 251);
  const bytes = withParts({ 'a.bin': big, 'b.bin': big, 'c.bin': big });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { record } = placeOf(bytes, 'a.bin');
  for (const name of ['[Content_Types].xml', 'xl/workbook.xml', '_rels/.rels', 'xl/styles.xml']) {
    const other = placeOf(bytes, name).record;
    for (const field of [20, 24, 42]) view.setUint32(other + field, view.getUint32(record + field, true), true);
  }
  return bytes;
}

function withEntryCount(bytes: Uint8Array, count: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint16(copy.length - 12, count, true);
  return copy;
}

const ENTITIES =
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>';
const MB = 1024 * 1024;
const filled = (size: number, text: string): Uint8Array => new Uint8Array(Buffer.alloc(size, text));
const sheetOf = (text: string): Uint8Array => withParts({ 'xl/worksheets/sheet1.xml': text });
const entitiesIn = (path: string): Uint8Array => withParts({ [path]: ENTITIES });

/** An archive of 65,000 empty parts without names, each with a header and a record of its own. */
function crowded(): Uint8Array {
  const count = 65_000;
  const bytes = new Uint8Array(count * (30 + 46) + 22);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < count; at += 1) {
    view.setUint32(at * 30, 0x04034b50, true);
    view.setUint32(count * 30 + at * 46, 0x02014b50, true);
    view.setUint32(count * 30 + at * 46 + 42, at * 30, true);
  }
  view.setUint32(count * 76, 0x06054b50, true);
  view.setUint16(count * 76 + 10, count, true);
  view.setUint32(count * 76 + 16, count * 30, true);
  return bytes;
}

/** A workbook as the library writes it, cut off in the middle. */
function half(bookType: BookType): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['Заявитель', 45_000], ...Array.from({ length: 400 }, (_, at) => [at])]),
  );
  const bytes: unknown = write(book, { type: 'array', bookType });
  return bytes instanceof ArrayBuffer ? new Uint8Array(bytes, 0, bytes.byteLength >> 1).slice() : new Uint8Array(0);
}

export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly code: WorkbookErrorCode;
  readonly bytes: () => Uint8Array;
}

export const BAD_FILES: readonly BadFile[] = [
  { what: 'nothing at all', name: 'a.xlsx', code: 'empty-file', bytes: () => new Uint8Array(0) },
  {
    what: 'a workbook without a filled cell',
    name: 'a.xlsx',
    code: 'empty-file',
    bytes: () => packageOf({ sheets: [{ name: 'A', xml: '<sheetData/>' }] }),
  },
  { what: 'a .csv without a filled field', name: 'a.csv', code: 'empty-file', bytes: () => ascii(';;\r\n;;\r\n') },
  {
    what: 'a workbook with nothing but a picture',
    name: 'a.xlsx',
    code: 'no-text',
    bytes: () =>
      packageOf({
        sheets: [{ name: 'A', xml: '<sheetData/>' }],
        parts: { 'xl/media/image1.png': { content: ascii('png') } },
      }),
  },
  { what: 'a picture', name: 'a.png', code: 'not-a-workbook', bytes: () => ascii('\u0089PNG\r\n\u001A\n') },
  { what: 'a page for printing', name: 'a.xlsx', code: 'not-a-workbook', bytes: () => ascii('%PDF-1.7') },
  { what: 'text that calls itself a workbook', name: 'a.xlsx', code: 'not-a-workbook', bytes: () => ascii('Hello') },
  {
    what: 'a web page with an empty table',
    name: 'a.xls',
    code: 'empty-file',
    bytes: () => ascii('<html><table>'),
  },
  {
    what: 'an archive of something else',
    name: 'a.zip',
    code: 'not-a-workbook',
    bytes: () => zipOf({ 'readme.txt': 'x' }),
  },
  {
    what: 'an archive of archives',
    name: 'a.xlsx',
    code: 'not-a-workbook',
    bytes: () => zipOf({ 'a.zip': zipOf({ 'b.zip': GOOD }) }),
  },
  {
    what: 'a letter of Word',
    name: 'a.docx',
    code: 'not-a-workbook',
    bytes: () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<d/>' }),
  },
  { what: 'a table of another program', name: 'a.numbers', code: 'unsupported-format', bytes: () => ascii('abc') },
  {
    what: 'a workbook under a password',
    name: 'a.xlsx',
    code: 'password-protected',
    bytes: () => joined(OLE, wide('EncryptedPackage')),
  },
  {
    what: 'a letter of old Word',
    name: 'a.doc',
    code: 'not-a-workbook',
    bytes: () => joined(OLE, wide('WordDocument')),
  },
  {
    what: 'an .ods under a password',
    name: 'a.ods',
    code: 'password-protected',
    bytes: () => odsOf('<c/>', '<m><encryption-data/></m>'),
  },
  {
    what: 'a sheet that breaks off',
    name: 'a.xlsx',
    code: 'damaged-file',
    bytes: () => withParts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
  },
  { what: '64 MB of nothing in 64 KB', name: 'a.xlsx', code: 'bomb', bytes: () => zeros(64 * 1024 * 1024) },
  { what: '64 MB of nothing that claims to be a little', name: 'a.xlsx', code: 'bomb', bytes: () => zeros(5_000) },
  { what: '65,535 entries', name: 'a.xlsx', code: 'bomb', bytes: () => withEntryCount(GOOD, 65_535) },
  { what: 'entries that share their bytes', name: 'a.xlsx', code: 'bomb', bytes: () => overlapping() },
  {
    what: 'own entities in a sheet',
    name: 'a.xlsx',
    code: 'bomb',
    bytes: () => withParts({ 'xl/worksheets/sheet1.xml': ENTITIES }),
  },
  {
    what: 'own entities in the texts',
    name: 'a.xlsx',
    code: 'bomb',
    bytes: () => withParts({ 'xl/sharedStrings.xml': ENTITIES }),
  },
  {
    what: 'an .ods that repeats a cell over all rows and columns',
    name: 'a.ods',
    code: 'bomb',
    bytes: () =>
      odsOf(
        '<t><table-row number-rows-repeated="1048576"><table-cell value-type="float" value="1" number-columns-repeated="16384"/></table-row></t>',
      ),
  },
  ...FALSE_CLAIMS.map((file) => ({ ...file, name: 'a.ods' })),
  {
    what: 'a web page with an endless table',
    name: 'a.xls',
    code: 'too-large',
    bytes: () => filled(60 * MB, '<table><tr><td>x'),
  },
  {
    what: 'a web page of nothing but table tags',
    name: 'a.xls',
    code: 'empty-file',
    bytes: () => filled(8 * MB, '<table>'),
  },
  {
    what: 'a web page whose cell spans everything',
    name: 'a.xls',
    code: 'too-large',
    bytes: () => filled(MB, '<table><tr><td colspan="99999999" rowspan="99999999">x'),
  },
  {
    what: 'a web page whose first cell stands in the way of all others',
    name: 'a.xls',
    code: 'too-large',
    bytes: () => ascii(`<html><table><tr><td colspan="16383" rowspan="1048576">x${'<tr><td>y'.repeat(100_000)}`),
  },
  {
    what: 'an XML spreadsheet with own entities',
    name: 'a.xls',
    code: 'bomb',
    bytes: () =>
      ascii(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
  },
  { what: '200 MB of text', name: 'a.csv', code: 'too-large', bytes: () => filled(200 * MB, 'a;b;c\r\n') },
  { what: '60 MB of delimiters', name: 'a.csv', code: 'too-large', bytes: () => filled(60 * MB, ';') },
  { what: '60 MB of line ends', name: 'a.csv', code: 'too-large', bytes: () => filled(60 * MB, '\n') },
  { what: '65,000 real parts', name: 'a.xlsx', code: 'bomb', bytes: crowded },
  {
    what: 'own entities in the list of sheets',
    name: 'a.xlsx',
    code: 'bomb',
    bytes: () => entitiesIn('xl/workbook.xml'),
  },
  { what: 'own entities in the formats', name: 'a.xlsx', code: 'bomb', bytes: () => entitiesIn('xl/styles.xml') },
  { what: 'own entities in the relationships', name: 'a.xlsx', code: 'bomb', bytes: () => entitiesIn('_rels/.rels') },
  { what: 'own entities in an .ods', name: 'a.ods', code: 'bomb', bytes: () => odsOf(ENTITIES) },
  { what: '60 MB of an .ods in 60 KB', name: 'a.ods', code: 'bomb', bytes: () => odsOf(' '.repeat(60 * MB)) },
  {
    what: 'tags within tags, a million deep',
    name: 'a.xlsx',
    code: 'empty-file',
    bytes: () => sheetOf('<worksheet><sheetData>' + '<a>'.repeat(1_000_000)),
  },
  { what: 'tags within tags in an .ods', name: 'a.ods', code: 'empty-file', bytes: () => odsOf('<a>'.repeat(300_000)) },
  { what: 'an .ods that breaks off', name: 'a.ods', code: 'damaged-file', bytes: () => half('ods') },
  { what: 'an .xlsb that breaks off', name: 'a.xlsb', code: 'damaged-file', bytes: () => half('xlsb') },
  {
    what: 'the container of an .xls with nothing in it',
    name: 'a.xls',
    code: 'damaged-file',
    bytes: () => joined(OLE, wide('Workbook'), filled(4_000, 'x')),
  },
  { what: 'an .xls of before 1995 that breaks off', name: 'a.xls', code: 'damaged-file', bytes: () => half('biff2') },
  {
    what: 'an .xls of before 1995 with a text longer than the file',
    name: 'a.xls',
    code: 'damaged-file',
    bytes: () =>
      Uint8Array.of(9, 8, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 4, 2, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 0),
  },
];
