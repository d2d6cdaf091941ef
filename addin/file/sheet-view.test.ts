import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateFormat } from '../../shared/domain/date-format.ts';
import { formattedNumber } from './library-format.ts';
import { numberShower, shownPlainly } from './number-format.ts';
import { openWorkbook } from './open-workbook.ts';
import { packageOf, textCell } from './test-package.ts';
import { GENERAL } from './xlsx-styles.ts';

describe('numbers as people see them', () => {
  it.each([
    ['General', 12, '12'],
    ['General', 0.1 + 0.2, '0,3'],
    ['General', 1e21, '1E+21'],
    ['@', 7, '7'],
    ['0.00', 1.5, '1,50'],
    ['#,##0', 1_234_567, '1\u00A0234\u00A0567'],
    ['0%', 0.3, '30%'],
    ['000000', 42, '000042'],
    ['0" дней"', 5, '5 дней'],
    ['dd.mm.yyyy', 46_326, '31.10.2026'],
    ['dd\\.mm\\.yyyy', 46_326, '31.10.2026'],
    ['d.m.yy', 46_326, '31.10.26'],
    ['yyyy-mm-dd', 46_326, '2026-10-31'],
    ['dd.mm.yyyy h:mm', 46_326.5, '31.10.2026 12:00'],
    ['dd.mm.yyyy"г."', 46_326, '31.10.2026г.'],
    ['mmmm yyyy', 46_326, 'Октябрь 2026'],
    ['[$-419]d mmm yy;@', 46_326, '31 окт 26'],
    ['dddd', 46_326, 'суббота'],
    ['h:mm', 0.75, '18:00'],
    ['dd.mm.yyyy', -5, '-5'],
    ['dd.mm.yyyy', 1e12, '1E+12'],
    ['"', 5, '5'],
  ])('%s of %d', (numberFormat, number, expected) => {
    expect(
      formattedNumber(number, { ...GENERAL, numberFormatId: 164, numberFormat, isDate: isDateFormat(numberFormat) }),
    ).toBe(expected);
  });

  it('follow the Russian order in formats of the computer', () => {
    const shown = [14, 17, 22].map((numberFormatId) =>
      formattedNumber(46_326.25, { ...GENERAL, numberFormatId, isDate: true }),
    );
    expect(shown).toEqual(['31.10.2026', 'окт.26', '31.10.2026 6:00']);
  });
});

const formatOf = (numberFormat: string) => ({
  ...GENERAL,
  numberFormatId: 164,
  numberFormat,
  isDate: isDateFormat(numberFormat),
});

describe('numbers without the library', () => {
  const codes = [
    'General',
    '@',
    '0',
    '0.00',
    '0.000',
    'dd.mm.yyyy',
    'd.m.yy',
    'dd\\.mm\\.yyyy;@',
    '[$-419]dd/mm/yyyy',
    'yyyy-mm-dd',
    'mm.yyyy',
  ];

  it.each(codes)('%s is shown as the library shows it', (code) => {
    const format = formatOf(code);
    const numbers = fc.oneof(
      fc.integer({ min: 61, max: 2_958_465 }),
      fc
        .integer({ min: -99_999, max: 99_999_999 })
        .map((number) => (format.isDate ? 61 + Math.abs(number % 60_000) : number)),
      fc.integer({ min: 0, max: 9_999_999 }).map((number) => (format.isDate ? 45_000.25 : number / 100)),
    );
    fc.assert(
      fc.property(numbers, (number) => {
        expect(shownPlainly(number, format)).toBe(formattedNumber(number, format));
      }),
    );
  });

  it('need it for any other format, and only then', async () => {
    expect(await numberShower(codes.map(formatOf))).toBe(shownPlainly);
    expect(await numberShower([{ ...GENERAL, numberFormatId: 14, isDate: true }])).toBe(shownPlainly);
    for (const code of ['#,##0', 'mmmm yyyy', 'h:mm', '0%', '0" дней"', '[h]:mm', '0;-0', 'd"г."']) {
      expect(await numberShower([formatOf('0'), formatOf(code)])).toBe(formattedNumber);
    }
  });

  it.each([
    ['0.00', 1.005, '1,01'],
    ['0.00', -0.001, '0,00'],
    ['0', 2.5, '3'],
    ['0', -2.5, '-3'],
    ['General', 1.5e-7, '1,5E-07'],
    ['dd.mm.yyyy', 0.5, '0,5'],
  ])('%s of %d rounds as Excel does', (code, number, expected) => {
    expect(shownPlainly(number, formatOf(code))).toBe(expected);
  });

  it.each([
    [1e11, '1E+11'],
    [-2.5, '-2,5'],
    [0.1 + 0.2, '0,3'],
    [0, '0'],
    [12_345_678_901, '12345678901'],
  ])('%d is General', (number, expected) => {
    expect(shownPlainly(number, undefined)).toBe(expected);
    expect(formattedNumber(number, undefined)).toBe(expected);
  });
});

