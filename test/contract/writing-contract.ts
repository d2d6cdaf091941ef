import { expect, it } from 'vitest';
import type { EditOutcome } from '../../addin/engine/workbook-port.ts';
import { at, cell, contents, HOSTILE_TEXTS, REGISTER, text, type OpenForContract } from './contract-workbook.ts';

function before(outcome: EditOutcome | undefined): unknown {
  if (!outcome?.ok) throw new Error(`not written: ${outcome?.code ?? 'no outcome'}`);
  return outcome.before;
}

/** Only what is asked for is written, as what it is; it can be taken back. */
export function writingContract(open: OpenForContract): void {
  it('writes text, numbers, real dates and nothing else, and answers in order', async () => {
    const { port, reopen } = await open(REGISTER);
    const untouched = contents(await port.readCells()).filter((line) => !/Реестр (2:0|2:1|3:1|3:2|9:4) /.test(line));
    const outcomes = await port.write([
      text(cell(2, 0), 'Ежова М. П.'),
      { cell: cell(2, 1), value: { kind: 'empty' } },
      { cell: cell(3, 1), value: { kind: 'date', iso: '2025-03-10' } },
      { cell: cell(3, 2), value: { kind: 'number', number: 6 } },
      { cell: cell(9, 4), value: { kind: 'date', iso: '2026-10-31' } },
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.now : outcome.code))).toEqual([
      'Ежова М. П.',
      null,
      { serial: 45_726 },
      6,
      { serial: 46_326 },
    ]);
    for (const one of [port, await reopen()]) {
      const now = contents(await one.readCells());
      expect(now).toEqual(expect.arrayContaining([...untouched]));
      expect(now.filter((line) => !untouched.includes(line))).toEqual([
        'Реестр 2:0 "Ежова М. П."',
        'Реестр 3:1 {"serial":45726}',
        'Реестр 3:2 6',
        'Реестр 9:4 {"serial":46326}',
      ]);
    }
  });

  it('writes hostile texts as texts', async () => {
    const { port, reopen } = await open(REGISTER);
    const edits = HOSTILE_TEXTS.map((value, index) => text(cell(20 + index, 0), value));
    const outcomes = await port.write(edits);
    expect(outcomes.map((outcome) => outcome.ok && outcome.now)).toEqual(HOSTILE_TEXTS);
    for (const one of [port, await reopen()]) {
      const sheets = await one.readCells();
      expect(edits.map((edit) => at(sheets, edit.cell))).toEqual(HOSTILE_TEXTS);
      expect(contents(sheets).filter((line) => line.endsWith(' formula'))).toHaveLength(2);
    }
  });

  it('puts everything back as it was, formulas and dates too', async () => {
    const { port, reopen } = await open(REGISTER);
    const start = contents(await port.readCells());
    const cells = [cell(2, 0), cell(2, 1), cell(3, 1), cell(3, 2), cell(5, 2), cell(12, 0)];
    const outcomes = await port.write(cells.map((address) => text(address, 'другое')));
    expect(contents(await port.readCells())).not.toEqual(start);
    const undone = await port.write(
      cells.map((address, index) => ({ cell: address, value: { kind: 'restore', before: before(outcomes[index]) } })),
    );
    expect(undone.map(({ ok }) => ok)).toEqual(cells.map(() => true));
    for (const one of [port, await reopen()]) expect(contents(await one.readCells())).toEqual(start);
  });

  it('answers for cells that are gone and writes the others', async () => {
    const { port } = await open(REGISTER);
    const outcomes = await port.write([text(cell(1, 0, 'Нет такого'), 'x'), text(cell(2, 0), 'y')]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual(['gone', 'ok']);
    expect(await port.write([])).toEqual([]);
  });

  it('refuses days that Excel counts otherwise than the calendar: before 1 March 1900', async () => {
    const { port } = await open(REGISTER);
    const days = ['1899-12-31', '1900-02-28', '1900-03-01'];
    const outcomes = await port.write(
      days.map((iso, index) => ({ cell: cell(20 + index, 0), value: { kind: 'date', iso } as const })),
    );
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.now : outcome.code))).toEqual([
      'read-back-differs',
      'read-back-differs',
      { serial: 61 },
    ]);
    const filled = contents(await port.readCells());
    expect(filled.filter((line) => /Реестр 2\d:/.test(line))).toEqual(['Реестр 22:0 {"serial":61}']);
  });

  it('marks cells and takes the marks away without a trace in the cells', async () => {
    const { port } = await open(REGISTER);
    const start = await port.readCells();
    await port.mark([
      { cell: cell(2, 0), severity: 'error' },
      { cell: cell(2, 1), severity: 'warning' },
      { cell: cell(3, 1), severity: 'note' },
    ]);
    expect(await port.readCells()).toEqual(start);
    await port.mark([]);
    await port.unmark();
    expect(await port.readCells()).toEqual(start);
  });
}
