/** Formulas that depend on other sheets: the pane follows their results, cheaply, and is never kept busy by them. */
import { describe, expect, it } from 'vitest';
import { cellAt, hostWorkbook, putCell } from './host-workbook.ts';
import { afresh, openPane, sample, shown } from './live-pane.ts';

const SHEET = 'Реестр';
const DATES = 'Даты';
const VISITS = 'Журнал посещений';

/** A register whose date of the contract in H4 comes from another sheet; H5 is volatile, and comes to the same all day. */
async function dependent() {
  const workbook = await sample('visits');
  const [dates] = hostWorkbook([{ name: DATES, rows: [['01.10.2026']] }]).sheets;
  if (!dates) throw new Error('no sheet');
  workbook.sheets.push({ ...dates, id: '{00000050}' });
  const pane = await openPane(workbook);
  putCell(pane.host.sheet(SHEET), 4, 7, { formula: `=${DATES}!A1` });
  putCell(pane.host.sheet(SHEET), 5, 7, { formula: '=TODAY()' });
  const today = cellAt(pane.host.sheet(SHEET), 5, 7).value;
  await pane.session.check();
  await pane.live();
  pane.host.resetMeter();
  return { ...pane, today };
}

describe('formulas that depend on another sheet', () => {
  it('are followed when that sheet is edited', async () => {
    const { host, session, live } = await dependent();
    const before = shown(session);
    host.type(DATES, 'A1', '31.02.2026');
    host.recalculate(SHEET, { H4: '31.02.2026' });
    await live();
    expect(shown(session)).toEqual(await afresh(host.workbook));
    expect(shown(session)).not.toEqual(before);
    expect(session.store.getSnapshot().isStale).toBe(false);
  });

  it('are followed when Excel is done with them only after the re-check of the edit', async () => {
    const { host, session, live } = await dependent();
    host.type(DATES, 'A1', '31.02.2026');
    await live();
    host.recalculate(SHEET, { H4: '31.02.2026' });
    await live();
    expect(shown(session)).toEqual(await afresh(host.workbook));
  });

  it('are read with the same re-check as the edit', async () => {
    const { host, live } = await dependent();
    host.type(DATES, 'A1', '31.02.2026');
    await live();
    const { syncs } = host.meter;
    host.resetMeter();
    host.type(DATES, 'A1', '30.02.2026');
    host.recalculate(SHEET, { H4: '30.02.2026' });
    await live();
    expect(host.meter.syncs).toBe(syncs);
  });
});

describe('formulas that come to the same', () => {
  it('cost three small batches, and nothing is judged or drawn', async () => {
    const { host, session, live, today } = await dependent();
    const { run } = session.store.getSnapshot();
    host.recalculate(SHEET, { H5: today });
    await live();
    expect(host.meter.syncs).toBe(3);
    expect(host.meter.bytesIn + host.meter.bytesOut).toBeLessThan(16 * 1024);
    expect(session.store.getSnapshot()).toMatchObject({ isStale: false, work: null });
    expect(session.store.getSnapshot().run).toBe(run);
  });

  it('cost nothing on a sheet without formulas', async () => {
    const { host, live } = await dependent();
    host.recalculate(VISITS, {});
    host.recalculate(DATES, {});
    await live();
    expect(host.meter).toMatchObject({ syncs: 0, cleanups: 0 });
  });
});

it('formulas that never stand still are followed a few times, then a person is told', async () => {
  const { host, session, live } = await dependent();
  let batches = 0;
  host.latency = async () => {
    batches += 1;
    host.recalculate(SHEET, { H4: `нечто ${batches}` });
  };
  host.type(DATES, 'A1', 'нечто');
  await live();
  expect(host.meter.syncs).toBeLessThanOrEqual(40);
  expect(session.store.getSnapshot()).toMatchObject({ isStale: true, work: null, problem: null });
  host.latency = async () => {};
  await session.check();
  expect(shown(session)).toEqual(await afresh(host.workbook));
});
