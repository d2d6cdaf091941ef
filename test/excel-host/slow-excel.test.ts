/** A slow Excel: what people ask meanwhile happens in turn, and nothing is done twice. */
import { expect, it } from 'vitest';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { MAX_STATE_BYTES } from '../../addin/engine/state-part.ts';
import type { Mark } from '../../addin/engine/workbook-port.ts';
import { cellAt, hostWorkbook } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

function mark(row: number): Mark {
  return { cell: { sheet: 'Реестр', row, column: 0 }, severity: 'error' };
}

/** An Excel that answers in the order asked, each answer some turns of the loop late. */
function startSlowExcel() {
  const host = startExcel(hostWorkbook([{ name: 'Реестр', rows: [['а'], ['б']] }]));
  host.latency = settle;
  return host;
}

it('marks asked for again before they are drawn are drawn once, the last ones', async () => {
  const host = startSlowExcel();
  const port = await openExcelWorkbook();
  await Promise.all([port.mark([mark(1)]), port.mark([mark(2)]), port.unmark(), port.mark([mark(3)])]);
  const formats = host.sheet('Реестр').conditionalFormats;
  expect(formats.map(({ areas }) => areas)).toEqual([[{ top: 3, left: 0, bottom: 3, right: 0 }]]);
});

it('a first state remembered twice at once is kept in one part', async () => {
  const host = startSlowExcel();
  const port = await openExcelWorkbook();
  await Promise.all([port.remember('"первое"'), port.remember('"второе"')]);
  expect(host.workbook.customXml).toHaveLength(1);
  expect(await port.recall()).toBe('"второе"');
});

it('a change that fails does not hold up the next', async () => {
  const host = startSlowExcel();
  const port = await openExcelWorkbook();
  const failing = port.remember('я'.repeat(MAX_STATE_BYTES));
  const text = { kind: 'text', text: 'в' } as const;
  const writing = port.write([{ cell: { sheet: 'Реестр', row: 1, column: 0 }, value: text }]);
  await expect(failing).rejects.toMatchObject({ code: 'too-large' });
  expect((await writing).map(({ ok }) => ok)).toEqual([true]);
  expect(cellAt(host.sheet('Реестр'), 1, 0).value).toBe('в');
});
