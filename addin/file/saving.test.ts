/** A saved copy differs from the file in the changed cells, and a sheet's text in nothing else. */
import { describe, expect, it } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { partsOf, TEST_STYLES, textCell, zipOf } from './test-package.ts';
import { changedParts, data, edit, inside, saved, text, valueOf } from './testing-saved.ts';

const ROWS: readonly (readonly [string, string, string, string])[] = [
  [
    'a cell',
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    'A1',
    '<row r="1">§A1§<c r="B1"><v>2</v></c></row>',
  ],
  ['a cell without an address', '<row><c><v>1</v></c><c><v>2</v></c></row>', 'B1', '<row><c><v>1</v></c>§B1§</row>'],
  [
    'a missing cell between others',
    '<row r="1" spans="1:3" ht="9"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>',
    'B1',
    '<row r="1" ht="9"><c r="A1"><v>1</v></c>§B1§<c r="C1"><v>2</v></c></row>',
  ],
  [
    'a missing cell at the end',
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    'D1',
    '<row r="1"><c r="A1"><v>1</v></c>§D1§</row>',
  ],
  [
    'a cell of an empty row',
    '<row r="1"/><row r="2"><c r="A2"><v>1</v></c></row>',
    'B1',
    '<row r="1">§B1§</row><row r="2"><c r="A2"><v>1</v></c></row>',
  ],
  [
    'a missing row between others',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="A5"><v>1</v></c></row>',
    'A3',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="3">§A3§</row><row r="5"><c r="A5"><v>1</v></c></row>',
  ],
  ['a missing row at the end', '<row><c><v>1</v></c></row>', 'A2', '<row><c><v>1</v></c></row><row r="2">§A2§</row>'],
  [
    'a cell of a row out of order',
    '<row r="5"><c r="C5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>',
    'A5',
    '<row r="5"><c r="C5"><v>1</v></c>§A5§</row><row r="2"><c r="A2"><v>3</v></c></row>',
  ],
  [
    'an empty cell tag',
    "<row r='1'><c r = 'A1' /><c r='B1'><v>1</v></c></row>",
    'A1',
    "<row r='1'>§A1§<c r='B1'><v>1</v></c></row>",
  ],
];

describe('the text of a sheet', () => {
  it.each(ROWS)('changes only at %s', async (_, rows, address, expected) => {
    const { copy, sheet, ...rest } = await saved({ sheets: [{ name: 'A', xml: data(rows) }] }, [text(address, '=да')]);
    const cell = `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">=да</t></is></c>`;
    expect(inside(sheet)).toBe(expected.replace(/§.*§/, cell));
    expect(await valueOf(copy, address)).toBe('=да');
    expect(changedParts({ ...rest, copy, sheet })).toEqual(['xl/worksheets/sheet1.xml']);
  });

  it('may have prefixes', async () => {
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { copy, sheet } = await saved({ sheets: [{ name: 'A', xml }] }, [text('A1', 'а'), text('C9', 'б')]);
    expect(sheet).toContain('<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">а</x:t></x:is></x:c>');
    expect(sheet).toContain('<x:dimension ref="A1:C9"/>');
    expect(await valueOf(copy, 'C9')).toBe('б');
  });

  it('may have no rows yet', async () => {
    const { copy } = await saved(
      {
        sheets: [
          { name: 'A', xml: '<sheetData/>' },
          { name: 'B', xml: data(`<row r="1">${textCell('A1', 'x')}</row>`) },
        ],
      },
      [text('B2', 'а')],
    );
    expect(await valueOf(copy, 'B2')).toBe('а');
  });

  it('keeps formats, and drops metadata of the value', async () => {
    const { sheet } = await saved(
      {
        sheets: [
          { name: 'A', xml: data('<row r="1"><c r="A1" s="3" cm="1" vm="2"><v>1</v></c><c r="B1"><v>2</v></c></row>') },
        ],
      },
      [edit('A1', { kind: 'empty' })],
    );
    expect(inside(sheet)).toBe('<row r="1"><c r="A1" s="3"/><c r="B1"><v>2</v></c></row>');
  });
});

