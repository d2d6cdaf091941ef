/**
 * A register that people work in while the pane is open: after each thing they do, the pane shows what a new pane finds
 * in the same workbook. The whole way is walked through Microsoft's client: events, reading again, re-check.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExcelHost } from './excel-host.ts';
import { cellAt, putCell } from './host-workbook.ts';
import { afresh, openPane, sample, shown } from './live-pane.ts';
import { insertColumn, shiftRows } from './sheet-shifts.ts';

const SHEET = 'Реестр';
const letters = (column: number): string => 'ABCDEFGHIJKLMNOPQRST'.charAt(column);

/** Copies a block of cells to another place, as «Вставить» does, with one event for the whole block. */
function paste(host: ExcelHost, from: number, to: number, source: 'Local' | 'Remote' = 'Local'): void {
  const sheet = host.sheet(SHEET);
  for (let row = 0; row < 3; row += 1) {
    for (let column = 1; column < 9; column += 1) putCell(sheet, to + row, column, cellAt(sheet, from + row, column));
  }
  host.tellChange(SHEET, `B${to}:I${to + 2}`, 'RangeEdited', source);
}

const DEEDS: readonly (readonly [string, (host: ExcelHost) => void])[] = [
  ['types a date that does not exist', (host) => host.type(SHEET, 'H4', '31.02.2026')],
  ['clears the heading of a column', (host) => host.type(SHEET, 'E1', '')],
  ['pastes a block of families over others', (host) => paste(host, 5, 12)],
  ['pastes below the table', (host) => paste(host, 5, 60)],
  ['a co-author pastes a block', (host) => paste(host, 9, 3, 'Remote')],
  ['a co-author types', (host) => host.type(SHEET, 'C7', '  Сомова   Анна', 'Remote')],
  [
    'inserts rows in the middle',
    (host) => {
      shiftRows(host.sheet(SHEET), 6, 2);
      host.tellChange(SHEET, '6:7', 'RowInserted');
    },
  ],
  [
    'deletes rows',
    (host) => {
      shiftRows(host.sheet(SHEET), 10, -3);
      host.tellChange(SHEET, '10:12', 'RowDeleted');
    },
  ],
  [
    'a co-author deletes the first family',
    (host) => {
      shiftRows(host.sheet(SHEET), 2, -1);
      host.tellChange(SHEET, '2:2', 'RowDeleted', 'Remote');
    },
  ],
  [
    'inserts a column',
    (host) => {
      insertColumn(host.sheet(SHEET), 3);
      host.tellChange(SHEET, 'D:D', 'ColumnInserted');
    },
  ],
  [
    'fills cells that do not touch, with Ctrl',
    (host) => {
      for (const row of [4, 8]) putCell(host.sheet(SHEET), row, 4, { value: 'прочее' });
      host.tellChange(SHEET, 'E4,E8', 'RangeEdited');
    },
  ],
  ['adds a sheet with a table', (host) => addSheet(host)],
];

function addSheet(host: ExcelHost): void {
  const [sheet] = structuredClone(host.workbook.sheets);
  if (!sheet) return;
  host.workbook.sheets.push({ ...sheet, id: '{00000099}', name: 'Копия' });
  host.tellSheetEvent('Added', 'Копия');
}

/** Batches and bytes (both ways) of the whole way through the session: each batch is a round trip. */
it('a check, an edit and taking the marks away cost few batches', async () => {
  const { host, session, live } = await openPane(await sample('visits'));
  const cost = async (act: () => unknown) => {
    host.resetMeter();
    await act();
    await live();
    return { syncs: host.meter.syncs, bytes: host.meter.bytesIn + host.meter.bytesOut };
  };
  const check = await cost(() => session.check());
  const edit = await cost(() => host.type(SHEET, 'H4', '31.02.2026'));
  const marks = await cost(() => session.showMarks(false));
  expect(check.syncs).toBeLessThanOrEqual(8);
  expect(edit.syncs).toBeLessThanOrEqual(8);
  expect(edit.bytes).toBeLessThan(96 * 1024);
  expect(marks.syncs).toBeLessThanOrEqual(5);
});

