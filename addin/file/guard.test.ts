/** Files that are no workbook, or are made to do harm, are refused by name before they cost anything. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkbookError } from '../engine/workbook-port.ts';
import { openWorkbook } from './open-workbook.ts';
import { packageOf, partsOf, textCell, zipOf } from './test-package.ts';

const SHEET = { name: 'Реестр', xml: `<sheetData><row r="1">${textCell('A1', 'Заявитель')}</row></sheetData>` };
const GOOD = packageOf({ sheets: [SHEET] });
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
const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const odsOf = (content: string, manifest = '<manifest/>'): Uint8Array =>
  zipOf({ mimetype: ODS_TYPE, 'content.xml': content, 'META-INF/manifest.xml': manifest });

const REFUSED: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['nothing at all', 'a.xlsx', new Uint8Array(0), 'empty-file'],
  [
    'a workbook without a filled cell',
    'a.xlsx',
    packageOf({ sheets: [{ name: 'A', xml: '<sheetData/>' }] }),
    'empty-file',
  ],
  ['a .csv without a filled field', 'a.csv', ascii(';;\r\n;;\r\n'), 'empty-file'],
  [
    'a workbook with nothing but a picture',
    'a.xlsx',
    packageOf({
      sheets: [{ name: 'A', xml: '<sheetData/>' }],
      parts: { 'xl/media/image1.png': { content: ascii('png') } },
    }),
    'no-text',
  ],
  ['a picture', 'a.png', ascii('\u0089PNG\r\n\u001A\n'), 'not-a-workbook'],
  ['a page for printing', 'a.xlsx', ascii('%PDF-1.7'), 'not-a-workbook'],
  ['text that calls itself a workbook', 'a.xlsx', ascii('Hello'), 'not-a-workbook'],
  ['a web page that calls itself a workbook', 'a.xls', ascii('<html><table>'), 'unsupported-format'],
  ['an archive of something else', 'a.zip', zipOf({ 'readme.txt': 'x' }), 'not-a-workbook'],
  ['an archive of archives', 'a.xlsx', zipOf({ 'a.zip': zipOf({ 'b.zip': GOOD }) }), 'not-a-workbook'],
  [
    'a letter of Word',
    'a.docx',
    zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<d/>' }),
    'not-a-workbook',
  ],
  ['a table of another program', 'a.numbers', ascii('abc'), 'unsupported-format'],
  ['a workbook under a password', 'a.xlsx', joined(OLE, wide('EncryptedPackage')), 'password-protected'],
  ['a letter of old Word', 'a.doc', joined(OLE, wide('WordDocument')), 'not-a-workbook'],
  ['an .ods under a password', 'a.ods', odsOf('<c/>', '<m><encryption-data/></m>'), 'password-protected'],
  [
    'a sheet that breaks off',
    'a.xlsx',
    withParts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
    'damaged-file',
  ],
  ['64 MB of nothing in 64 KB', 'a.xlsx', zeros(64 * 1024 * 1024), 'bomb'],
  ['64 MB of nothing that claims to be a little', 'a.xlsx', zeros(5_000), 'bomb'],
  ['65,535 entries', 'a.xlsx', withEntryCount(GOOD, 65_535), 'bomb'],
  ['entries that share their bytes', 'a.xlsx', overlapping(), 'bomb'],
  ['own entities in a sheet', 'a.xlsx', withParts({ 'xl/worksheets/sheet1.xml': ENTITIES }), 'bomb'],
  ['own entities in the texts', 'a.xlsx', withParts({ 'xl/sharedStrings.xml': ENTITIES }), 'bomb'],
  [
    'an .ods that repeats a cell over all rows and columns',
    'a.ods',
    odsOf(
      '<t><table-row number-rows-repeated="1048576"><table-cell value-type="float" value="1" number-columns-repeated="16384"/></table-row></t>',
    ),
    'bomb',
  ],
];

describe('[X1] files that are refused', () => {
  it.each(REFUSED)('%s', async (_, name, bytes, code) => {
    await expect(openWorkbook(name, bytes)).rejects.toMatchObject({ name: 'WorkbookError', code });
  });

  it('opens what differs from a bomb only in being honest', async () => {
    expect(await (await openWorkbook('a.xlsx', GOOD)).listSheets()).toHaveLength(1);
  });

  it('says that a file is damaged wherever it was cut off', async () => {
    for (let length = 2; length < GOOD.length; length += 7) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a failure names its length
      await expect(openWorkbook('a.xlsx', GOOD.subarray(0, length))).rejects.toMatchObject({ code: 'damaged-file' });
    }
  });

  it('never fails without a name, whatever byte is wrong', async () => {
    const flip = fc.record({ at: fc.nat(GOOD.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 4 }), async (flips) => {
        const bytes = GOOD.slice();
        for (const { at, by } of flips) bytes[at] = (bytes[at] ?? 0) ^ by;
        const error: unknown = await openWorkbook('a.xlsx', bytes).then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(error === null || error instanceof WorkbookError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('packages whose texts were changed by hand', () => {
  const rich = partsOf({
    sheets: [
      {
        name: 'Реестр',
        xml: `<dimension ref="A1:C3"/><cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData><row r="1" spans="1:3">${textCell('A1', 'Заявитель', 3)}<c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="A3" s="1"><v>45000</v></c><c r="B3"><f t="shared" ref="B3:B4" si="0">A3+1</f><v>1</v></c></row><row><c/><c><f t="shared" si="0"/></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`,
      },
    ],
    strings: '<si><t>Год</t></si>',
  });
  const paths = Object.keys(rich);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        '/',
        '&',
        '<c>',
        '</c>',
        '</row>',
        '<row r="0">',
        ' r="A0"',
        'r="XFE1"',
        '-1',
        '1e999',
        '<!--',
        ']]>',
      ),
      fc.string({ maxLength: 3 }),
    ),
  });

  it('open, or are refused by name; what opens can be edited and saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const parts = { ...rich };
        for (const { path, at, cut, put } of changes) {
          const text = String(parts[path]);
          const from = Math.floor(at * text.length);
          parts[path] = text.slice(0, from) + put + text.slice(from + cut);
        }
        const error = await openEditSave(zipOf(parts)).then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(error === null || error instanceof WorkbookError ? null : error).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

async function openEditSave(bytes: Uint8Array): Promise<void> {
  const workbook = await openWorkbook('a.xlsx', bytes);
  for (const { name } of await workbook.listSheets()) {
    const view = workbook.view(name);
    for (let column = 0; column < Math.min(view.columnCount, 5); column += 1) view.text(3, column);
    const cell = { sheet: name, row: 3, column: 1 };
    // oxlint-disable-next-line no-await-in-loop -- in order
    await workbook.write([{ cell, value: { kind: 'date', iso: '2026-03-01' } }]);
  }
  await workbook.readCells();
  await workbook.remember('{}');
  await workbook.saveCopy();
}

describe('[X2] names that are words of JavaScript', () => {
  it('do no harm as sheets and headings', async () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const before = Object.getOwnPropertyNames(Object.prototype);
    const cells = words.map((word, index) => textCell(`${'ABCD'[index] ?? ''}1`, word)).join('');
    const bytes = packageOf({
      sheets: words.map((name) => ({ name, xml: `<sheetData><row r="1">${cells}</row></sheetData>` })),
    });
    const workbook = await openWorkbook('a.xlsx', bytes);
    expect((await workbook.readCells()).map(({ name, rows }) => [name, rows[0]?.cells])).toEqual(
      words.map((name) => [name, words]),
    );
    const cell = { sheet: '__proto__', row: 1, column: 0 };
    await workbook.write([{ cell, value: { kind: 'text', text: 'valueOf' } }]);
    const copy = await openWorkbook('a.xlsx', await workbook.saveCopy());
    expect((await copy.readCells({ sheets: ['__proto__'] }))[0]?.rows[0]?.cells[0]).toBe('valueOf');
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
