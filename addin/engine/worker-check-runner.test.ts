import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import { RunFailed, RunNotFetched } from './check-runner.ts';
import { createWorkerCheckRunner } from './worker-check-runner.ts';

/** A worker that does what it is told by the test. */
class PlayedWorker extends EventTarget {
  static last: PlayedWorker | null = null;
  constructor() {
    super();
    PlayedWorker.last = this;
  }
  postMessage(): void {}
  terminate(): void {}
  break(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const SHEET: SheetCells = {
  name: 'Реестр',
  visibility: 'visible',
  rows: [],
  merges: [],
  hiddenColumns: new Set(),
};

afterEach(() => vi.unstubAllGlobals());

describe('the check in a worker', () => {
  it.each([
    ['its program does not come over the network', () => PlayedWorker.last?.break(''), RunNotFetched],
    ['its program fails', () => PlayedWorker.last?.break('x is not a function'), RunFailed],
  ])('says it when %s', async (_, happen, expected) => {
    vi.stubGlobal('Worker', PlayedWorker);
    const runner = createWorkerCheckRunner(async () => {});
    const asked = runner.contentHash();
    happen();
    await expect(asked).rejects.toBeInstanceOf(expected);
  });

  it('tells whether anything differs from what it was given before', async () => {
    vi.stubGlobal('Worker', PlayedWorker);
    const runner = createWorkerCheckRunner(async () => {});
    const rows = [
      { row: 1, cells: ['Фамилия'] },
      { row: 2, cells: [5] },
    ];
    const other = { ...SHEET, name: 'Выходы' };
    const order = ['Реестр', 'Выходы'];
    expect(await runner.putSheets([{ ...SHEET, rows }, other], order)).toBe(true);
    expect(await runner.putSheets([{ ...SHEET, rows: structuredClone(rows) }], order)).toBe(false);
    expect(await runner.putSheets([{ ...SHEET, rows: rows.with(1, { row: 2, cells: [6] }) }], order)).toBe(true);
    expect(await runner.putSheets([], ['Реестр'])).toBe(true);
    expect(await runner.putSheets([], ['Реестр'])).toBe(false);
  });

  it('says it too when that happens while the sheets are handed over', async () => {
    vi.stubGlobal('Worker', PlayedWorker);
    const runner = createWorkerCheckRunner(async () => PlayedWorker.last?.break(''));
    const rows = [{ row: 1, cells: [] }];
    await expect(runner.putSheets([{ ...SHEET, rows }], ['Реестр'])).rejects.toBeInstanceOf(RunNotFetched);
  });
});