describe('the pane follows the sheet: somebody', () => {
  it.each(DEEDS)('%s', async (_name, deed) => {
    const { host, session, live } = await openPane(await sample('visits'));
    await session.check();
    await live();
    const before = shown(session);
    deed(host);
    await live();
    const after = shown(session);
    expect(after).toEqual(await afresh(host.workbook));
    expect(after).not.toEqual(before);
  });

  it('undoes: what stood there is found again', async () => {
    const { host, session, live } = await openPane(await sample('visits'));
    await session.check();
    await live();
    const before = shown(session);
    const kept = { ...cellAt(host.sheet(SHEET), 4, 7) };
    host.type(SHEET, 'H4', '31.02.2026');
    await live();
    expect(shown(session)).not.toEqual(before);
    putCell(host.sheet(SHEET), 4, 7, kept);
    host.tellChange(SHEET, 'H4', 'RangeEdited');
    await live();
    expect(shown(session)).toEqual(before);
  });

  it('renames the sheet, types, and sorts', async () => {
    const { host, session, live } = await openPane(await sample('visits'));
    await session.check();
    host.sheet(SHEET).name = 'Реестр 2026';
    host.type('Реестр 2026', 'H4', '31.02.2026');
    await live();
    host.tellSheetEvent('RowSorted', 'Реестр 2026');
    await live();
    expect(shown(session)).toEqual(await afresh(host.workbook));
  });
});

/** Does something at one step of the first check; null when a check takes fewer steps. */
async function checkedMeanwhile(step: number, deed: (host: ExcelHost) => void) {
  const { host, session, live } = await openPane(await sample('visits'));
  let batches = 0;
  host.latency = async () => {
    batches += 1;
    if (batches === step) deed(host);
  };
  await session.check();
  await live();
  if (batches < step) return null;
  session.dismissProblem();
  if (session.store.getSnapshot().run === null) await session.check();
  return { live: shown(session), fresh: await afresh(host.workbook) };
}

const MEANWHILE: readonly (readonly [string, (host: ExcelHost) => void])[] = [
  ['types', (host) => host.type(SHEET, 'H4', '31.02.2026')],
  [
    'inserts a row',
    (host) => {
      shiftRows(host.sheet(SHEET), 6, 1);
      host.tellChange(SHEET, '6:6', 'RowInserted');
    },
  ],
  [
    'deletes the sheet of visits',
    (host) => {
      host.tellSheetEvent('Deleted', 'Журнал посещений');
      host.workbook.sheets = host.workbook.sheets.filter(({ name }) => name !== 'Журнал посещений');
    },
  ],
];

describe('at each step of a check, somebody', () => {
  it.each(MEANWHILE)('%s', async (_name, deed) => {
    let steps = 0;
    for (let outcome = await checkedMeanwhile(1, deed); outcome; outcome = await checkedMeanwhile(steps + 1, deed)) {
      expect(outcome.live).toEqual(outcome.fresh);
      steps += 1;
      if (steps === 8) break;
    }
    expect(steps).toBeGreaterThan(3);
  });
});

it('any run of such deeds ends in what a new pane finds', async () => {
  const deeds = DEEDS.map(([, deed]) => deed);
  const typing = fc
    .record({
      row: fc.integer({ min: 1, max: 45 }),
      column: fc.nat(14),
      typed: fc.constantFrom('', 'базовый', '31.02.2026', '15.09.2026', '  Ветрова  А. П.', 3, 'отказано'),
    })
    .map(
      ({ row, column, typed }) =>
        (host: ExcelHost) =>
          host.type(SHEET, `${letters(column)}${row}`, typed),
    );
  const deed = fc.oneof(
    { weight: 2, arbitrary: typing },
    { weight: 1, arbitrary: fc.constantFrom(...deeds.slice(0, -1)) },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (bursts) => {
        const { host, session, live } = await openPane(await sample('visits'));
        await session.check();
        for (const burst of bursts) {
          for (const act of burst) act(host);
          // Each burst builds upon the last.
          await live();
        }
        expect(shown(session)).toEqual(await afresh(host.workbook));
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);
