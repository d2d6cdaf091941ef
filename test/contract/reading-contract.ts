import { expect, it } from 'vitest';
import { at, cell, contents, REGISTER, type OpenForContract } from './contract-workbook.ts';

/** Sheets and cells are read as they are. */
export function readingContract(open: OpenForContract): void {
  it('lists its sheets in order, hidden ones with their state', async () => {
    const { port } = await open(REGISTER);
    expect(await port.listSheets()).toEqual([
      { name: 'Реестр', visibility: 'visible' },
      { name: 'Старый', visibility: 'hidden' },
      { name: 'Служебный', visibility: 'veryHidden' },
      { name: 'Журнал', visibility: 'visible' },
    ]);
  });

  it('reads every kind of cell, and nothing for empty ones', async () => {
    const { port } = await open(REGISTER);
    const sheets = await port.readCells();
    expect(contents(sheets)).toEqual([
      'Реестр 1:0 "Заявитель"',
      'Реестр 1:1 "Дата договора"',
      'Реестр 1:2 "Срок"',
      'Реестр 2:0 "Ёлкина М. П."',
      'Реестр 2:1 {"serial":45000}',
      'Реестр 2:2 12',
      'Реестр 3:0 true',
      'Реестр 3:1 "10.03.2025"',
      'Реестр 3:2 24 formula',
      'Реестр 5:0 {"error":"#N/A"} formula',
      'Реестр 5:2 0.5',
      'Реестр 6:0 "Объединённая"',
      'Журнал 2:1 "посещение"',
    ]);
    expect(sheets[0]?.rows.filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([3]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([2]);
    expect(sheets[0]?.merges).toEqual([{ top: 6, left: 0, bottom: 6, right: 2 }]);
  });

  it('reads hidden sheets when they are named, in workbook order', async () => {
    const { port } = await open(REGISTER);
    const sheets = await port.readCells({ sheets: ['Журнал', 'Служебный', 'Старый'] });
    expect(sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      'Старый hidden',
      'Служебный veryHidden',
      'Журнал visible',
    ]);
    expect(at(sheets, cell(1, 0, 'Служебный'))).toBe('ключ');
  });

  it('refuses sheets that are not there, stops when asked, and tells how far it is', async () => {
    const { port } = await open(REGISTER);
    await expect(port.readCells({ sheets: ['Нет такого'] })).rejects.toMatchObject({ code: 'sheet-missing' });
    await expect(port.readCells({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped' });
    const shares: number[] = [];
    await port.readCells({ onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('turns the dates of the 1904 system into those of the 1900 system, and back when writing', async () => {
    const { port, reopen } = await open({
      isDate1904: true,
      sheets: [
        {
          name: 'Реестр',
          cells: [
            { row: 1, column: 0, value: 43_538, format: 'dd.mm.yyyy' },
            { row: 1, column: 1, value: 'x' },
          ],
        },
      ],
    });
    expect(at(await port.readCells(), cell(1, 0))).toEqual({ serial: 45_000 });
    await port.write([{ cell: cell(1, 1), value: { kind: 'date', iso: '2023-03-16' } }]);
    for (const one of [port, await reopen()]) expect(at(await one.readCells(), cell(1, 1))).toEqual({ serial: 45_001 });
  });

  it('goes to a cell and knows where it stands', async () => {
    const { port } = await open(REGISTER);
    await port.select(cell(2, 1, 'Журнал'));
    expect(await port.selected()).toEqual(cell(2, 1, 'Журнал'));
    await expect(port.select(cell(1, 0, 'Нет такого'))).rejects.toMatchObject({ code: 'sheet-missing' });
  });
}
