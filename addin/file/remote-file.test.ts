/** A file that is held on another thread is the same file. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../engine/workbook-port.ts';
import type { FileWorkbook } from './file-workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import { packageOf, textCell } from './test-package.ts';
import { openOverChannel } from './testing-line.ts';

const ROWS = Array.from({ length: 5_000 }, (_, at) => {
  const row = at + 1;
  return `<row r="${row}" ht="${20 + (at % 7)}" customHeight="1"${at % 900 === 5 ? ' hidden="1"' : ''}>${textCell(`A${row}`, `Семья ${at % 40}`)}<c r="C${row}" s="1"><v>${45_000 + at}</v></c><c r="D${row}"><f>C${row}+1</f><v>1</v></c></row>`;
});
const MERGES = Array.from({ length: 4_500 }, (_, at) => `<mergeCell ref="F${at + 1}:G${at + 1}"/>`);
const BOOK = packageOf({
  sheets: [
    { name: 'Реестр', xml: `<sheetData>${ROWS.join('')}</sheetData><mergeCells>${MERGES.join('')}</mergeCells>` },
    { name: 'Скрытый', state: 'hidden', xml: `<sheetData><row r="9">${textCell('B9', 'х', 3)}</row></sheetData>` },
    { name: 'Пустой', xml: '<sheetData/>' },
  ],
});
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const FILES: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['реестр.xlsx', () => BOOK.slice()],
  ['реестр.csv', () => text(`ФИО;Дата\r\n${'Сомова А. П.;12.03.2026\r\n'.repeat(9_000)}`)],
  ['простой.xlsx', async () => new Uint8Array(await readFile('addin/ui/public/samples/plain.xlsx'))],
];
const EDITS: readonly CellEdit[] = [
  { cell: { sheet: '', row: 3, column: 0 }, value: { kind: 'text', text: '=другое' } },
  { cell: { sheet: '', row: 4, column: 1 }, value: { kind: 'date', iso: '2026-03-01' } },
  { cell: { sheet: '', row: 20_000, column: 1 }, value: { kind: 'number', number: 7 } },
];

async function edited(workbook: FileWorkbook): Promise<unknown> {
  const sheet = (await workbook.listSheets())[0]?.name ?? '';
  const outcomes = await workbook.write(EDITS.map(({ cell, value }) => ({ cell: { ...cell, sheet }, value })));
  await workbook.remember('{"a":1}');
  return outcomes;
}

describe('a file on another thread', () => {
  it.each(FILES)('reads, looks, is edited and saved like one on this thread: %s', async (name, bytes) => {
    const near = await openWorkbook(name, await bytes());
    const { workbook: far } = await openOverChannel(name, await bytes());
    const names = (await near.listSheets()).map((sheet) => sheet.name);
    expect(await far.listSheets()).toEqual(await near.listSheets());
    expect(await far.readCells({ sheets: names })).toEqual(await near.readCells({ sheets: names }));
    for (const sheet of names) {
      const [one, other] = [near.view(sheet), far.view(sheet)];
      expect(other.merges).toEqual(one.merges);
      for (const row of [1, 2, 6, 9, 4_999]) {
        expect([other.text(row, 2), other.look(row, 1), other.rowHeight(row), other.isRowHidden(row)]).toEqual([
          one.text(row, 2),
          one.look(row, 1),
          one.rowHeight(row),
          one.isRowHidden(row),
        ]);
      }
    }
    expect([far.notices, far.copyName, far.isTextFile]).toEqual([near.notices, near.copyName, near.isTextFile]);
    expect(await edited(far)).toEqual(await edited(near));
    const copy = await far.saveCopy();
    expect(copy).toEqual(await near.saveCopy());
    expect(await far.saveCopy()).toEqual(copy);
    far.close();
  });

  it('hands the bytes over instead of copying them', async () => {
    const bytes = BOOK.slice();
    const { workbook } = await openOverChannel('a.xlsx', bytes);
    expect(bytes.length).toBe(0);
    expect(workbook.hasUnsavedEdits()).toBe(false);
    expect(await workbook.saveCopy()).toEqual(BOOK);
    workbook.close();
  });

  it('leaves memory alone that holds more than the file', async () => {
    const larger = new Uint8Array(BOOK.length + 10);
    larger.set(BOOK, 5);
    const { workbook } = await openOverChannel('a.xlsx', larger.subarray(5, 5 + BOOK.length));
    expect(larger.length).toBe(BOOK.length + 10);
    workbook.close();
  });

  it.each([
    ['a.xlsx', text('Hello'), 'not-a-workbook'],
    ['a.xlsx', new Uint8Array(0), 'empty-file'],
    ['a.xlsx', BOOK.slice(0, 900), 'damaged-file'],
  ])('is refused by the same name: %s %#', async (name, bytes, code) => {
    await expect(openOverChannel(name, bytes)).rejects.toMatchObject({ name: 'WorkbookError', code });
  });

  it('cannot be saved once the other thread is gone, and says so', async () => {
    const { workbook, fail } = await openOverChannel('a.xlsx', BOOK.slice());
    const waiting = workbook.remember('{}').then(() => workbook.saveCopy());
    fail(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(workbook.saveCopy()).rejects.toThrow('gone');
    workbook.close();
  });
});
