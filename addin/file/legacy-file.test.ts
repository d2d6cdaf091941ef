/** Files of before 2007 and of other offices, read through the library and saved as a new plain workbook. */
import type { BookType, WorkBook } from '@e965/xlsx';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { packageOf, zipOf } from './test-package.ts';

/** The library speaks on the console when it writes .ods; that is no matter of ours. */
function bytesOf(book: WorkBook, bookType: BookType): Uint8Array {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const bytes: unknown = write(book, { type: 'array', bookType });
  return new Uint8Array(bytes as ArrayBuffer);
}

function register(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['Заявитель', 'Дата договора', 'Срок', 'Срок и ещё'],
    ['Ёлкина М. П.', { t: 'n', v: 45_000, z: 'dd.mm.yyyy' }, 12.5, { t: 'n', v: 25, f: 'C2*2' }],
    ['=1+1', null, true, 'x'],
  ]);
  sheet['!cols'] = [{ wch: 30 }, { wch: 12, hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Реестр');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'Скрытый');
  book.Workbook = { Sheets: [{ name: 'Реестр' }, { name: 'Скрытый', Hidden: 1 }] };
  return book;
}

function inOneByte(text: string, encoding: string): number[] {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return [...text].map((letter) => letters.indexOf(letter));
}

const record = (kind: number, data: readonly number[]): number[] => [
  kind & 255,
  kind >> 8,
  data.length & 255,
  data.length >> 8,
  ...data,
];

const cell = (text: string, formula = ''): string =>
  `<table:table-cell ${formula} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

describe('old formats', () => {
  it.each(['xls', 'xlsb', 'ods'] as const)('%s is read and saved anew', async (bookType) => {
    const workbook = await openWorkbook(`a.${bookType}`, bytesOf(register(), bookType));
    expect(workbook.notices).toEqual(['saved-as-xlsx']);
    expect(workbook.copyName).toBe('a (исправлено).xlsx');
    const rows = [
      ['Заявитель', 'Дата договора', 'Срок', 'Срок и ещё'],
      ['Ёлкина М. П.', { serial: 45_000 }, 12.5, 25],
      ['=1+1', null, true, 'x'],
    ];
    const cellsOf = async (file: typeof workbook): Promise<unknown> =>
      (await file.readCells())[0]?.rows.map(({ cells }) => Array.from(cells, (cell) => cell ?? null));
    expect(await cellsOf(workbook)).toEqual(rows);
    await workbook.write([
      { cell: { sheet: 'Реестр', row: 3, column: 1 }, value: { kind: 'date', iso: '2026-03-01' } },
    ]);
    await workbook.remember('{"a":1}');
    const copy = await openWorkbook('b.xlsx', await workbook.saveCopy());
    expect(await cellsOf(copy)).toEqual([rows[0], rows[1], ['=1+1', { serial: 46_082 }, true, 'x']]);
    expect(await copy.recall()).toBe('{"a":1}');
    expect(copy.view('Реестр').text(3, 1)).toBe('01.03.2026');
    expect((await copy.listSheets()).map(({ name }) => name)).toEqual(['Реестр', 'Скрытый']);
  });

  it('tell errors in .ods from texts', async () => {
    const office =
      'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
    const content =
      `<?xml version="1.0"?><office:document-content ${office}><office:body><office:spreadsheet><table:table table:name="A"><table:table-row>` +
      `${cell('#N/A', 'table:formula="of:=NA()"')}${cell('#N/A')}${cell('Ёж')}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
      '</table:table></office:spreadsheet></office:body></office:document-content>';
    const bytes = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': content,
      'META-INF/manifest.xml': '<m/>',
    });
    const [sheet] = await (await openWorkbook('a.ods', bytes)).readCells();
    expect(sheet?.rows.map(({ row, cells }) => [row, cells])).toEqual([[1, [{ error: '#N/A' }, '#N/A', 'Ёж']]]);
  });

  it.each([
    ['that names its code page', 'windows-1251', 1251],
    ['that names the one of DOS', 'ibm866', 866],
    ['that says it is Western European', 'windows-1251', 1252],
    ['that names none', 'windows-1251', null],
  ])('keep the Russian letters of a workbook of before 1995 %s', async (_, encoding, codePage) => {
    const label = (row: number, text: string): number[] => {
      const bytes = inOneByte(text, encoding);
      return record(0x0204, [row, 0, 0, 0, 0, 0, bytes.length, 0, ...bytes]);
    };
    const bytes = Uint8Array.from([
      ...record(0x0809, [0, 5, 0x10, 0, 0, 0, 0, 0]),
      ...(codePage === null ? [] : record(0x0042, [codePage & 255, codePage >> 8])),
      ...label(0, 'Заявитель'),
      ...label(1, 'Ёлкина'),
      ...record(0x000a, []),
    ]);
    const [sheet] = await (await openWorkbook('a.xls', bytes)).readCells();
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([['Заявитель'], ['Ёлкина']]);
  });

  it('keep the Russian letters of a workbook of 1995, names of sheets and formats too', async () => {
    // The library writes no Russian letters there: each word is put in the place of one of equal length.
    const words = { Sheet1: 'Реестр', Applicant: 'Заявитель', Yolkin: 'Ёлкина', mont: 'мес.' };
    const rows = [['Applicant'], ['Yolkin'], [{ t: 'n', v: 12, z: '0" mont"' }], ['Smith']];
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1');
    let letters = Buffer.from(bytesOf(book, 'biff5')).toString('latin1');
    for (const [plain, word] of Object.entries(words)) {
      letters = letters.replaceAll(plain, String.fromCharCode(...inOneByte(word, 'windows-1251')));
    }
    const workbook = await openWorkbook('a.xls', new Uint8Array(Buffer.from(letters, 'latin1')));
    expect(workbook.view('Реестр').text(3, 0)).toBe('12 мес.');
    expect((await workbook.readCells()).map(({ name, rows: read }) => [name, read.map(({ cells }) => cells)])).toEqual([
      ['Реестр', [['Заявитель'], ['Ёлкина'], [12], ['Smith']]],
    ]);
  });

  it('keep letters that are Unicode already', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Müller'], ['Ёлкина']]), 'Реестр');
    const [sheet] = await (await openWorkbook('a.xls', bytesOf(book, 'biff8'))).readCells();
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([['Müller'], ['Ёлкина']]);
  });

  it('refuse what the library would lose', async () => {
    const book = register();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['y']]), 'Ещё');
    book.SheetNames[2] = '__proto__';
    Object.defineProperty(book.Sheets, '__proto__', { value: utils.aoa_to_sheet([['y']]), enumerable: true });
    await expect(openWorkbook('a.xls', bytesOf(book, 'xls'))).rejects.toMatchObject({ code: 'unsupported-format' });
  });

  it('are known by what they are, not by what they are called', async () => {
    const modern = packageOf({ sheets: [{ name: 'A', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }] });
    expect((await openWorkbook('a.xls', modern)).notices).toEqual([]);
    expect((await openWorkbook('a.xlsx', bytesOf(register(), 'xls'))).notices).toEqual(['saved-as-xlsx']);
  });
});
