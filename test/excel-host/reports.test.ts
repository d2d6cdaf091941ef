/** Reports in Excel: native tables and charts in the host's own model, and nothing left when Excel refuses. */
import { expect, it } from 'vitest';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { hostWorkbook, sheetSnapshot } from './host-workbook.ts';
import { startExcel } from './node-door.ts';

const SERIES = [
  { name: 'Семьи', values: { top: 4, left: 1, bottom: 5, right: 1 } },
  { name: 'Дети', values: { top: 4, left: 2, bottom: 5, right: 2 } },
];
const REPORT: ReportSheet = {
  name: 'Сводка «Лесной» и др.',
  widths: [20, 10, 10],
  rows: [
    [{ value: 'Сводка', look: 'title' }],
    [{ value: REPORT_SIGN }],
    [{ value: 'Район' }, { value: 'Семей' }, { value: 'Детей' }],
    [{ value: 'Лесной' }, { value: 7 }, { value: 14 }],
    [{ value: 'Речной' }, { value: 3 }, { value: 5 }],
  ],
  tables: [{ name: 'Районы', area: { top: 3, left: 0, bottom: 5, right: 2 } }],
  charts: [
    {
      kind: 'column',
      title: 'Семьи и дети',
      categories: { top: 4, left: 0, bottom: 5, right: 0 },
      series: SERIES,
      place: { top: 7, left: 0, bottom: 20, right: 2 },
    },
  ],
};

function register() {
  return hostWorkbook([{ name: 'Реестр', rows: [['Заявитель'], ['Сомова']] }]);
}

it('a report brings a table with a name and a style, and a chart over its cells', async () => {
  const host = startExcel(register());
  const sheet = host.sheet(await (await openExcelWorkbook()).addReport(REPORT));
  expect(sheet.tables).toMatchObject([
    { name: 'Куратор_Районы', style: 'TableStyleLight15', area: { top: 3, left: 0, bottom: 5, right: 2 } },
  ]);
  expect(sheet.charts).toMatchObject([
    {
      type: 'ColumnClustered',
      title: 'Семьи и дети',
      legend: { isVisible: true, position: 'Bottom' },
      series: [
        { name: 'Семьи', values: 'B4:B5', categories: 'A4:A5' },
        { name: 'Дети', values: 'C4:C5', categories: 'A4:A5' },
      ],
      place: ['A7', 'C20'],
    },
  ]);
});

it('a name that people use already stays theirs', async () => {
  const book = register();
  book.names.push('КУРАТОР_РАЙОНЫ');
  const host = startExcel(book);
  const port = await openExcelWorkbook();
  const first = host.sheet(await port.addReport(REPORT));
  const second = host.sheet(await port.addReport({ ...REPORT, name: 'Другая' }));
  expect([...first.tables, ...second.tables].map(({ name }) => name)).toEqual(['Куратор_Районы_2', 'Куратор_Районы_3']);
});

it('a long report goes in few batches, each far below the limit', async () => {
  const host = startExcel(register());
  const port = await openExcelWorkbook();
  const row = Array.from({ length: 40 }, (_, index) => ({
    value: index % 2 === 0 ? 'Семья Сомовых, 3 ребёнка' : index,
  }));
  const rows = [...REPORT.rows.slice(0, 2), ...Array.from({ length: 3_000 }, () => row)];
  host.resetMeter();
  await port.addReport({ name: 'Все семьи', widths: row.map(() => 12), rows });
  expect(host.meter.syncs).toBeLessThanOrEqual(25);
  expect(host.meter.largestIn).toBeLessThan(1024 * 1024);
});

it.each(['refused', 'half'] as const)('Excel gives up at any step (%s): the workbook is as it was', async (kind) => {
  for (let at = 1; at <= 6; at += 1) {
    const host = startExcel(register());
    const port = await openExcelWorkbook();
    const before = sheetSnapshot(host.sheet('Реестр'));
    host.resetMeter();
    host.faults = [kind === 'half' ? { at, kind, actions: 12 } : { at, kind }];
    const added = await port.addReport(REPORT).catch(() => null);
    const sheets = host.workbook.sheets.map(({ name }) => name);
    expect(sheets).toEqual(added === null ? ['Реестр'] : ['Реестр', REPORT.name]);
    expect(sheetSnapshot(host.sheet('Реестр'))).toBe(before);
  }
});
