/** Reading again while somebody types: the same as reading everything, at a small part of the cost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import { cellAt, hostWorkbook, putCell, type CellSpec, type SheetSpec } from './host-workbook.ts';
import type { ExcelHost } from './excel-host.ts';
import { settle, startExcel } from './node-door.ts';

const SHEET = 'Реестр';

function table(rows: number, columns: number): CellSpec[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): CellSpec => (column % 3 === 0 ? `${row}:${column}` : row * column)),
  );
}

/** A host whose sheet was read once while edits are heard of. */
async function startRead(rows: readonly (readonly CellSpec[])[], more: Partial<SheetSpec> = {}) {
  const host = startExcel(hostWorkbook([{ name: SHEET, rows, ...more }]));
  const port = await openExcelWorkbook();
  port.watch({});
  await settle();
  await port.readCells();
  const again = async (isAfterEdits = true): Promise<readonly SheetCells[]> => {
    await settle();
    return port.readCells({ sheets: [SHEET], isAfterEdits });
  };
  return { host, port, again };
}

/** What a workbook that was never read gives. */
async function afresh(host: ExcelHost): Promise<readonly SheetCells[]> {
  startExcel(host.workbook);
  return (await openExcelWorkbook()).readCells({ sheets: [SHEET] });
}

describe('reading after edits', () => {
  it('costs two batches and a few KB on 5,000 × 40', async () => {
    const { host, again } = await startRead(table(5_000, 40));
    host.type(SHEET, 'C2500', 'новое');
    host.type(SHEET, 'H31', '14.03.2025');
    await settle();
    host.resetMeter();
    const [sheet] = await again();
    expect(sheet?.rows).toHaveLength(5_000);
    expect(sheet?.rows[2_499]?.cells[2]).toBe('новое');
    expect(sheet?.rows[30]?.cells[7]).toEqual({ serial: 45_730 });
    expect(host.meter.syncs).toBe(2);
    expect(host.meter.bytesIn + host.meter.bytesOut).toBeLessThan(32_000);
  });

  it('gives the same as reading everything, whatever is typed, cleared or written, and wherever', async () => {
    const value = fc.oneof(fc.constantFrom('', 'слово', '14.03.2025', '=A1', 5, true), fc.integer());
    const edit = fc.record({ row: fc.integer({ min: 1, max: 40 }), column: fc.nat(11), value });
    const round = fc.array(edit, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        const rows = [...table(30, 9), [{ value: 3, formula: '=1+2' }]];
        const { host, again } = await startRead(rows, { merges: [{ top: 4, left: 0, bottom: 6, right: 0 }] });
        for (const edits of rounds) {
          for (const one of edits) host.type(SHEET, `${'ABCDEFGHIJKL'.charAt(one.column)}${one.row}`, one.value);
          // Each round builds upon the last.
          expect(await again()).toEqual(await afresh(host));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('sees what the add-in itself wrote', async () => {
    const { host, port, again } = await startRead(table(20, 6));
    await port.write([{ cell: { sheet: SHEET, row: 7, column: 1 }, value: { kind: 'date', iso: '2025-03-14' } }]);
    expect(await again()).toEqual(await afresh(host));
  });

  it('reads only the results where every row has a formula, on 5,000 × 40', async () => {
    const aged = table(5_000, 40).map((row, at): CellSpec[] => [...row, { value: at, formula: `=AGE(B${at + 1})` }]);
    const { host, again } = await startRead(aged);
    host.type(SHEET, 'C2500', 'новое');
    host.recalculate(SHEET, { AO2500: 7, AO3: 8 });
    host.resetMeter();
    const [sheet] = await again();
    expect([sheet?.rows[2_499]?.cells[2], sheet?.rows[2_499]?.cells[40], sheet?.rows[2]?.cells[40]]).toEqual([
      'новое',
      7,
      8,
    ]);
    expect(host.meter.syncs).toBe(2);
    expect(host.meter.bytesIn + host.meter.bytesOut).toBeLessThan(160_000);
    host.recalculate(SHEET, { AO4000: 9 });
    expect(await again()).toEqual(await afresh(host));
  });

  it('gives the same as reading everything, whatever the formulas come to, and wherever they are', async () => {
    const result = fc.constantFrom('', 'слово', 7, 45_730, '#N/A', true);
    const formula = fc.record({
      row: fc.integer({ min: 1, max: 34 }),
      column: fc.constantFrom(1, 3, 8),
      value: result,
    });
    const deed = fc.oneof(
      formula.map((one) => ({ ...one, kind: 'calculated' as const })),
      formula.map((one) => ({ ...one, kind: 'typed' as const })),
      formula.map((one) => ({ ...one, kind: 'typed' as const, value: '=A1' })),
    );
    const rounds = fc.array(fc.array(deed, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    const sheets = fc.tuple(fc.array(formula, { maxLength: 6 }), fc.boolean(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(sheets, rounds, async ([scattered, isColumn, isProtected], made) => {
        const rows: CellSpec[][] = table(30, 9).map((row, at) =>
          isColumn ? [...row.slice(0, 8), { value: at % 3 === 0 ? '' : at, formula: '=B1' }] : row,
        );
        rows.push([], ...[31, 32].map((): CellSpec[] => [null, { value: '', formula: '=B1' }]), ['внизу']);
        const { host, again } = await startRead(rows, { isProtected });
        const sheet = host.sheet(SHEET);
        for (const { row, column, value } of scattered) putCell(sheet, row, column, { value, formula: '=B1' });
        await again(false);
        for (const round of made) {
          for (const { kind, row, column, value } of round) {
            const address = `${'ABCDEFGHI'.charAt(column)}${row}`;
            if (kind === 'typed') host.type(SHEET, address, value);
            else if (cellAt(sheet, row, column).formula !== null) host.recalculate(SHEET, { [address]: value });
          }
          // Each round builds upon the last.
          expect(await again()).toEqual(await afresh(host));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads the rows with formulas too: their results may have followed', async () => {
    const { host, again } = await startRead([
      ['а', 1],
      ['б', { value: 2, formula: '=B1*2' }],
      ['в', 4],
    ]);
    host.type(SHEET, 'B1', 5);
    putCell(host.sheet(SHEET), 2, 1, { value: 10 });
    expect((await again())[0]?.rows[1]?.cells[1]).toBe(10);
  });

  it.each<[string, (host: ExcelHost) => void]>([
    [
      'rows are sorted',
      (host) => {
        putCell(host.sheet(SHEET), 3, 0, { value: 'другая' });
        host.tellSheetEvent('RowSorted', SHEET);
      },
    ],
    [
      'a row is hidden',
      (host) => {
        host.sheet(SHEET).hiddenRows.add(5);
        host.tellSheetEvent('RowHiddenChanged', SHEET);
      },
    ],
    [
      'numbers become dates',
      (host) => {
        putCell(host.sheet(SHEET), 8, 1, { value: 45_730, numberFormat: 'dd.mm.yyyy' });
        host.tellSheetEvent('FormatChanged', SHEET, 'B8');
      },
    ],
    ['a value appears below without an event', (host) => putCell(host.sheet(SHEET), 90, 0, { value: 'внизу' })],
  ])('reads all when %s', async (_what, change) => {
    const { host, again } = await startRead(table(20, 6));
    change(host);
    expect(await again()).toEqual(await afresh(host));
  });

  it('reads all when a person asks, and when edits are not heard of', async () => {
    const { host, port, again } = await startRead(table(20, 6));
    putCell(host.sheet(SHEET), 3, 0, { value: 'незамеченное' });
    expect((await again(false))[0]?.rows[2]?.cells[0]).toBe('незамеченное');
    const deaf = await openExcelWorkbook();
    await deaf.readCells();
    putCell(host.sheet(SHEET), 3, 0, { value: 'ещё одно' });
    expect((await deaf.readCells({ sheets: [SHEET], isAfterEdits: true }))[0]?.rows[2]?.cells[0]).toBe('ещё одно');
    expect(port.kind).toBe('excel');
  });
});
