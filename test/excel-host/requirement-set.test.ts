/**
 * The add-in asks for nothing above the requirement set that the manifest declares: Microsoft's own table of members,
 * inside the client, refuses whatever is newer while every verb of the port is used.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { REQUIRED_EXCEL_API } from '../../addin/excel/run-in-excel.ts';
import type { SheetChange } from '../../addin/engine/workbook-port.ts';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { hostWorkbook } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

const CELL = { sheet: 'Реестр', row: 2, column: 0 };

const AREA = { top: 3, left: 0, bottom: 4, right: 1 };
const REPORT_WITH_OBJECTS: ReportSheet = {
  name: 'Сводка',
  widths: [10, 10],
  rows: [
    [{ value: 'Сводка', look: 'title' }],
    [{ value: REPORT_SIGN }],
    [{ value: 'Район' }, { value: 'Семей' }],
    [{ value: 'Лесной', link: CELL }, { value: 7 }],
  ],
  tables: [{ name: 'Районы', area: AREA }],
  charts: [
    {
      kind: 'line',
      title: 'Семьи',
      categories: { ...AREA, top: 4, right: 0 },
      series: [{ name: 'а', values: { ...AREA, top: 4, left: 1 } }],
      place: AREA,
    },
  ],
};

function workbook() {
  const date = { value: 45_000, numberFormat: 'dd.mm.yyyy' };
  const merges = [{ top: 1, left: 0, bottom: 1, right: 1 }];
  return hostWorkbook([
    {
      name: 'Реестр',
      rows: [
        ['а', null],
        [date, 2],
      ],
      merges,
      hiddenRows: [3],
      hiddenColumns: [4],
    },
    { name: 'Итоги', rows: [[{ value: 2, formula: '=1+1' }]], isProtected: true },
  ]);
}

it('every verb of the port stays within the declared set', async () => {
  const host = startExcel(workbook(), { excelApi: REQUIRED_EXCEL_API, audit: true });
  const port = await openExcelWorkbook();
  const changes: SheetChange[] = [];
  const stop = port.watch({ onChange: (change) => void changes.push(change) });
  await settle();
  await port.listSheets();
  expect(await port.readCells()).toHaveLength(2);
  await port.mark([{ cell: CELL, severity: 'error' }]);
  await port.select(CELL);
  expect(await port.selected()).toEqual(CELL);
  const [outcome] = await port.write([{ cell: CELL, value: { kind: 'text', text: '+7 912' } }]);
  expect(outcome).toMatchObject({ ok: true });
  await port.unmark();
  await port.remember('{}');
  expect(await port.recall()).toBe('{}');
  await settle();
  stop();
  await settle();
  await port.removeReport(await port.addReport(REPORT_WITH_OBJECTS));
  expect(changes).toHaveLength(1);
  expect(host.meter.syncs).toBeGreaterThan(10);
});

it('one set lower the client refuses: the declared set is the lowest that serves', async () => {
  startExcel(workbook(), { excelApi: '1.12', audit: true });
  await expect(openExcelWorkbook()).rejects.toMatchObject({ code: 'unsupported-format' });
});

it('the manifest declares the same set', () => {
  const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
  const sets = [...manifest.matchAll(/<(?:bt:)?Set Name="ExcelApi" MinVersion="([\d.]+)"/g)].map(
    ([, version]) => version,
  );
  expect(sets.length).toBeGreaterThan(0);
  expect(new Set(sets)).toEqual(new Set([REQUIRED_EXCEL_API]));
});
