/** Reading through Microsoft's client: what the engine gets, and what it costs. */
import { describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { hostWorkbook, LAST_COLUMN, LAST_ROW, putCell, type CellSpec } from './host-workbook.ts';
import { PAYLOAD_LIMIT } from './excel-host.ts';
import { settle, startExcel } from './node-door.ts';

const DATE = { numberFormat: 'dd.mm.yyyy' };

/** A register as districts keep them: names, dates, counts per month, sentences. */
function registerRows(count: number): CellSpec[][] {
  const heading = Array.from({ length: 40 }, (_, column) => `Графа ${column + 1}`);
  const rows = Array.from({ length: count }, (_, index): CellSpec[] => [
    index + 1,
    `Семёнова ${index} Анна Павловна`,
    'Базовый',
    { value: 45_000 + (index % 700), ...DATE },
    { value: 45_100 + (index % 700), ...DATE },
    ...Array.from({ length: 12 }, (_, month): CellSpec => (month + index) % 5),
    ...Array.from({ length: 12 }, (_, month): CellSpec => (month % 2 === 0 ? 'да' : null)),
    ...Array.from({ length: 11 }, (_, note): CellSpec => `заметка о семье, ${note}`),
  ]);
  return [heading, ...rows];
}

describe('reading a workbook that is open in Excel', () => {
  it('gives values, dates by their number format, errors, formulas, merges and what is hidden', async () => {
    startExcel(
      hostWorkbook([
        {
          name: 'Реестр, 2026',
          rows: [
            ['Реестр семей', null, null],
            ['Фамилия', 'Дата', 'Выходы'],
            ['Орлова', { value: 45_730, ...DATE }, 3],
            ['Сомов', { value: 45_731, numberFormat: '# ##0' }, { value: '#REF!', formula: '=Лист2!A1' }],
            [true, { value: 7, formula: '=3+4' }, { value: '=не формула', numberFormat: '@' }],
          ],
          merges: [{ top: 1, left: 0, bottom: 1, right: 2 }],
          hiddenRows: [4],
          hiddenColumns: [2],
        },
      ]),
    );
    const port = await openExcelWorkbook();
    expect(await port.readCells()).toEqual([
      {
        name: 'Реестр, 2026',
        visibility: 'visible',
        rows: [
          { row: 1, cells: ['Реестр семей'] },
          { row: 2, cells: ['Фамилия', 'Дата', 'Выходы'] },
          { row: 3, cells: ['Орлова', { serial: 45_730 }, 3] },
          { row: 4, cells: ['Сомов', 45_731, { error: '#REF!' }], hidden: true, formulas: new Set([2]) },
          { row: 5, cells: [true, 7, '=не формула'], formulas: new Set([1]) },
        ],
        merges: [{ top: 1, left: 0, bottom: 1, right: 2 }],
        hiddenColumns: new Set([2]),
      },
    ]);
  });

  it('turns the serials of the 1904 system into those of the 1900 system', async () => {
    startExcel(hostWorkbook([{ name: 'Реестр', rows: [[{ value: 44_268, ...DATE }]] }], { is1904: true }));
    const port = await openExcelWorkbook();
    expect((await port.readCells())[0]?.rows).toEqual([{ row: 1, cells: [{ serial: 45_730 }] }]);
  });

  it('reads hidden sheets only when named, in the order of the workbook, and says when one is missing', async () => {
    startExcel(
      hostWorkbook([
        { name: 'А', rows: [['а']] },
        { name: 'Б', rows: [['б']], visibility: 'veryHidden' },
        { name: 'В' },
      ]),
    );
    const port = await openExcelWorkbook();
    expect(await port.listSheets()).toEqual([
      { name: 'А', visibility: 'visible' },
      { name: 'Б', visibility: 'veryHidden' },
      { name: 'В', visibility: 'visible' },
    ]);
    expect((await port.readCells()).map(({ name }) => name)).toEqual(['А', 'В']);
    expect((await port.readCells({ sheets: ['В', 'Б'] })).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Б', 1],
      ['В', 0],
    ]);
    await expect(port.readCells({ sheets: ['Г'] })).rejects.toMatchObject({ code: 'sheet-missing' });
  });

  it('reads 5,000 × 40 in four batches, each answer below 5 MB', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: registerRows(5_000) }]));
    const port = await openExcelWorkbook();
    host.resetMeter();
    await port.listSheets();
    const [sheet] = await port.readCells({ sheets: ['Реестр'] });
    await settle();
    expect(sheet?.rows).toHaveLength(5_001);
    expect(sheet?.rows[5_000]?.cells[3]).toEqual({ serial: 45_000 + (4_999 % 700) });
    expect(host.meter.syncs).toBeLessThanOrEqual(4);
    expect(host.meter.largestOut).toBeLessThan(PAYLOAD_LIMIT * 0.8);
    expect(host.meter.largestIn).toBeLessThan(300_000);
  });

  it('asks smaller when Excel refuses an answer, also where the long texts come late', async () => {
    const rows = Array.from({ length: 4_000 }, (_, row): CellSpec[] => [
      row < 2_000 ? 'х' : 'ж'.repeat(3_000),
      'конец',
    ]);
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows }]));
    const port = await openExcelWorkbook();
    const [sheet] = await port.readCells();
    expect(sheet?.rows).toHaveLength(4_000);
    expect(sheet?.rows[3_999]?.cells).toEqual(['ж'.repeat(3_000), 'конец']);
    expect(host.meter.largestOut).toBeGreaterThan(PAYLOAD_LIMIT);
  });

  it('[X3] finds three values in a used range of 1,048,576 × 16,384 by asking for sizes', async () => {
    const book = hostWorkbook([{ name: 'Реестр', rows: [['верх']] }]);
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    putCell(sheet, 700_000, 9, { value: 'середина' });
    putCell(sheet, LAST_ROW, LAST_COLUMN, { value: 'низ' });
    const host = startExcel(book);
    const port = await openExcelWorkbook();
    host.resetMeter();
    const [read] = await port.readCells();
    expect(read?.rows.map(({ row, cells }) => [row, cells.findLast((cell) => cell !== undefined)])).toEqual([
      [1, 'верх'],
      [700_000, 'середина'],
      [LAST_ROW, 'низ'],
    ]);
    expect(host.meter.syncs).toBeLessThanOrEqual(5);
    expect(host.meter.bytesOut).toBeLessThan(100_000);
  });

  it('reads more than 512 merged areas, which Excel does not tell at once', async () => {
    const rows = Array.from({ length: 2_400 }, (_, row): CellSpec[] => [
      row % 3 === 0 ? `Семья ${row}` : null,
      'а',
      'б',
    ]);
    const merges = Array.from({ length: 800 }, (_, index) => ({
      top: index * 3 + 1,
      left: 0,
      bottom: index * 3 + 3,
      right: 0,
    }));
    startExcel(hostWorkbook([{ name: 'Реестр', rows, merges }]));
    const port = await openExcelWorkbook();
    expect((await port.readCells())[0]?.merges).toEqual(merges);
  });

  it('tells formulas also on a protected sheet', async () => {
    const rows = [['а', { value: 2, formula: '=1+1' }]];
    startExcel(hostWorkbook([{ name: 'Реестр', rows, isProtected: true }]));
    const port = await openExcelWorkbook();
    expect((await port.readCells())[0]?.rows[0]?.formulas).toEqual(new Set([1]));
  });

  it('stops between batches when asked to', async () => {
    startExcel(hostWorkbook([{ name: 'Реестр', rows: registerRows(5_000) }]));
    const port = await openExcelWorkbook();
    const stop = new AbortController();
    const reading = port.readCells({ signal: stop.signal, onProgress: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'stopped' });
  });

  it.each([
    ['cell-edit-mode', 'InvalidOperationInCellEditMode'],
    ['host-busy', 'ActivityLimitReached'],
  ])('says %s when Excel answers %s', async (code, excelCode) => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а']] }]));
    const port = await openExcelWorkbook();
    host.resetMeter();
    host.faults.push({ at: 2, kind: 'refused', code: excelCode });
    await expect(port.readCells({ sheets: ['Реестр'] })).rejects.toMatchObject({ code });
  });

  it('waits while a cell is being edited', async () => {
    const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а']] }]));
    const port = await openExcelWorkbook();
    host.setCellEditing(true);
    const reading = port.listSheets();
    await settle();
    host.setCellEditing(false);
    expect(await reading).toHaveLength(1);
  });
});
