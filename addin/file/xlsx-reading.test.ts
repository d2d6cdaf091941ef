/** What Excel and other programs write into packages, read as Excel shows it. The library serves as a second reader. */
import type { CellObject } from '@e965/xlsx';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { CellValue, SheetCells } from '../../shared/domain/sheet-cells.ts';
import { openWorkbook } from './open-workbook.ts';
import type { TestPackage } from './test-package.ts';
import { packageOf, partsOf, zipOf } from './test-package.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function sheetOf(xml: string, more: Partial<TestPackage> = {}): Promise<SheetCells> {
  const workbook = await openWorkbook('a.xlsx', packageOf({ ...more, sheets: [{ name: 'A', xml }] }));
  const [sheet] = await workbook.readCells();
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

type Filled = Readonly<Record<number, Readonly<Record<number, CellValue>>>>;

/** Row → filled cells by column. */
function filled(sheet: SheetCells): Filled {
  const rows = sheet.rows.map(({ row, cells }) => {
    const values = cells.flatMap((value, column): [number, CellValue][] =>
      value === undefined ? [] : [[column, value]],
    );
    return [row, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(rows);
}

const data = (xml: string): string => `<sheetData>${xml}</sheetData>`;
const one = (cell: string): string => data(`<row r="1">${cell}</row>`);

const VALUES: readonly (readonly [string, string, CellValue])[] = [
  ['a number', '<c r="A1"><v>1.5</v></c>', 1.5],
  ['a number in powers', '<c r="A1"><v>1.2E-3</v></c>', 0.0012],
  ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'общий'],
  ['a rich text without its reading aid', '<c r="A1" t="s"><v>1</v></c>', 'жирный и нет'],
  ['an empty shared text', '<c r="A1" t="s"><v>2</v></c>', null],
  ['a shared text that is not there', '<c r="A1" t="s"><v>99</v></c>', null],
  ['a text in the cell', '<c r="A1" t="inlineStr"><is><t>да</t></is></c>', 'да'],
  [
    'a rich text in the cell',
    '<c r="A1" t="inlineStr"><is><r><t>а</t></r><r><t xml:space="preserve"> б</t></r></is></c>',
    'а б',
  ],
  ['a text that a formula gives', '<c r="A1" t="str"><f>B1</f><v>итог</v></c>', 'итог'],
  ['an empty text that a formula gives', '<c r="A1" t="str"><f>B1</f><v></v></c>', null],
  ['a formula without a result', '<c r="A1"><f>B1</f></c>', null],
  ['an error', '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>', { error: '#N/A' }],
  ['true', '<c r="A1" t="b"><v>1</v></c>', true],
  ['false', '<c r="A1" t="b"><v>0</v></c>', false],
  ['a date', '<c r="A1" s="1"><v>45000</v></c>', { serial: 45_000 }],
  ['a date by a built-in format', '<c r="A1" s="4"><v>45000.5</v></c>', { serial: 45_000.5 }],
  ['a date as the strict form writes it', '<c r="A1" t="d"><v>2023-03-15T00:00:00</v></c>', { serial: 45_000 }],
  ['a number as text', '<c r="A1" s="2" t="str"><v>007</v></c>', '007'],
  ['letters that XML cannot hold', '<c r="A1" t="str"><v>а_x000D_б_x005F_x</v></c>', 'а\rб_x'],
  ['references', '<c r="A1" t="str"><v>&lt;&amp;&#1046;&#x1F46A;&quot;</v></c>', '<&Ж👪"'],
  ['raw character data', '<c r="A1" t="str"><v><![CDATA[<a> & б]]></v></c>', '<a> & б'],
  ['a comment in the middle', '<c r="A1" t="str"><v>а<!-- < нет > -->б</v></c>', 'аб'],
  ['a tag with single quotes and spaces', "<c  r = 'A1'\n t='str' ><v >да</v ></c >", 'да'],
  ['an attribute with a greater-than sign', '<c r="A1" t="str" x="a>b"><v>да</v></c>', 'да'],
  ['Windows line ends', '<c r="A1" t="str"><v>а\r\nб</v></c>', 'а\nб'],
];

describe('cells of a package', () => {
  const strings =
    '<si><t>общий</t></si><si><r><t>жирный</t></r><r><t xml:space="preserve"> и нет</t></r><rPh><t>ЧТЕНИЕ</t></rPh></si><si/>';

  it.each(VALUES)('%s', async (_, cell, expected) => {
    const marker = '<c r="B1"><v>7</v></c>';
    const sheet = await sheetOf(one(cell + marker), { strings });
    expect(filled(sheet)).toEqual({ 1: expected === null ? { 1: 7 } : { 0: expected, 1: 7 } });
  });

  it('know which values come from formulas', async () => {
    const sheet = await sheetOf(one('<c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c><c r="C1"><f>A1</f></c>'));
    expect(sheet.rows[0]?.formulas).toEqual(new Set([1, 2]));
  });
});

const PLACES: readonly (readonly [string, string, Filled])[] = [
  [
    'without any addresses',
    data('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>'),
    { 1: { 0: 1, 1: 2 }, 3: { 1: 3 } },
  ],
  [
    'with addresses here and there',
    data('<row r="4"><c r="C4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
    { 4: { 2: 1, 3: 2 }, 5: { 0: 3 } },
  ],
  [
    'out of order',
    data('<row r="5"><c r="C5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>'),
    { 2: { 1: 3 }, 5: { 0: 2, 2: 1 } },
  ],
  [
    'in a range that is declared wrongly',
    `<dimension ref="A1"/>${data('<row r="9"><c r="AF9"><v>1</v></c></row>')}`,
    { 9: { 31: 1 } },
  ],
  [
    'in a range as large as a sheet',
    `<dimension ref="A1:XFD1048576"/>${data('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')}`,
    { 1: { 0: 1 }, 1048576: { 16383: 2 } },
  ],
  [
    'under a prefix',
    `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>да</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    { 1: { 0: 'да' } },
  ],
];

describe('places of cells', () => {
  it.each(PLACES)('%s', async (_, xml, expected) => {
    const sheet = await sheetOf(xml);
    expect(filled(sheet)).toEqual(expected);
    expect(sheet.rows.map(({ row }) => row)).toEqual(sheet.rows.map(({ row }) => row).toSorted((a, b) => a - b));
  });

  it('are hidden by a mark or by having no size', async () => {
    const columns =
      '<cols><col min="2" max="2" hidden="1"/><col min="4" max="5" width="0"/><col min="6" max="6" width="9"/></cols>';
    const rows =
      '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" ht="0"><c><v>1</v></c></row><row r="3" ht="9"><c><v>1</v></c></row>';
    const sheet = await sheetOf(columns + data(rows));
    expect([...sheet.hiddenColumns]).toEqual([1, 3, 4]);
    expect(sheet.rows.map(({ hidden }) => hidden === true)).toEqual([true, true, false]);
  });

  it('leave out rows that only look like something', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, i) => `<row r="${i + 2}" ht="20" customHeight="1"><c r="A${i + 2}" s="3"/></row>`,
    );
    const workbook = await openWorkbook(
      'a.xlsx',
      packageOf({ sheets: [{ name: 'A', xml: data(`<row r="1"><c r="A1"><v>1</v></c></row>${rows.join('')}`) }] }),
    );
    expect((await workbook.readCells())[0]?.rows).toHaveLength(1);
    expect(workbook.view('A').rowCount).toBe(1);
  });
});

describe('packages of other programs', () => {
  const SHEET = one('<c r="A1" t="str"><v>Ёж</v></c>');

  it('may write their parts in UTF-16', async () => {
    const parts = partsOf({ sheets: [{ name: 'A', xml: SHEET }] });
    const text = String(parts['xl/worksheets/sheet1.xml']).replace('UTF-8', 'UTF-16');
    const units = Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0));
    const bytes = zipOf({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(units.buffer) });
    const workbook = await openWorkbook('a.xlsx', bytes);
    const cell = { sheet: 'A', row: 1, column: 1 };
    await workbook.write([{ cell, value: { kind: 'text', text: 'Уж' } }]);
    const copy = await openWorkbook('a.xlsx', await workbook.saveCopy());
    expect((await copy.readCells())[0]?.rows[0]?.cells).toEqual(['Ёж', 'Уж']);
  });

  it('may name their parts as they like', async () => {
    const {
      'xl/workbook.xml': book = '',
      'xl/worksheets/sheet1.xml': sheet = '',
      ...parts
    } = partsOf({
      sheets: [{ name: 'A', xml: SHEET }],
    });
    const relations = String(parts['xl/_rels/workbook.xml.rels']).replace('worksheets/sheet1.xml', './Лист/../x.xml');
    const bytes = zipOf({
      '_rels/.rels': String(parts['_rels/.rels']).replace('xl/workbook.xml', '/book/b.xml'),
      '[Content_Types].xml': '<Types/>',
      'book/b.xml': book,
      'book/_rels/b.xml.rels': relations,
      'book/X.XML': sheet,
    });
    const [read] = await (await openWorkbook('a.xlsx', bytes)).readCells();
    expect(read?.rows[0]?.cells).toEqual(['Ёж']);
  });

  it.each([
    ['реестр.xlsm', 'реестр (исправлено).xlsm'],
    ['реестр.XLTX', 'реестр (исправлено).XLTX'],
    ['реестр.xls', 'реестр (исправлено).xlsx'],
  ])('%s is saved as %s', async (name, copyName) => {
    const workbook = await openWorkbook(name, packageOf({ sheets: [{ name: 'A', xml: SHEET }] }));
    expect(workbook.copyName).toBe(copyName);
  });

  it('may have sheets of other kinds and macros, which are left alone', async () => {
    const workbook = await openWorkbook(
      'a.xlsm',
      packageOf({
        sheets: [{ name: 'A', xml: SHEET }],
        parts: { 'xl/vbaProject.bin': { content: Uint8Array.of(1, 2, 3), type: 'vbaProject' } },
      }),
    );
    expect(workbook.notices).toEqual(['macros-ignored']);
    expect(workbook.copyName).toBe('a (исправлено).xlsm');
  });

  it('are read by the library with the same values', async () => {
    const ordinary = VALUES.filter(([name]) => !ODD.test(name));
    const cells = ordinary.map(
      ([, cell], index) => `<row r="${index + 1}">${cell.replace('A1', `A${index + 1}`)}</row>`,
    );
    const strings = '<si><t>общий</t></si><si><t>второй</t></si><si/>';
    const bytes = packageOf({ sheets: [{ name: 'A', xml: data(cells.join('')) }], strings });
    const [mine] = await (await openWorkbook('a.xlsx', bytes)).readCells();
    const theirs: readonly (readonly (CellObject | undefined)[] | undefined)[] =
      read(bytes, { dense: true }).Sheets['A']?.['!data'] ?? [];
    const valuesOf = (index: number): unknown => plain(mine?.rows.find(({ row }) => row === index + 1)?.cells[0]);
    const theirsOf = (index: number): unknown => {
      const cell = theirs[index]?.[0];
      return (cell?.t === 'e' ? cell.w : cell?.v) ?? '';
    };
    expect(ordinary.map((_, index) => valuesOf(index))).toEqual(ordinary.map((_, index) => theirsOf(index)));
    expect(ordinary.length).toBeGreaterThan(14);
  });
});

/** What the library reads in another way than Excel, or not at all. */
const ODD = /comment|quotes|references|strict|cannot hold|line ends|character data|greater-than|not there/;

function plain(value: CellValue | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value ?? '';
  return 'serial' in value ? value.serial : value.error;
}
