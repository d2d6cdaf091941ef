/** What becomes of formulas when cells are overwritten, and of cells that formulas and tables hold. */
import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../engine/workbook-port.ts';
import { openWorkbook } from './open-workbook.ts';
import type { TestPackage } from './test-package.ts';
import { packageOf } from './test-package.ts';
import { changedParts, data, edit, inside, saved, text } from './testing-saved.ts';

const chain = (cells: string): NonNullable<TestPackage['parts']> => ({
  'xl/calcChain.xml': { content: `<calcChain xmlns="urn:x">${cells}</calcChain>`, type: 'calcChain' },
});

describe('formulas', () => {
  const rows = data(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B4" si="0">A1*$A$1&amp;"A1"</f><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>' +
      '<row r="4"><c r="B4"><f t="shared" si="0"></f><v>4</v></c><c r="D4"><f>SUM(A1:A9)</f><v>1</v></c></row>',
  );
  const book = {
    sheets: [{ name: 'A', xml: rows }],
    parts: chain('<c r="B1" i="1" l="1"/><c r="B2"/><c r="D4" s="1"/>'),
  };

  it('go from an overwritten cell and from the order of computing', async () => {
    const result = await saved(book, [text('B2', 'x')]);
    expect(result.after['xl/calcChain.xml']).toBe(
      '<calcChain xmlns="urn:x"><c r="B1" i="1" l="1"/><c r="D4" s="1"/></calcChain>',
    );
    expect(inside(result.sheet)).toContain('<c r="B1"><f t="shared" ref="B1:B4" si="0">');
    expect(changedParts(result)).toEqual(['xl/worksheets/sheet1.xml', 'xl/calcChain.xml']);
  });

  it('that others share pass to the next cell', async () => {
    const result = await saved(book, [text('B1', 'x'), text('B2', 'y')]);
    expect(inside(result.sheet)).toContain(
      '<c r="B3"><f t="shared" ref="B3:B4" si="0">A3*$A$1&amp;amp;&quot;A1&quot;</f>'.replace('&amp;amp;', '&amp;'),
    );
    expect(result.after['xl/calcChain.xml']).toBe('<calcChain xmlns="urn:x"><c i="1" r="D4" s="1"/></calcChain>');
    expect((await result.copy.readCells())[0]?.rows.map(({ formulas }) => [...(formulas ?? [])])).toEqual([
      [],
      [],
      [1],
      [1, 3],
    ]);
  });

  it('leave no empty order of computing behind', async () => {
    const one = data('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>');
    const result = await saved({ sheets: [{ name: 'A', xml: one }], parts: chain('<c r="A1" i="1"/>') }, [
      text('A1', 'x'),
    ]);
    expect(result.after['xl/calcChain.xml']).toBeUndefined();
    expect(result.after['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  });

  it.each([
    ['one that names the cell', 'A1+1', true],
    ['one that names it in a range', 'SUM(A1:C9)', true],
    ['one that names it on a sheet', "'A'!A1", true],
    ['one that hides what it names', 'INDIRECT("A"&amp;1)', true],
    ['a name', 'норма+1', true],
    ['whole columns', 'SUM(A:A)', true],
    ['one about other cells', 'SUM(B2:C9)&amp;"A1"', false],
    ['one about nothing', 'TODAY()+1.5E3', false],
  ])('are computed anew on opening where the change may matter: %s', async (_, formula, expected) => {
    const xml = data(`<row r="1"><c r="A1"><v>1</v></c><c r="E1"><f>${formula}</f><v>1</v></c></row>`);
    const result = await saved({ sheets: [{ name: 'A', xml }], afterSheets: '<calcPr calcId="1"/>' }, [
      text('A1', 'x'),
    ]);
    expect(result.after['xl/workbook.xml']?.includes('<calcPr fullCalcOnLoad="1" calcId="1"/>')).toBe(expected);
  });

  it.each([
    ['', '</sheets><calcPr fullCalcOnLoad="1"/>'],
    ['<definedNames/>', '<definedNames/><calcPr fullCalcOnLoad="1"/>'],
    [
      '<definedNames><definedName name="х">A!$A$1</definedName></definedNames><oleSize ref="A1"/>',
      '</definedNames><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>',
    ],
  ])('ask for computing in the place that the schema gives it, behind «%s»', async (afterSheets, expected) => {
    const xml = data('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>');
    const { after } = await saved({ sheets: [{ name: 'A', xml }], afterSheets }, [text('A1', 'x')]);
    expect(after['xl/workbook.xml']).toContain(expected);
  });
});

describe('cells that must not change', () => {
  it('are results of one formula over several cells, headings of Excel tables, and locked cells', async () => {
    const xml = data(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="D1" t="str"><v>Графа</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>1</v></c></row>',
    );
    const workbook = await openWorkbook(
      'a.xlsx',
      packageOf({
        sheets: [
          { name: 'A', xml },
          {
            name: 'B',
            xml: `${data('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="5"><v>1</v></c></row>')}<sheetProtection sheet="1"/>`,
          },
        ],
        parts: {
          'xl/tables/t.xml': { content: '<table ref="D1:D2"/>' },
          'xl/worksheets/_rels/sheet1.xml.rels': {
            content: '<Relationships><Relationship Id="a" Type="x/table" Target="../tables/t.xml"/></Relationships>',
          },
        },
      }),
    );
    const outcomes = await workbook.write([
      ...['A1', 'A2', 'D1', 'D2', 'A9'].map((address) => text(address, 'x')),
      edit('A1', { kind: 'empty' }, 'B'),
      edit('B1', { kind: 'empty' }, 'B'),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual([
      'protected',
      'protected',
      'protected',
      'ok',
      'ok',
      'protected',
      'ok',
    ]);
  });

  it('are covered by a merged cell, or lie outside of every sheet', async () => {
    const xml = `${data('<row r="1"><c r="A1"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`;
    const workbook = await openWorkbook('a.xlsx', packageOf({ sheets: [{ name: 'A', xml }] }));
    const places = [
      [1, 0],
      [2, 1],
      [0, 0],
      [1_048_577, 0],
      [1, 16_384],
      [1.5, 0],
    ] as const;
    const edits = places.map(([row, column]): CellEdit => ({
      cell: { sheet: 'A', row, column },
      value: { kind: 'empty' },
    }));
    expect((await workbook.write(edits)).map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual([
      'ok',
      'gone',
      'gone',
      'gone',
      'gone',
      'gone',
    ]);
  });
});
