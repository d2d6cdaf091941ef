/** What the workbook remembers, where people stand, and what is heard of their changes. */
import { describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { MAX_STATE_BYTES, stateXml } from '../../addin/engine/state-part.ts';
import type { SheetChange } from '../../addin/engine/workbook-port.ts';
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { hostWorkbook } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

const NEWER = '<kurator xmlns="urn:kurator:state" version="2" saved="9" length="2" check="1">{}</kurator>';

function cellOfColumnA(row: number): SheetChange['area'] {
  return { top: row, left: 0, bottom: row, right: 0 };
}

describe('the state kept in the workbook', () => {
  it('is there for the next session, replaced and not piled up', async () => {
    const workbook = hostWorkbook([{ name: 'Реестр' }]);
    startExcel(workbook);
    const first = await openExcelWorkbook();
    expect(await first.recall()).toBeNull();
    await first.remember('{"a":"<&>«ж»\\u0000"}');
    await first.remember('{"b":1}');
    startExcel(workbook);
    expect(await (await openExcelWorkbook()).recall()).toBe('{"b":1}');
    expect(workbook.customXml).toHaveLength(1);
  });

  it('says that a damaged part is damaged, leaves it, and puts a new one beside it when asked to remember', async () => {
    const workbook = hostWorkbook([{ name: 'Реестр' }]);
    const cut = stateXml('{"base":[1,2,3]}', 4).replace('2,3', '2');
    workbook.customXml.push({ id: 'x', xml: cut }, { id: 'y', xml: NEWER });
    startExcel(workbook);
    const port = await openExcelWorkbook();
    await expect(port.recall()).rejects.toMatchObject({ code: 'state-damaged' });
    await port.remember('{"afresh":true}');
    expect(await port.recall()).toBe('{"afresh":true}');
    expect(workbook.customXml.slice(0, 2)).toEqual([
      { id: 'x', xml: cut },
      { id: 'y', xml: NEWER },
    ]);
  });

  it('takes the newest of two parts that a merge of copies left', async () => {
    const workbook = hostWorkbook([{ name: 'Реестр' }]);
    workbook.customXml.push({ id: 'x', xml: stateXml('новое', 8) }, { id: 'y', xml: stateXml('старое', 5) });
    startExcel(workbook);
    expect(await (await openExcelWorkbook()).recall()).toBe('новое');
  });

  it('takes as much as the contract allows, and refuses more', async () => {
    startExcel(hostWorkbook([{ name: 'Реестр' }]));
    const port = await openExcelWorkbook();
    const text = 'ж'.repeat(MAX_STATE_BYTES / 2);
    await port.remember(text);
    expect(await port.recall()).toBe(text);
    await expect(port.remember(`${text}.`)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('going to a cell', () => {
  it('activates its sheet and selects it', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр' }, { name: 'Выходы' }]));
    const port = await openExcelWorkbook();
    expect(await port.selected()).toEqual({ sheet: 'Реестр', row: 1, column: 0 });
    await port.select({ sheet: 'Выходы', row: 14, column: 3 });
    expect(await port.selected()).toEqual({ sheet: 'Выходы', row: 14, column: 3 });
    expect(host.workbook.active).toEqual({ row: 14, column: 3 });
  });

  it.each([
    ['a hidden sheet', 'Скрытый'],
    ['a sheet that is gone', 'Другой'],
  ])('refuses %s', async (_what, sheet) => {
    startExcel(hostWorkbook([{ name: 'Реестр' }, { name: 'Скрытый', visibility: 'hidden' }]));
    const port = await openExcelWorkbook();
    await expect(port.select({ sheet, row: 1, column: 0 })).rejects.toMatchObject({ code: 'sheet-missing' });
  });
});

describe('watching', () => {
  it.each(['1.15', '1.13'])('tells own writing from that of people and co-authors (ExcelApi %s)', async (excelApi) => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а'], ['б']] }]), { excelApi });
    const port = await openExcelWorkbook();
    const changes: SheetChange[] = [];
    port.watch({ onChange: (change) => void changes.push(change) });
    await settle();
    host.type('Реестр', 'A1', 'в');
    host.type('Реестр', 'A2', 'г', 'Remote');
    await port.write([{ cell: { sheet: 'Реестр', row: 2, column: 0 }, value: { kind: 'text', text: 'д' } }]);
    await settle();
    host.type('Реестр', 'A2', 'е');
    await settle();
    expect(changes).toEqual([
      { sheet: 'Реестр', area: cellOfColumnA(1), source: 'local' },
      { sheet: 'Реестр', area: cellOfColumnA(2), source: 'remote' },
      { sheet: 'Реестр', area: cellOfColumnA(2), source: 'self' },
      { sheet: 'Реестр', area: cellOfColumnA(2), source: 'local' },
    ]);
  });

  it('takes a cell that Excel would not write for people’s own when they type there next', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а'], ['б']] }]));
    const port = await openExcelWorkbook();
    const changes: SheetChange[] = [];
    port.watch({ onChange: (change) => void changes.push(change) });
    await settle();
    host.faults = [{ at: host.meter.syncs + 2, kind: 'refused' }];
    const cell = { sheet: 'Реестр', row: 2, column: 0 };
    const outcomes = await port.write([{ cell, value: { kind: 'text', text: 'д' } }]);
    expect(outcomes).toEqual([{ ok: false, cell, code: 'interrupted' }]);
    host.type('Реестр', 'A2', 'е');
    await settle();
    expect(changes).toEqual([{ sheet: 'Реестр', area: cellOfColumnA(2), source: 'local' }]);
  });

  it('hears where people go and that a sheet came or went, until it is stopped', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр' }, { name: 'Выходы' }]));
    const port = await openExcelWorkbook();
    const cells: CellAddress[] = [];
    const changes: SheetChange[] = [];
    const stop = port.watch({
      onSelect: (cell) => void cells.push(cell),
      onChange: (change) => void changes.push(change),
    });
    await settle();
    host.moveTo('Выходы', 'C5');
    host.tellSheetEvent('Deleted', 'Выходы');
    await settle();
    stop();
    await settle();
    host.moveTo('Реестр', 'A1');
    host.type('Реестр', 'A1', 'в');
    await settle();
    expect(cells).toEqual([{ sheet: 'Выходы', row: 5, column: 2 }]);
    expect(changes).toEqual([{ sheet: 'Выходы', area: null, source: 'local' }]);
  });

  it('may be stopped before it has begun', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр' }]));
    const port = await openExcelWorkbook();
    const heard: unknown[] = [];
    port.watch({ onChange: (change) => void heard.push(change) })();
    await settle();
    host.type('Реестр', 'A1', 'в');
    await settle();
    expect(heard).toEqual([]);
  });
});
