/** The host behaves as Excel does towards Microsoft's own client, in what the add-in relies on. */
import { describe, expect, it } from 'vitest';
import { hostWorkbook } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

async function readA1(context: Excel.RequestContext): Promise<unknown> {
  const range = context.workbook.worksheets.getItem('Реестр').getRange('A1');
  range.load('values');
  await context.sync();
  return range.values;
}

describe('the host that plays Excel', () => {
  it('answers load and sync, and counts them', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['Фамилия', 5]] }]));
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Реестр').getRange('A1:B1');
      range.load('values');
      await context.sync();
      return range.values;
    });
    await settle();
    expect(values).toEqual([['Фамилия', 5]]);
    expect(host.meter).toMatchObject({ syncs: 1, cleanups: 1 });
    expect(host.meter.bytesOut).toBeGreaterThan(0);
  });

  it('gives a null object where nothing is, and an error with its place where something must be', async () => {
    startExcel(hostWorkbook([{ name: 'Реестр' }]));
    const isNull = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Другой');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      return [sheet.isNullObject, used.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
    const failing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Другой').load('name');
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('refuses an answer over 5 MB', async () => {
    const rows = Array.from({ length: 100 }, () => [`${'ж'.repeat(30_000)}`]);
    startExcel(hostWorkbook([{ name: 'Реестр', rows }]));
    const reading = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Реестр').getRange('A1:A100').load('values');
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('fails while a cell is edited, and waits when asked to', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а']] }]));
    host.setCellEditing(true);
    await expect(Excel.run(readA1)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const waiting = Excel.run({ delayForCellEdit: true }, readA1);
    await settle();
    host.setCellEditing(false);
    expect(await waiting).toEqual([['а']]);
  });

  it('refuses calls above the requirement set in an audit', async () => {
    startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а']] }]), { excelApi: '1.4', audit: true });
    const reading = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Реестр').getRange('A1').getMergedAreasOrNullObject().load('address');
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('tells of a change that a person makes, with its source', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а']] }]));
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => void heard.push(`${event.source} ${event.address}`));
      await context.sync();
    });
    host.type('Реестр', 'A1', 'б', 'Remote');
    await settle();
    expect(heard).toEqual(['Remote A1']);
  });
});
