/** The engine over the workbook in Excel: what a person does in the sheet shows in the findings. */
import { describe, expect, it } from 'vitest';
import { createTestingCheckRunner } from '../../addin/engine/testing-check-runner.ts';
import { openSession, type Session } from '../../addin/engine/session.ts';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { ExcelHost } from './excel-host.ts';
import { cellAt, hostWorkbook, type CellSpec } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';
import { shiftRows } from './sheet-shifts.ts';

const HEADINGS = ['№ дела', 'ФИО заявителя', 'Категория семьи', 'Куратор', 'Уровень сопровождения', 'Дата заявления'];

function family(row: number, applied: string): CellSpec[] {
  return [`${row}/26`, `Сомова Анна ${'АБВГД'.charAt(row)}.`, 'многодетная', 'Петрова О. И.', 'базовый', applied];
}

function startRegister(): ExcelHost {
  const rows = [HEADINGS, family(2, '12.01.2026'), family(3, '31.02.2026'), family(4, '14.01.2026')];
  return startExcel(
    hostWorkbook([
      { name: 'Реестр', rows },
      { name: 'Заметки', rows: [['позвонить']] },
    ]),
  );
}

async function openChecked(host = startRegister()) {
  const planned = new Set<() => void>();
  const session = await openSession(
    {
      workbook: await openExcelWorkbook(),
      runner: createTestingCheckRunner(),
      packById,
      nowMs: () => 0,
      today: () => dayOfIso('2026-02-02') ?? 0,
      after: (_ms, action) => {
        planned.add(action);
        return () => void planned.delete(action);
      },
      breathe: async () => {},
    },
    'hmao-2018',
  );
  await settle();
  await session.check();
  /** Lets the events arrive and the planned re-check run to its end. */
  const live = async (): Promise<void> => {
    await settle();
    const due = [...planned];
    planned.clear();
    for (const action of due) action();
    await idle(session);
  };
  return { host, session, live };
}

async function idle(session: Session): Promise<void> {
  await settle();
  while (session.store.getSnapshot().work !== null) await settle();
}

function badDates(session: Session): readonly string[] {
  const open = session.store.getSnapshot().run?.open ?? [];
  return open.filter(({ value }) => value.includes('31.02')).map(({ cell }) => `${cell.sheet} ${cell.row}`);
}

describe('the engine over Excel', () => {
  it('sees an edit and checks again, at the cost of a few KB', async () => {
    const { host, session, live } = await openChecked();
    expect(badDates(session)).toEqual(['Реестр 3']);
    host.type('Реестр', 'F3', '13.01.2026');
    host.type('Реестр', 'F4', '31.02.2026');
    await live();
    expect(badDates(session)).toEqual(['Реестр 4']);
  });

  it('follows a sheet that is renamed, though Excel may not tell of it', async () => {
    const { host, session, live } = await openChecked();
    host.sheet('Реестр').name = 'Реестр 2026';
    host.type('Реестр 2026', 'F2', '31.02.2026');
    await live();
    expect(badDates(session)).toEqual(['Реестр 2026 2', 'Реестр 2026 3']);
    host.type('Реестр 2026', 'F2', '12.01.2026');
    await live();
    expect(badDates(session)).toEqual(['Реестр 2026 3']);
  });

  it('forgets a sheet that is removed', async () => {
    const { host, session, live } = await openChecked();
    host.tellSheetEvent('Deleted', 'Реестр');
    host.workbook.sheets = host.workbook.sheets.filter(({ name }) => name !== 'Реестр');
    await live();
    expect(badDates(session)).toEqual([]);
    expect(session.store.getSnapshot().problem).toBeNull();
  });

  it('remembers in the workbook what was found, for the next session', async () => {
    const { host } = await openChecked();
    expect(host.workbook.customXml).toHaveLength(1);
    expect(cellAt(host.sheet('Реестр'), 3, 5).value).toBe('31.02.2026');
  });
});