describe('the view of a sheet', () => {
  const xml =
    '<sheetViews><sheetView><pane xSplit="2" ySplit="1" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultColWidth="11"/>' +
    '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="3" max="16384" width="5" hidden="1"/></cols>' +
    `<sheetData><row r="1" ht="40" customHeight="1">${textCell('A1', 'Заявитель', 3)}</row>` +
    `<row r="3" hidden="1"><c r="B3" s="1"><v>46326</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#N/A</v></c></row>` +
    '<row r="900000" ht="5" customHeight="1" hidden="1"/></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';

  it('has the size of what is filled, and the layout that matters', async () => {
    const view = (await openWorkbook('a.xlsx', packageOf({ sheets: [{ name: 'A', xml }] }))).view('A');
    expect(view).toMatchObject({ name: 'A', rowCount: 3, columnCount: 4, frozenRows: 1, frozenColumns: 2 });
    expect([1, 3].map((row) => [0, 1, 2, 3].map((column) => view.text(row, column)))).toEqual([
      ['Заявитель', '', '', ''],
      ['', '31.10.2026', 'ИСТИНА', '#N/A'],
    ]);
    expect([0, 1, 2].map((column) => view.columnWidth(column))).toEqual([30, 11, 5]);
    expect([1, 2].map((row) => view.rowHeight(row))).toEqual([40, null]);
    expect([view.isRowHidden(3), view.isRowHidden(1), view.isColumnHidden(2), view.isColumnHidden(0)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(view.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
    expect(view.look(1, 0)).toMatchObject({
      isBold: true,
      fill: 'FFFF00',
      textColour: 'FF0000',
      horizontal: 'center',
      wraps: true,
      hasBorder: true,
    });
    expect(view.look(9, 9)).toBeNull();
  });

  it('shows edits at once', async () => {
    const workbook = await openWorkbook('a.xlsx', packageOf({ sheets: [{ name: 'A', xml }] }));
    const view = workbook.view('A');
    await workbook.write([{ cell: { sheet: 'A', row: 1, column: 0 }, value: { kind: 'date', iso: '2026-03-01' } }]);
    expect(view.text(1, 0)).toBe('01.03.2026');
    expect(view.look(1, 0)).toMatchObject({ isBold: true, fill: 'FFFF00' });
    await workbook.write([{ cell: { sheet: 'A', row: 50, column: 9 }, value: { kind: 'text', text: 'x' } }]);
    expect(workbook.view('A')).toMatchObject({ rowCount: 50, columnCount: 10 });
  });

  it('is refused for a sheet that is not there', async () => {
    const workbook = await openWorkbook('a.xlsx', packageOf({ sheets: [{ name: 'A', xml }] }));
    expect(() => workbook.view('B')).toThrow('sheet-missing');
  });
});

describe('watching a file', () => {
  it('tells writes of its own and where somebody went, until it is stopped', async () => {
    const workbook = await openWorkbook('a.csv', new TextEncoder().encode('a;b\n1;2'));
    const seen: unknown[] = [];
    const stop = workbook.watch({ onChange: (change) => seen.push(change), onSelect: (cell) => seen.push(cell) });
    const cell = { sheet: 'a', row: 2, column: 1 };
    await workbook.write([
      { cell, value: { kind: 'empty' } },
      { cell: { ...cell, row: 4, column: 0 }, value: { kind: 'text', text: 'x' } },
    ]);
    await workbook.select(cell);
    stop();
    await workbook.select(cell);
    expect(seen).toEqual([{ sheet: 'a', area: { top: 2, left: 0, bottom: 4, right: 1 }, source: 'self' }, cell]);
  });
});
