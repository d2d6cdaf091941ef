/** Writing into cells: text stays text, nothing else is touched, every failure is told cell by cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import type { CellEdit, EditOutcome } from '../../addin/engine/workbook-port.ts';
import { cellAt, hostWorkbook, sheetSnapshot, type CellSpec, type SheetSpec } from './host-workbook.ts';
import type { Fault } from './excel-host.ts';
import { startExcel } from './node-door.ts';

const SHEET = 'Реестр';

function textEdit(row: number, text: string, column = 0): CellEdit {
  return { cell: { sheet: SHEET, row, column }, value: { kind: 'text', text } };
}

function firstRow(column: number): CellAddress {
  return { sheet: SHEET, row: 1, column };
}

function startWith(rows: readonly (readonly CellSpec[])[], more: Partial<SheetSpec> = {}) {
  return startExcel(hostWorkbook([{ name: SHEET, rows, ...more }]));
}

function codes(outcomes: readonly EditOutcome[]): readonly string[] {
  return outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code));
}

/** Texts that Excel would take for something else, as ASVS 1.2.10 and the field know them. */
const HOSTILE = [
  '+7 (912) 345-67-89',
  '=HYPERLINK("http://пример.test","нажмите")',
  '-1+1',
  '@SUM(A1:A9)',
  '＝1+1',
  '1/2',
  '12.03.2025',
  '007',
  '5%',
  'TRUE',
  'ложь',
  '#N/A',
  "'=1+1",
  "'",
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '1e5',
  '=cmd|/c calc!A1',
];

