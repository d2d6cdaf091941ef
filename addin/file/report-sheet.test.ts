import { describe, expect, it } from 'vitest';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { openWorkbook } from './open-workbook.ts';
import { reportXlsx } from './report-xlsx.ts';
import { withoutSheet, withSheet } from './workbook-sheets.ts';
import { partText } from './xlsx-package.ts';
import { openArchive } from './zip-archive.ts';

const REPORT: ReportSheet = {
  name: 'Протокол',
  widths: [10, 20],
  rows: [
    [{ value: 'Протокол', look: 'title' }],
    [{ value: REPORT_SIGN }],
    [{ value: '=1+1' }, { value: 5 }],
    [{ value: 'Реестр!B14', link: { sheet: "Д'Артаньян & <сын>", row: 14, column: 1 } }],
  ],
};

describe('a report in a file', () => {
  it('is a workbook of its own, with texts as texts', async () => {
    const workbook = await openWorkbook('протокол.xlsx', await reportXlsx(REPORT));
    expect(await workbook.listSheets()).toEqual([{ name: 'Протокол', visibility: 'visible' }]);
    const [sheet] = await workbook.readCells();
    expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual(['Протокол', REPORT_SIGN, '=1+1', 'Реестр!B14']);
    expect(sheet?.rows.some(({ formulas }) => formulas && formulas.size > 0)).toBe(false);
  });

  it('leads from its cells to those of the workbook, whatever the sheet is called', async () => {
    const workbook = await openWorkbook(
      'реестр.xlsx',
      await reportXlsx({ ...REPORT, name: 'Реестр', rows: [[{ value: 'x' }]] }),
    );
    await workbook.addReport(REPORT);
    const xml = partText(openArchive(await workbook.saveCopy()), 'xl/worksheets/kuratorReport2.xml');
    expect(xml).toContain('<hyperlink ref="A4" location="\'Д\'\'Артаньян &amp; &lt;сын&gt;\'!B14"/>');
  });

  it('can be taken back before anything is saved: the copy has the bytes of the file', async () => {
    const bytes = await reportXlsx({ ...REPORT, rows: [[{ value: 'x' }]] });
    const workbook = await openWorkbook('реестр.xlsx', bytes);
    const name = await workbook.addReport(REPORT);
    expect(workbook.hasUnsavedEdits()).toBe(true);
    expect(workbook.view(name).text(3, 0)).toBe('=1+1');
    await workbook.removeReport(name);
    expect(workbook.hasUnsavedEdits()).toBe(false);
    expect(await workbook.saveCopy()).toEqual(bytes);
  });

  it('goes into a copy of an old format, and is refused by a text file', async () => {
    const text = await openWorkbook('реестр.csv', new TextEncoder().encode('ФИО;Дата\r\nИванова;1'));
    await expect(text.addReport(REPORT)).rejects.toMatchObject({ code: 'one-sheet' });
  });
});

const book = (sheets: string, rest = ''): string =>
  `<workbook xmlns:r="r"><bookViews><workbookView activeTab="2"/></bookViews><sheets>${sheets}</sheets>${rest}</workbook>`;

describe('the list of sheets', () => {
  const SHEETS =
    '<sheet name="А" sheetId="1" r:id="a"/><sheet name="Б" sheetId="7" r:id="b"/><sheet name="В" sheetId="3" r:id="c"/>';

  it('gets a sheet at its end, with a number of its own', () => {
    expect(withSheet(book(SHEETS), 'Г & Д', 'rId9')).toMatch(
      /<sheet name="Г &amp; Д" sheetId="8" [^>]*"rId9"\/><\/sheets>/,
    );
  });

  it('loses a sheet, and what counts sheets by their place follows', () => {
    const names =
      '<definedNames><definedName name="x" localSheetId="0">1</definedName><definedName name="y" localSheetId="1">2</definedName>' +
      '<definedName name="z" localSheetId="2">3</definedName></definedNames>';
    const text = withoutSheet(book(SHEETS, names), 'Б');
    expect(text).not.toContain('name="Б"');
    expect(text).toContain('activeTab="1"');
    expect(text).toContain(
      '<definedName name="x" localSheetId="0">1</definedName><definedName name="z" localSheetId="1">',
    );
    expect(withoutSheet(book(SHEETS), 'Нет такого')).toBe(book(SHEETS));
  });
});
