/** What other systems call .xls: web pages, XML of 2003, tables in plain text. */
import { describe, expect, it } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { textsOf } from './test-package.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const CYRILLIC = new Map(
  [...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map((c, i) => [c, i]),
);
const cp1251 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => CYRILLIC.get(letter) ?? 63);

async function rowsOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const [sheet] = await (await openWorkbook(name, bytes)).readCells();
  return sheet?.rows.map(({ row, cells }) => [row, Array.from(cells, (cell) => cell ?? null)]);
}

const PAGE = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251">
<title>Выгрузка</title><style>td { mso-number-format: "<table>"; }</style><!--[if gte mso 9]><xml><td>нет</td></xml><![endif]--></head>
<body><h1>Реестр семей</h1><p>на 1&nbsp;марта 2026 г.</p>
<table border=1><tr><th rowspan="2">ФИО<br>заявителя</th><th colspan=2>Договор</th></tr><tr><TD>Номер</TD><td>Дата</td></tr>
<tr><td>Сомова А. П.
   &laquo;сестра&raquo; &amp; брат</td><td x:num="15">15</td><td>01.02.2019</td></tr><tr><td>1 < 2<td><td>&#1078;</table><div>Итого: 1</div></body></html>`;
const PAGE_ROWS = [
  [1, ['Реестр семей']],
  [2, ['на 1\u00A0марта 2026 г.']],
  [3, ['ФИО\nзаявителя', 'Договор']],
  [4, [null, 'Номер', 'Дата']],
  [5, ['Сомова А. П. «сестра» & брат', '15', '01.02.2019']],
  [6, ['1 < 2', null, 'ж']],
  [7, ['Итого: 1']],
];

