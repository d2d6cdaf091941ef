/** Files that are no workbook, or are made to do harm, are refused by name before they cost anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkbookError } from '../engine/workbook-port.ts';
import { openWorkbook } from './open-workbook.ts';
import { packageOf, partsOf, textCell, zipOf } from './test-package.ts';
import { BAD_FILES, GOOD } from './testing-bad-files.ts';
import { openArchive } from './zip-archive.ts';

describe('[X1] files that are refused', () => {
  it.each(BAD_FILES)('$what', async ({ name, bytes, code }) => {
    await expect(openWorkbook(name, bytes())).rejects.toMatchObject({ name: 'WorkbookError', code });
  });

  it('opens what differs from a bomb only in being honest', async () => {
    expect(await (await openWorkbook('a.xlsx', GOOD)).listSheets()).toHaveLength(1);
  });

  it('says that a file is damaged wherever it was cut off', async () => {
    for (let length = 2; length < GOOD.length; length += 7) {
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

describe('the guard over what is unpacked', () => {
  it('counts a part once: every copy that is saved unpacks the sheets again', () => {
    const archive = openArchive(zipOf({ 'xl/worksheets/sheet1.xml': ' '.repeat(3_900_000) }));
    const [sheet] = archive.entries;
    if (!sheet) throw new Error('the archive is empty');
    for (let copy = 1; copy <= 70; copy += 1) expect(archive.unpack(sheet)).toHaveLength(3_900_000);
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