const textAt = (host: ExcelHost, row: number, column: number) => cellAt(host.sheet('Реестр'), row, column).value;

/** A register with a name that has two spaces too many, and the finding upon it. */
async function openUntidy() {
  const opened = await openChecked();
  opened.host.type('Реестр', 'B3', 'Сомова   Анна');
  await opened.live();
  const found = opened.session.store.getSnapshot().run?.open.filter(({ rule }) => rule === 'cell/untidy') ?? [];
  expect(found.map(({ cell }) => cell.row)).toEqual([3]);
  return { ...opened, found };
}

describe('a correction in Excel', () => {
  it('goes to the family it is about, though rows were inserted since it was read', async () => {
    const { host, session, found } = await openUntidy();
    shiftRows(host.sheet('Реестр'), 2, 1);
    host.tellChange('Реестр', '2:2', 'RowInserted');
    await settle();
    await session.fix(found);
    expect([2, 3, 4].map((row) => textAt(host, row, 1))).toEqual(['', 'Сомова Анна В.', 'Сомова Анна']);
  });

  it('leaves alone what somebody has typed in its cell since it was read', async () => {
    const { host, session, found } = await openUntidy();
    host.type('Реестр', 'B3', 'Сомова Алла');
    await settle();
    await session.fix(found);
    expect(textAt(host, 3, 1)).toBe('Сомова Алла');
  });

  it('is taken back only from cells that nobody has moved', async () => {
    const { host, session, found } = await openUntidy();
    await session.fix(found);
    await settle();
    shiftRows(host.sheet('Реестр'), 2, 1);
    host.tellChange('Реестр', '2:2', 'RowInserted');
    await settle();
    await session.undo(1);
    expect([2, 3, 4].map((row) => textAt(host, row, 1))).toEqual(['', 'Сомова Анна В.', 'Сомова Анна']);
    expect(session.store.getSnapshot().notice).toMatchObject({ what: 'undone', done: 0, failed: 1 });
  });
});

describe('two panes over one workbook', () => {
  it('lose neither the explanations of one nor those of the other', async () => {
    const host = startRegister();
    host.type('Реестр', 'F4', '31.02.2026');
    const panes = [await openChecked(host), await openChecked(host)];
    for (const [index, { session }] of panes.entries()) {
      const bad = session.store.getSnapshot().run?.open.filter(({ value }) => value.includes('31.02'))[index];
      if (!bad) throw new Error('a date that does not exist was not found');
      await session.explain(bad, { reason: 'уточняется', author: 'Петрова', until: null });
    }
    for (const { session } of [...panes.slice(1), await openChecked(host)]) {
      expect(badDates(session)).toEqual([]);
      expect(session.store.getSnapshot().run?.explained).toHaveLength(2);
    }
  });

  it('know of each other’s sending before they make one of their own', async () => {
    const host = startRegister();
    const [first, second] = [await openChecked(host), await openChecked(host)];
    await first.session.keepForSending('ks1.first');
    expect(second.session.store.getSnapshot().remembered.sync).toBeNull();
    await second.session.register();
    expect(second.session.store.getSnapshot().remembered.sync).toBe('ks1.first');
  });

  it('keep what was not kept while Excel was busy', async () => {
    const { host, session } = await openChecked();
    const [bad] = session.store.getSnapshot().run?.open.filter(({ value }) => value.includes('31.02')) ?? [];
    if (!bad) throw new Error('a date that does not exist was not found');
    host.faults = [{ at: host.meter.syncs + 1, kind: 'refused', code: 'ActivityLimitReached' }];
    await session.explain(bad, { reason: 'уточняется', author: 'Петрова', until: null });
    expect(session.store.getSnapshot().memory).toBe('not-kept');
    await session.showMarks(false);
    expect(session.store.getSnapshot().memory).toBe('working');
    expect(badDates((await openChecked(host)).session)).toEqual([]);
  });
});