describe('a web page that calls itself a workbook', () => {
  it.each([
    ['windows-1251', cp1251(PAGE)],
    ['UTF-8, whatever it says', utf8(PAGE)],
    ['UTF-8 with a mark', utf8(`\uFEFF${PAGE}`)],
  ])('is read as Excel reads it, in %s', async (_, bytes) => {
    expect(await rowsOf('Выгрузка.xls', bytes)).toEqual(PAGE_ROWS);
  });

  it('has merged cells, keeps dates as texts, and is saved as a workbook with edits, state and report', async () => {
    const workbook = await openWorkbook('Выгрузка.xls', utf8(PAGE));
    expect([workbook.isTextFile, workbook.notices, workbook.copyName]).toEqual([
      true,
      ['saved-as-xlsx'],
      'Выгрузка (исправлено).xlsx',
    ]);
    expect((await workbook.readCells())[0]).toMatchObject({
      name: 'Выгрузка',
      merges: [
        { top: 3, left: 0, bottom: 4, right: 0 },
        { top: 3, left: 1, bottom: 3, right: 2 },
      ],
    });
    const cell = { sheet: 'Выгрузка', row: 5, column: 2 };
    await workbook.write([{ cell, value: { kind: 'date', iso: '2019-02-02' } }]);
    await workbook.remember('{}');
    const copy = await openWorkbook('b.xlsx', await workbook.saveCopy());
    expect(copy.view('Выгрузка').text(5, 2)).toBe('02.02.2019');
    expect(await copy.recall()).toBe('{}');
  });

  it('lays tables under each other, also those within others', async () => {
    const page =
      '<table><tr><td>А</td><td><table><tr><td>Б</td><td>В</td></tr></table></td></tr><tr><td>Г</td></tr></table><table><tr><td>Д</table>';
    expect(await rowsOf('a.xls', utf8(page))).toEqual([
      [1, ['А']],
      [2, ['Б', 'В']],
      [3, ['Г']],
      [4, ['Д']],
    ]);
  });

  it.each([
    ['without a table', '<html><body>Вход в систему</body></html>', 'unsupported-format'],
    ['with an empty table', '<html><table><tr><td></td></tr></table>', 'empty-file'],
    ['as a letter', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<table>', 'unsupported-format'],
  ])('is refused %s', async (_, page, code) => {
    await expect(openWorkbook('a.xls', utf8(page))).rejects.toMatchObject({ code });
  });
});

const SPREADSHEET = `<?xml version="1.0" encoding="windows-1251"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles><Style ss:ID="Default"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="n"><NumberFormat ss:Format="0.00"/></Style></Styles>
 <Worksheet ss:Name="Реестр"><Table><Column ss:Width="105"/><Column ss:Index="3" ss:Span="1" ss:Hidden="1"/>
  <Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">Заявитель</Data></Cell><Cell><Data ss:Type="String">Дата</Data></Cell></Row>
  <Row ss:Index="4" ss:Hidden="1"><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Сомова</B> А. П.</ss:Data><Comment><ss:Data ss:Type="String">заметка</ss:Data></Comment></Cell>
   <Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">2019-02-01T12:00:00.000</Data></Cell><Cell ss:StyleID="n" ss:Formula="=RC[-1]"><Data ss:Type="Number">12.5</Data></Cell>
   <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">43497</Data></Cell></Row>
 </Table></Worksheet>
 <Worksheet ss:Name="Списки"><Table><Row><Cell><Data ss:Type="String">х</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>`;

describe('an XML spreadsheet of 2003', () => {
  it.each([
    ['реестр.xls', cp1251(SPREADSHEET)],
    ['реестр.xml', utf8(SPREADSHEET.replace('windows-1251', 'utf-8'))],
  ])('is read with its types, merged cells and hidden parts: %s', async (name, bytes) => {
    const workbook = await openWorkbook(name, bytes);
    expect(await workbook.listSheets()).toEqual([
      { name: 'Реестр', visibility: 'visible' },
      { name: 'Списки', visibility: 'hidden' },
    ]);
    const [sheet] = await workbook.readCells();
    expect(sheet).toMatchObject({
      merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
      hiddenColumns: new Set([2, 3]),
      rows: [
        { row: 1, cells: ['Заявитель', undefined, 'Дата'] },
        {
          row: 4,
          hidden: true,
          formulas: new Set([3]),
          cells: ['Сомова А. П.', undefined, { serial: 43_497.5 }, 12.5, true, { error: '#N/A' }, { serial: 43_497 }],
        },
      ],
    });
    const view = workbook.view('Реестр');
    expect([view.text(4, 2), view.text(4, 3), view.columnWidth(0)]).toEqual(['01.02.2019', '12,50', 20]);
    const copy = await openWorkbook('b.xlsx', await workbook.saveCopy());
    expect([copy.view('Реестр').text(4, 2), copy.view('Реестр').text(4, 0)]).toEqual(['01.02.2019', 'Сомова А. П.']);
  });

  it.each([
    ['cut off', SPREADSHEET.slice(0, 900), 'damaged-file'],
    ['with own entities', SPREADSHEET.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "aaa">]><Workbook'), 'bomb'],
    ['without a cell', SPREADSHEET.replace(/<Row.*<\/Row>/gs, ''), 'empty-file'],
  ])('is refused %s', async (_, xml, code) => {
    await expect(openWorkbook('a.xls', utf8(xml.replace('windows-1251', 'utf-8')))).rejects.toMatchObject({ code });
  });

  it('may count days from 1904', async () => {
    const system = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>';
    const xml = SPREADSHEET.replace('windows-1251', 'utf-8').replace('<Styles>', `${system}<Styles>`);
    const [sheet] = await (await openWorkbook('a.xls', utf8(xml))).readCells();
    expect(sheet?.rows[1]?.cells.slice(2)).toEqual([
      { serial: 43_497.5 },
      12.5,
      true,
      { error: '#N/A' },
      { serial: 43_497 + 1_462 },
    ]);
  });

  it('counts on where rows, columns and cells say a place that no sheet has', async () => {
    const xml = SPREADSHEET.replace('windows-1251', 'utf-8').replaceAll(/ss:Index="\d"/g, 'ss:Index="0"');
    const workbook = await openWorkbook('a.xls', utf8(xml));
    const [sheet] = await workbook.readCells();
    expect(sheet?.rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 3],
      [2, 6],
    ]);
    const saved = textsOf(await workbook.saveCopy())['xl/worksheets/sheet1.xml'];
    expect(saved).not.toMatch(/(?:r|min)="0"/);
  });

  it('is told from other XML', async () => {
    await expect(openWorkbook('a.xml', utf8('<?xml version="1.0"?><root/>'))).rejects.toMatchObject({
      code: 'unsupported-format',
    });
  });
});

describe('a table in plain text that calls itself a workbook', () => {
  it('is read and saved as what it is', async () => {
    const bytes = cp1251('ФИО\tДата\r\nСомова А. П.\t01.02.2019\r\n');
    const workbook = await openWorkbook('выгрузка.xls', bytes);
    expect(await rowsOf('выгрузка.xls', bytes)).toEqual([
      [1, ['ФИО', 'Дата']],
      [2, ['Сомова А. П.', '01.02.2019']],
    ]);
    expect(workbook.copyName).toBe('выгрузка (исправлено).xls');
    expect(await workbook.saveCopy()).toEqual(bytes);
  });
});
