/** The engine over the workbook in Excel: what a person does in the sheet shows in the findings. */
import { describe, expect, it } from 'vitest';
import { createDirectCheckRunner } from '../../addin/engine/direct-check-runner.ts';
import { openSession, type Session } from '../../addin/engine/session.ts';
import { openExcelWorkbook } from '../../addin/excel/open-excel-workbook.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import { packById } from '../../shared/packs/packs.ts';
import { cellAt, hostWorkbook, type CellSpec } from './host-workbook.ts';
import { settle, startExcel } from './node-door.ts';

const HEADINGS = ['№ дела', 'ФИО заявителя', 'Категория семьи', 'Куратор', 'Уровень сопровождения', 'Дата заявления'];

function family(row: number, applied: string): CellSpec[] {
  return [`${row}/26`, `Сомова Анна ${'АБВГД'.charAt(row)}.`, 'многодетная', 'Петрова О. И.', 'базовый', applied];
}

async function openChecked() {
  const rows = [HEADINGS, family(2, '12.01.2026'), family(3, '31.02.2026'), family(4, '14.01.2026')];
  const host = startExcel(
    hostWorkbook([
      { name: 'Реестр', rows },
      { name: 'Заметки', rows: [['позвонить']] },
    ]),
  );
  const planned = new Set<() => void>();
  const session = await openSession(
    {
      workbook: await openExcelWorkbook(),
      runner: createDirectCheckRunner(),
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
