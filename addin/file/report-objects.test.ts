/** Native tables and charts of a report in the parts of a package. */
import { describe, expect, it } from 'vitest';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { openWorkbook } from './open-workbook.ts';
import { partsOf, zipOf } from './test-package.ts';
import { partText } from './xlsx-package.ts';
import { openArchive } from './zip-archive.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TABLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const OWN_TABLE =
  `<table xmlns="${MAIN}" id="7" name="Районы_1" displayName="Районы_1" ref="A1:A2">` +
  '<tableColumns count="1"><tableColumn id="1" name="ФИО"/></tableColumns></table>';

const REPORT: ReportSheet = {
  name: "Свод «Д'Арк» & <Ко>",
  widths: [20, 10, 10],
  rows: [
    [{ value: 'Свод', look: 'title' }],
    [{ value: REPORT_SIGN }],
    [{ value: 'Район' }, { value: 'Семей <всего> & "детей"' }, { value: 'РАЙОН' }],
    [{ value: 'Лесной' }, { value: 7 }, { value: 14 }],
    [{ value: 'Речной' }, { value: '' }, { value: 5 }],
  ],
  tables: [{ name: 'Районы_1', area: { top: 3, left: 0, bottom: 5, right: 2 } }],
  charts: [
    {
      kind: 'line',
      title: 'Семьи & дети',
      categories: { top: 4, left: 0, bottom: 5, right: 0 },
      series: [{ name: 'Семьи', values: { top: 4, left: 1, bottom: 5, right: 1 } }],
      place: { top: 7, left: 0, bottom: 20, right: 2 },
    },
  ],
};

/** A workbook whose only table has the number 7 and the name that the report wants. */
function register(): Uint8Array {
  const parts = {
    'xl/tables/table1.xml': { content: OWN_TABLE },
    'xl/worksheets/_rels/sheet1.xml.rels': {
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/>' +
        '</Relationships>',
    },
  };
  const xml = '<sheetData><row r="1"><c r="A1" t="str"><v>ФИО</v></c></row></sheetData>';
  const files = partsOf({ sheets: [{ name: 'Реестр', xml }], parts });
  const declared = `<Override PartName="/xl/tables/table1.xml" ContentType="${TABLE}"/></Types>`;
  const types = String(files['[Content_Types].xml']).replace('</Types>', declared);
  return zipOf({ ...files, '[Content_Types].xml': types });
}

async function copyWith(
  bytes: Uint8Array,
  change: (book: Awaited<ReturnType<typeof openWorkbook>>) => Promise<unknown>,
) {
  const book = await openWorkbook('реестр.xlsx', bytes);
  await change(book);
  return book.saveCopy();
}

const part = (bytes: Uint8Array, path: string): string => partText(openArchive(bytes), path) ?? '';
const names = (bytes: Uint8Array): readonly string[] => openArchive(bytes).entries.map(({ name }) => name);

describe('a report with a table and a chart', () => {
  it('has a table with a number and a name of its own, and the texts of its heading row', async () => {
    const copy = await copyWith(register(), (book) => book.addReport(REPORT));
    const table = part(copy, 'xl/tables/kuratorTable1.xml');
    expect(table).toContain('id="8" name="Районы_1_2" displayName="Районы_1_2" ref="A3:C5"');
    expect([...table.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Район',
      'Семей &lt;всего&gt; &amp; &quot;детей&quot;',
      'РАЙОН 2',
    ]);
    expect(part(copy, 'xl/worksheets/kuratorReport1.xml')).toContain('>РАЙОН 2</t>');
  });

  it('has a chart that names its cells and knows their values', async () => {
    const copy = await copyWith(register(), (book) => book.addReport(REPORT));
    const chart = part(copy, 'xl/charts/kuratorChart1.xml');
    expect(chart).toContain("<c:f>'Свод «Д''Арк» &amp; &lt;Ко&gt;'!$A$4:$A$5</c:f>");
    expect(chart).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numCache>');
    expect(part(copy, 'xl/drawings/kuratorDrawing1.xml')).toContain('<xdr:to><xdr:col>3</xdr:col>');
  });

  it('every part is declared, and every relation leads to a part', async () => {
    const copy = await copyWith(register(), (book) => book.addReport(REPORT));
    const types = part(copy, '[Content_Types].xml');
    const added = names(copy).filter((name) => /kurator(?!.*rels$)/.test(name));
    expect(added.filter((name) => !types.includes(`PartName="/${name}"`))).toEqual([]);
    const relations = names(copy).filter((name) => /_rels\/kurator/.test(name));
    expect(relations).toHaveLength(2);
    const targets = relations.flatMap((path) => [...part(copy, path).matchAll(/Target="\/([^"]*)"/g)]);
    expect(targets.map(([, target]) => target).filter((target) => !names(copy).includes(target ?? ''))).toEqual([]);
  });

  it('leaves with all its parts, and people’s own table stays', async () => {
    const copy = await copyWith(register(), (book) => book.addReport(REPORT));
    const without = await copyWith(copy, (book) => book.removeReport(REPORT.name));
    expect(names(without).filter((name) => /kurator(?!Styles)/.test(name))).toEqual([]);
    expect(part(without, '[Content_Types].xml')).not.toContain('kuratorTable');
    expect(part(without, 'xl/tables/table1.xml')).toBe(OWN_TABLE);
  });
});
