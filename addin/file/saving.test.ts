/** A saved copy differs from the file in the changed cells, in what they need, and in nothing else. */
import type { CellObject } from '@e965/xlsx';
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { a1, cellOfA1 } from '../../shared/domain/cell-address.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import type { CellEdit, EditOutcome } from '../engine/workbook-port.ts';
import type { FileWorkbook } from './file-workbook.ts';
import { openWorkbook } from './open-workbook.ts';
import type { TestPackage } from './test-package.ts';
import { packageOf, TEST_STYLES, textCell, textsOf } from './test-package.ts';

const data = (xml: string): string => `<sheetData>${xml}</sheetData>`;
const edit = (address: string, value: CellEdit['value'], sheet = 'A'): CellEdit => ({
  cell: { sheet, ...(cellOfA1(address) ?? { row: 0, column: 0 }) },
  value,
});
const text = (address: string, value: string): CellEdit => edit(address, { kind: 'text', text: value });

interface Saved {
  readonly workbook: FileWorkbook;
  readonly outcomes: readonly EditOutcome[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly sheet: string;
  readonly copy: FileWorkbook;
}

async function saved(book: TestPackage, edits: readonly CellEdit[]): Promise<Saved> {
  const bytes = packageOf(book);
  const workbook = await openWorkbook('a.xlsx', bytes);
  const outcomes = await workbook.write(edits);
  const copyBytes = await workbook.saveCopy();
  const [before, after] = [textsOf(bytes), textsOf(copyBytes)];
  const copy = await openWorkbook('a.xlsx', copyBytes);
  return { workbook, outcomes, before, after, copy, sheet: after['xl/worksheets/sheet1.xml'] ?? '' };
}

const changedParts = ({ before, after }: Saved): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
const inside = (sheet: string): string => /<sheetData>(.*)<\/sheetData>/s.exec(sheet)?.[1] ?? '';

async function valueOf(workbook: FileWorkbook, address: string): Promise<CellValue> {
  const place = cellOfA1(address);
  const [sheet] = await workbook.readCells();
  return sheet?.rows.find(({ row }) => row === place?.row)?.cells[place?.column ?? 0] ?? null;
}

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
      // oxlint-disable-next-line no-await-in-loop -- in order
      const { copy } = await saved(one, [edit('A1', { kind: 'date', iso: '2025-03-10' })]);
      // oxlint-disable-next-line no-await-in-loop -- in order
      expect(await valueOf(copy, 'A1')).toEqual({ serial: 45_726 });
    }
  });
});

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

describe('the state in the package', () => {
  const book = { sheets: [{ name: 'A', xml: data('<row r="1"><c r="A1"><v>1</v></c></row>') }] };

  it('comes with its own part, related and declared, and is replaced in place', async () => {
    const workbook = await openWorkbook('a.xlsx', packageOf(book));
    await workbook.remember('{"a":1}');
    const first = await workbook.saveCopy();
    const again = await openWorkbook('a.xlsx', first);
    await again.remember('{"a":2}');
    const [one, two] = [textsOf(first), textsOf(await again.saveCopy())];
    expect(Object.keys(two)).toEqual(Object.keys(one));
    expect(Object.keys(one).filter((name) => one[name] !== two[name])).toEqual(['customXml/item1.xml']);
    expect(one['[Content_Types].xml']).toContain('PartName="/customXml/itemProps1.xml"');
  });

  it('leaves a damaged one as it is', async () => {
    const damaged =
      '<kurator xmlns="urn:kurator:state" version="1" saved="3" length="900" check="1">{"половина"</kurator>';
    const bytes = packageOf({ ...book, parts: { 'customXml/item1.xml': { content: damaged, type: 'customXml' } } });
    const workbook = await openWorkbook('a.xlsx', bytes);
    await expect(workbook.recall()).rejects.toMatchObject({ code: 'state-damaged' });
    await workbook.remember('{}');
    const copy = await workbook.saveCopy();
    expect(textsOf(copy)['customXml/item1.xml']).toBe(damaged);
    expect(await (await openWorkbook('a.xlsx', copy)).recall()).toBe('{}');
  });
});

describe('any edits of any workbook', () => {
  const address = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 6 }));
  const content = fc.oneof(
    fc.integer().map((number) => `<v>${number}</v>`),
    fc.constant('<f>A1+1</f><v>2</v>'),
    fc.constant(''),
  );
  const cells = fc.uniqueArray(fc.tuple(address, content, fc.nat(6)), {
    selector: ([place]) => place.join(),
    minLength: 1,
  });
  const value: fc.Arbitrary<CellEdit['value']> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }).map((one) => ({ kind: 'text', text: one }) as const),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((number) => ({ kind: 'number', number: number + 0 }) as const),
    fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => ({ kind: 'date', iso: date.toISOString().slice(0, 10) }) as const),
    fc.constant({ kind: 'empty' } as const),
  );

  it('are in the copy, for us and for the library; the rest is as it was; undone, the file is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.array(fc.tuple(address, value), { maxLength: 12 }),
        fc.boolean(),
        async (start, edits, isDate1904) => {
          const byRow = Map.groupBy(start, ([[row]]) => row);
          const rows = [...byRow].map(
            ([row, list]) =>
              `<row r="${row}">${list.map(([[, column], xml, format]) => `<c r="${a1(row, column)}" s="${format}">${xml}</c>`).join('')}</row>`,
          );
          const bytes = packageOf({
            sheets: [{ name: 'A', xml: data(`<row r="20">${textCell('A20', 'x')}</row>${rows.join('')}`) }],
            isDate1904,
          });
          const workbook = await openWorkbook('a.xlsx', bytes);
          const untouched = new Map<string, CellValue>();
          for (const { row, cells: list } of (await workbook.readCells())[0]?.rows ?? []) {
            list.forEach((one, column) => untouched.set(a1(row, column), one ?? null));
          }
          const outcomes = await workbook.write(
            edits.map(([[row, column], one]) => ({ cell: { sheet: 'A', row, column }, value: one })),
          );
          expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
          for (const outcome of outcomes) {
            const { row, column } = outcome.cell;
            if (outcome.ok) untouched.set(a1(row, column), outcome.now);
          }
          const copyBytes = await workbook.saveCopy();
          const [before, after] = [textsOf(bytes), textsOf(copyBytes)];
          const others = Object.keys(before).filter((name) => !/sheet1|styles|workbook\.xml$/.test(name));
          expect(others.map((name) => after[name])).toEqual(others.map((name) => before[name]));
          const copy = await openWorkbook('a.xlsx', copyBytes);
          const theirs: readonly (readonly (CellObject | undefined)[] | undefined)[] =
            read(copyBytes, { dense: true }).Sheets['A']?.['!data'] ?? [];
          const places = [...untouched.keys()];
          expect(await Promise.all(places.map((place) => valueOf(copy, place)))).toEqual([...untouched.values()]);
          const numbers = [...untouched].filter(([, one]) => typeof one === 'number');
          const theirNumber = (place: string): unknown => {
            const { row = 1, column = 0 } = cellOfA1(place) ?? {};
            return theirs[row - 1]?.[column]?.v;
          };
          expect(numbers.map(([place]) => theirNumber(place))).toEqual(numbers.map(([, one]) => one));
          await workbook.write(
            outcomes.toReversed().map((outcome) => ({
              cell: outcome.cell,
              value: { kind: 'restore', before: outcome.ok && outcome.before },
            })),
          );
          expect(workbook.hasChanges()).toBe(false);
          expect(await workbook.saveCopy()).toEqual(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });
});