describe('writing into Excel', () => {
  it.each(HOSTILE)('keeps %j a text', async (text) => {
    const host = startWith([['было']]);
    const port = await openExcelWorkbook();
    const [outcome] = await port.write([textEdit(1, text)]);
    expect(outcome).toMatchObject({ ok: true, now: text });
    expect(cellAt(host.sheet(SHEET), 1, 0)).toMatchObject({ value: text, formula: null });
  });

  it('[W1] 2,000 hostile strings: none becomes a formula, each reads back equal', async () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '＝', '＋', '"', ' ', '1', '0', '#', '');
    const strings = fc.sample(
      fc
        .tuple(start, fc.string({ unit: 'binary', maxLength: 30 }))
        .map(([first, rest]) => first + rest.replaceAll('\0', '')),
      { numRuns: 2_000, seed: 7 },
    );
    const host = startWith([['Фамилия']]);
    const port = await openExcelWorkbook();
    const outcomes = await port.write(strings.map((text, index) => textEdit(index + 1, text)));
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    const sheet = host.sheet(SHEET);
    const wrong = strings.filter((text, index) => {
      const { value, formula } = cellAt(sheet, index + 1, 0);
      return formula !== null || value !== text;
    });
    expect(wrong).toEqual([]);
    expect(strings).toHaveLength(2_000);
  });

  it('writes dates as real dates and keeps the format of dates and numbers that have one', async () => {
    const host = startWith([
      [
        'текст',
        { value: 1, numberFormat: 'd mmmm yyyy' },
        { value: 'x', numberFormat: '@' },
        { value: 5, numberFormat: '0.00' },
      ],
    ]);
    const port = await openExcelWorkbook();
    const outcomes = await port.write([
      { cell: firstRow(0), value: { kind: 'date', iso: '2025-03-14' } },
      { cell: firstRow(1), value: { kind: 'date', iso: '2025-03-14' } },
      { cell: firstRow(2), value: { kind: 'number', number: 3 } },
      { cell: firstRow(3), value: { kind: 'number', number: 2.5 } },
    ]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.now)).toEqual([
      { serial: 45_730 },
      { serial: 45_730 },
      3,
      2.5,
    ]);
    const formats = [0, 1, 2, 3].map((column) => cellAt(host.sheet(SHEET), 1, column).numberFormat);
    expect(formats).toEqual(['dd.mm.yyyy', 'd mmmm yyyy', 'General', '0.00']);
  });

  it('puts back exactly what stood there: value, formula, format', async () => {
    const host = startWith([
      [
        'Орлова',
        { value: 45_000, numberFormat: 'dd.mm.yyyy' },
        { value: 4, formula: '=2+2' },
        { value: '007', numberFormat: 'General' },
        null,
        true,
        { value: '#N/A' },
        { value: '12', numberFormat: '@' },
      ],
    ]);
    const port = await openExcelWorkbook();
    const columns = [0, 1, 2, 3, 4, 5, 6, 7];
    const state = () => columns.map((column) => ({ ...cellAt(host.sheet(SHEET), 1, column) }));
    const before = state();
    const outcomes = await port.write(columns.map((column) => textEdit(1, '+новое 1', column)));
    expect(codes(outcomes)).toEqual(columns.map(() => 'ok'));
    const restored = await port.write(
      outcomes.map((outcome): CellEdit => ({
        cell: outcome.cell,
        value: { kind: 'restore', before: outcome.ok && outcome.before },
      })),
    );
    expect(codes(restored)).toEqual(columns.map(() => 'ok'));
    expect(state()).toEqual(before);
  });

  it('[W3] changes no cell that was not named, in 500 edits', async () => {
    const rows = Array.from({ length: 60 }, (_, row): CellSpec[] =>
      Array.from({ length: 12 }, (_, column) => `${row}:${column}`),
    );
    const host = startWith(rows);
    const port = await openExcelWorkbook();
    const cells = fc.sample(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(5)), { numRuns: 500, seed: 11 });
    await port.write(cells.map(([row, column]) => textEdit(row, 'исправлено', column * 2)));
    const sheet = host.sheet(SHEET);
    const named = new Set(cells.map(([row, column]) => `${row - 1}:${column * 2}`));
    const changed = rows.flatMap((row, index) =>
      row.flatMap((was, column) => (cellAt(sheet, index + 1, column).value === was ? [] : [`${index}:${column}`])),
    );
    expect(new Set(changed)).toEqual(named);
  });

  it.each<[string, string, Partial<SheetSpec>, CellEdit]>([
    ['a locked cell of a protected sheet', 'protected', { isProtected: true }, textEdit(2, 'новое')],
    ['a row that a filter hides', 'filtered', { isFiltered: true, hiddenRows: [2] }, textEdit(2, 'новое')],
    [
      'a row that the filter of a table hides',
      'filtered',
      { isTableFiltered: true, hiddenRows: [2] },
      textEdit(2, 'новое'),
    ],
    [
      'a cell under a merged area',
      'gone',
      { merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] },
      textEdit(2, 'новое'),
    ],
    ['a cell outside of the sheet', 'gone', {}, textEdit(2, 'новое', 20_000)],
    ['a sheet that is gone', 'gone', {}, { ...textEdit(2, 'новое'), cell: { sheet: 'Другой', row: 1, column: 0 } }],
    ['a text that no cell can hold', 'read-back-differs', {}, textEdit(2, 'ж'.repeat(32_768))],
    [
      'a date that is none',
      'read-back-differs',
      {},
      { ...textEdit(2, ''), value: { kind: 'date', iso: '2025-02-30' } },
    ],
    [
      'a number that is none',
      'read-back-differs',
      {},
      { ...textEdit(2, ''), value: { kind: 'number', number: Number.NaN } },
    ],
    [
      'an undo of something else',
      'read-back-differs',
      {},
      { ...textEdit(2, ''), value: { kind: 'restore', before: { row: 1 } } },
    ],
  ])('[W4] refuses %s by name (%s) and changes nothing', async (_what, code, sheet, edit) => {
    const host = startWith([['Фамилия'], ['Орлова']], sheet);
    const before = host.workbook.sheets.map(sheetSnapshot);
    const port = await openExcelWorkbook();
    expect(codes(await port.write([edit]))).toEqual([code]);
    expect(host.workbook.sheets.map(sheetSnapshot)).toEqual(before);
  });

  it('writes a row that somebody hid by hand, and the unlocked cells of a protected sheet', async () => {
    startWith([['а'], ['б']], { hiddenRows: [2] });
    expect(codes(await (await openExcelWorkbook()).write([textEdit(2, 'в')]))).toEqual(['ok']);
  });

  it('[W4] refuses a workbook that is open for reading', async () => {
    const host = startExcel(hostWorkbook([{ name: SHEET, rows: [['а']] }], { isReadOnly: true }));
    const port = await openExcelWorkbook();
    expect(port.isReadOnly).toBe(true);
    host.resetMeter();
    await expect(port.write([textEdit(1, 'б')])).rejects.toMatchObject({ code: 'read-only' });
    await expect(port.mark([{ cell: textEdit(1, '').cell, severity: 'note' }])).rejects.toMatchObject({
      code: 'read-only',
    });
    await expect(port.remember('{}')).rejects.toMatchObject({ code: 'read-only' });
    expect(host.meter.syncs).toBe(0);
    await port.unmark();
    host.sheet(SHEET).conditionalFormats.push({
      id: 'ours',
      type: 'Custom',
      areas: [{ top: 1, left: 0, bottom: 1, right: 0 }],
      formula: '="kurator:note"<>""',
      format: {},
    });
    await expect(port.unmark()).rejects.toMatchObject({ code: 'read-only' });
  });

  it.each<[string, Fault]>([
    ['the write is refused', { at: 2, kind: 'refused' }],
    ['the write is done and its answer is lost', { at: 2, kind: 'lost' }],
    ['the write stops half way', { at: 2, kind: 'half', actions: 40 }],
    ['nothing can be read back', { at: 3, kind: 'refused' }],
  ])('[W2] when %s, each cell is told true, and a second run completes', async (_what, fault) => {
    const host = startWith(Array.from({ length: 20 }, (_, row) => [`Семья ${row}`]));
    const port = await openExcelWorkbook();
    const edits = Array.from({ length: 20 }, (_, row) => textEdit(row + 1, `+7 912 000-00-${row}`));
    host.resetMeter();
    host.faults.push(fault);
    const outcomes = await port.write(edits);
    const sheet = host.sheet(SHEET);
    const isThere = outcomes.map(({ cell }) => cellAt(sheet, cell.row, 0).value === `+7 912 000-00-${cell.row - 1}`);
    // «Done» is true always; «interrupted» may be either only when Excel could not be asked afterwards.
    expect(outcomes.filter(({ ok }, index) => ok && !isThere[index])).toEqual([]);
    expect(outcomes.filter(({ ok }, index) => !ok && isThere[index])).toHaveLength(fault.at === 2 ? 0 : 20);
    expect(new Set(codes(outcomes).filter((code) => code !== 'ok')).size).toBeLessThanOrEqual(1);
    expect(codes(outcomes)).not.toContain('read-back-differs');
    host.faults = [];
    expect(codes(await port.write(edits))).toEqual(edits.map(() => 'ok'));
  });

  it('writes in several undo steps where Excel refuses to make one of them', async () => {
    const host = startExcel(hostWorkbook([{ name: SHEET, rows: [['а']] }]), { excelApi: '1.20' });
    const port = await openExcelWorkbook();
    host.resetMeter();
    host.faults.push({ at: 2, kind: 'refused', code: 'UndoNotSupported' });
    expect(codes(await port.write([textEdit(1, 'слово')]))).toEqual(['ok']);
    expect(host.meter.syncs).toBe(5);
  });

  it('tells the rest as interrupted when Excel is lost between batches', async () => {
    const host = startWith([['а']]);
    const port = await openExcelWorkbook();
    const edits = Array.from({ length: 600 }, (_, row) => textEdit(row + 1, 'слово'));
    host.resetMeter();
    host.faults.push({ at: 4, kind: 'refused' });
    const outcomes = codes(await port.write(edits));
    expect(outcomes.slice(0, 250)).toEqual(edits.slice(0, 250).map(() => 'ok'));
    expect(outcomes.slice(250)).toEqual(edits.slice(250).map(() => 'interrupted'));
  });

  it('fixes 200 scattered cells in three batches', async () => {
    const host = startWith(Array.from({ length: 400 }, () => ['14.03.25', 'б']));
    const port = await openExcelWorkbook();
    host.resetMeter();
    const outcomes = await port.write(
      Array.from({ length: 200 }, (_, index): CellEdit => ({
        cell: { sheet: SHEET, row: index * 2 + 1, column: 0 },
        value: { kind: 'date', iso: '2025-03-14' },
      })),
    );
    expect(codes(outcomes)).toEqual(outcomes.map(() => 'ok'));
    expect(host.meter.syncs).toBe(3);
    expect(host.meter.largestIn).toBeLessThan(400_000);
    expect(host.meter.bytesIn).toBeLessThan(700_000);
  });
});