describe('dates', () => {
  const book = {
    sheets: [
      {
        name: 'A',
        xml: data(
          `<row r="1">${textCell('A1', '10.03.2025', 3)}${textCell('B1', '1', 1)}<c r="C1" s="2" t="str"><v>10.03.2025</v></c></row>`,
        ),
      },
    ],
  };

  it('get a date format that keeps font, fill, borders and alignment', async () => {
    const result = await saved(book, [
      edit('A1', { kind: 'date', iso: '2025-03-10' }),
      edit('C1', { kind: 'date', iso: '2025-03-11' }),
    ]);
    expect(inside(result.sheet)).toContain('<c r="A1" s="7"><v>45726</v></c>');
    const styles = result.after['xl/styles.xml'] ?? '';
    expect(styles).toContain('<cellXfs count="9">');
    expect(styles).toContain(
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="dd.mm.yyyy"/></numFmts>',
    );
    expect(styles).toContain(
      '<xf numFmtId="165" applyNumberFormat="1" fontId="1" fillId="2" borderId="1" xfId="0"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="165" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    );
    expect(result.copy.view('A').text(1, 0)).toBe('10.03.2025');
    expect(result.copy.view('A').look(1, 0)).toMatchObject({ isBold: true, fill: 'FFFF00', wraps: true });
  });

  it('leave the formats alone where the cell has a date format', async () => {
    const result = await saved(book, [edit('B1', { kind: 'date', iso: '2025-03-10' })]);
    expect(changedParts(result)).toEqual(['xl/worksheets/sheet1.xml']);
  });

  it('make way for a number', async () => {
    const result = await saved(book, [edit('B1', { kind: 'number', number: 12 })]);
    expect(await valueOf(result.copy, 'B1')).toBe(12);
    expect(result.outcomes).toMatchObject([{ ok: true, now: 12 }]);
    expect(result.after['xl/styles.xml']).not.toContain('165');
  });

  it('find a place in packages without number formats, and without formats at all', async () => {
    const styles = TEST_STYLES.replace(/<numFmts.*<\/numFmts>/, '');
    for (const one of [
      { ...book, styles },
      { ...book, styles: styles.replaceAll(/<(\/?)(?!\?)/g, '<$1y:').replace('xmlns=', 'xmlns:y=') },
    ]) {
      const { copy } = await saved(one, [edit('A1', { kind: 'date', iso: '2025-03-10' })]);
      expect(await valueOf(copy, 'A1')).toEqual({ serial: 45_726 });
    }
  });

  it('go into a list of number formats that is there and empty: Excel takes a second list for damage', async () => {
    const styles = TEST_STYLES.replace(/<numFmts.*<\/numFmts>/, '<numFmts count="0" />');
    const { after } = await saved({ ...book, styles }, [edit('A1', { kind: 'date', iso: '2025-03-10' })]);
    expect(after['xl/styles.xml']?.match(/<numFmts[^>]*>/g)).toEqual(['<numFmts count="1">']);
  });

  it('count from 1904 where the workbook says so in a tag of any shape', async () => {
    const xml = data('<row r="1"><c r="A1" s="1"><v>43538</v></c></row>');
    const parts = partsOf({ sheets: [{ name: 'A', xml }], isDate1904: true });
    const open = String(parts['xl/workbook.xml']);
    for (const text of [open, open.replace(/(<workbookPr[^>]*)\/>/, '$1></workbookPr>')]) {
      const workbook = await openWorkbook('a.xlsx', zipOf({ ...parts, 'xl/workbook.xml': text }));
      expect(await valueOf(workbook, 'A1')).toEqual({ serial: 45_000 });
    }
  });
});
