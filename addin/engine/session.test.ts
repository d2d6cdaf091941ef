import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { FileWorkbook } from '../file/file-workbook.ts';
import { openWorkbook } from '../file/open-workbook.ts';
import { packageOf, textRows } from '../file/test-package.ts';
import { createDirectCheckRunner } from './direct-check-runner.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';
import type { SessionState } from './session-state.ts';

const REGISTER = `№ дела;ФИО заявителя;Категория семьи;Куратор;Уровень сопровождения;Дата заявления;Источник;Номер договора;Дата договора
1/26;Иванова  Мария Петровна;многодетная;Петрова О. И.;базовый;12.01.2026;заявление родителя;1;15.01.2026
2/26;Сидорова Анна Львовна;малообеспеченная;Петрова О. И.;базовый;13.01.2026;заявление родителя;2;16.01.2026
3/26;Орлова Вера Ильинична;неполная;Петрова О. И.;базовый;31.02.2026;заявление родителя;3;19.01.2026
`;

/** Time that moves when told to, so that no test waits. */
function testClock() {
  const planned = new Set<() => void>();
  return {
    after: (_ms: number, action: () => void) => {
      planned.add(action);
      return () => void planned.delete(action);
    },
    pass: () => {
      const due = [...planned];
      planned.clear();
      for (const action of due) action();
    },
    plannedCount: () => planned.size,
  };
}

async function open(workbook?: FileWorkbook) {
  const clock = testClock();
  const book = workbook ?? (await openWorkbook('реестр.csv', new TextEncoder().encode(REGISTER)));
  const ports = {
    workbook: book,
    runner: createDirectCheckRunner(),
    packById,
    nowMs: () => 0,
    today: () => dayOfIso('2026-02-02') ?? 0,
    after: clock.after,
    breathe: async () => {},
  };
  const session = await openSession(ports, 'hmao-2018');
  return { session, book, clock };
}

const state = (session: Session): SessionState => session.store.getSnapshot();
const rules = (session: Session) => state(session).run?.open.map(({ rule }) => rule) ?? [];
const untidy = (session: Session) => state(session).run?.open.filter(({ rule }) => rule === 'cell/untidy') ?? [];

/** Resolves when the session stands still. */
function settled({ store }: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (store.getSnapshot().work !== null) return;
      stop();
      resolve();
    });
  });
}

describe('a session', () => {
  it('checks the workbook and marks what it found', async () => {
    const { session, book } = await open();
    await session.check();
    expect(rules(session)).toEqual(expect.arrayContaining(['cell/untidy', 'cell/date-invalid']));
    expect(book.marks().length).toBeGreaterThan(0);
    expect(state(session)).toMatchObject({ work: null, problem: null, isStale: false, asOf: '2026-02-02' });
  });

  it('mends a finding, takes it off the list, and re-checks once', async () => {
    const { session, book, clock } = await open();
    await session.check();
    await session.fix(untidy(session));
    expect(book.view('реестр').text(2, 1)).toBe('Иванова Мария Петровна');
    expect(untidy(session)).toEqual([]);
    expect(state(session)).toMatchObject({ notice: { what: 'fixed', done: 1, failed: 0 }, hasUnsavedChanges: true });
    expect(clock.plannedCount()).toBe(1);
    const done = settled(session);
    clock.pass();
    await done;
    expect(untidy(session)).toEqual([]);
    expect(state(session).run?.comparison.isFirst).toBe(true);
  });

  it('undoes a correction to the letter', async () => {
    const { session, book } = await open();
    await session.check();
    await session.fix(untidy(session));
    await session.undo(state(session).journal[0]?.id ?? 0);
    expect(book.view('реестр').text(2, 1)).toBe('Иванова  Мария Петровна');
    expect(state(session).notice).toMatchObject({ what: 'undone', done: 1 });
  });

  it('does not undo over what a later step wrote in the same cell', async () => {
    const { session, book } = await open();
    await session.check();
    const [finding] = untidy(session);
    await session.fix(untidy(session));
    if (finding) await session.edit(finding.cell, 'Иванова Мария Павловна');
    await session.undo(1);
    expect(book.view('реестр').text(2, 1)).toBe('Иванова Мария Павловна');
    expect(state(session).notice).toMatchObject({ what: 'undone', done: 0, failed: 1 });
  });

  it('re-checks after many edits in a row once, and says meanwhile that the list is old', async () => {
    const { session, clock } = await open();
    await session.check();
    const at = { sheet: 'реестр', row: 4, column: 5 };
    await session.edit(at, '14.01.202');
    await session.edit(at, '14.01.2026');
    expect(state(session).isStale).toBe(true);
    expect(clock.plannedCount()).toBe(1);
    const done = settled(session);
    clock.pass();
    await done;
    expect(rules(session)).not.toContain('cell/date-invalid');
    expect(state(session).isStale).toBe(false);
  });

  it('keeps an explanation with the workbook, and forgets it when the value changes', async () => {
    const { session, book } = await open();
    await session.check();
    const finding = state(session).run?.open.find(({ rule }) => rule === 'cell/date-invalid');
    expect(finding).toBeDefined();
    if (finding) await session.explain(finding, { reason: 'уточняется', author: 'Петрова', until: null });
    expect(rules(session)).not.toContain('cell/date-invalid');

    const again = await open(book);
    await again.session.check();
    expect(again.session.store.getSnapshot().run?.explained).toHaveLength(1);
    if (finding) await again.session.edit(finding.cell, '32.02.2026');
    const done = settled(again.session);
    again.clock.pass();
    await done;
    expect(rules(again.session)).toContain('cell/date-invalid');
  });

  it('tells the next run what is new, mended and still there', async () => {
    const { session, book } = await open();
    await session.check();
    const count = state(session).run?.result.findings.length ?? 0;
    await session.fix(untidy(session));

    const again = await open(book);
    await again.session.check();
    expect(state(again.session).run?.comparison).toMatchObject({
      isFirst: false,
      newCount: 0,
      mendedCount: 1,
      stillCount: count - 1,
    });
  });

  it('marks the region’s remarks beside the findings, keeps them through a check, and lets them go with the marks', async () => {
    const { session, book } = await open();
    const [sheet] = await book.listSheets();
    const cell = { sheet: sheet?.name ?? '', row: 2, column: 3 };
    const isMarked = () => book.marks().some((one) => one.cell.row === cell.row && one.cell.column === cell.column);
    await session.showRemarks([{ cell, severity: 'warning' }]);
    expect(book.marks()).toEqual([{ cell, severity: 'warning' }]);
    await session.check();
    expect([isMarked(), book.marks().length > 1]).toEqual([true, true]);
    await session.showMarks(false);
    expect(book.marks()).toEqual([]);
    await session.showMarks(true);
    expect(isMarked()).toBe(true);
    await session.showRemarks([]);
    expect([isMarked(), book.marks().length > 0]).toEqual([false, true]);
  });

  it('adds a report and shows it, and says where the workbook takes none', async () => {
    const { session, book } = await open(await twoSheets());
    expect(await session.addReport(REPORT)).toBe(REPORT.name);
    expect((await book.listSheets()).map(({ name }) => name)).toContain(REPORT.name);
    expect(state(session)).toMatchObject({ hasUnsavedChanges: true, problem: null });
    const { session: text } = await open();
    expect(await text.addReport(REPORT)).toBeNull();
    expect(state(text).problem).toEqual({ kind: 'workbook', code: 'one-sheet' });
  });

  it('takes the marks away when asked, and remembers it', async () => {
    const { session, book } = await open();
    await session.check();
    await session.showMarks(false);
    expect(book.marks()).toEqual([]);
    expect(state((await open(book)).session).remembered.marksShown).toBe(false);
  });

  it('reads the workbook anew after a correction of the mapping', async () => {
    const { session } = await open();
    await session.check();
    await session.correctMapping({ sheet: 'реестр', fields: { 'Дата заявления': null } });
    expect(rules(session)).not.toContain('cell/date-invalid');
  });

  it('leaves damaged state alone until a person lets it go', async () => {
    const { book } = await open();
    await book.remember('{"version":');
    const { session } = await open(book);
    expect(state(session).memory).toBe('damaged');
    await session.check();
    expect(await book.recall()).toBe('{"version":');
    await session.startMemoryAfresh();
    expect(await book.recall()).toContain('"version":1');
  });

  it('says when a sheet has gone', async () => {
    const { session } = await open();
    await session.goTo({ sheet: 'нет такого', row: 1, column: 0 });
    expect(state(session).problem).toEqual({ kind: 'workbook', code: 'sheet-missing' });
  });

  it('leaves rows alone that a filter hides, and says how many', async () => {
    const { session, book } = await open();
    await session.check();
    const write = book.write;
    Object.assign(book, {
      write: async (edits: Parameters<typeof write>[0]) =>
        edits.map(({ cell }) => ({ ok: false as const, cell, code: 'filtered' as const })),
    });
    await session.fix(untidy(session));
    expect(state(session).notice).toMatchObject({ what: 'fixed', done: 0, failed: 0, filtered: 1 });
  });
});

const REPORT: ReportSheet = {
  name: 'Протокол проверки',
  widths: [20],
  rows: [
    [{ value: 'Протокол проверки' }],
    [{ value: REPORT_SIGN }],
    [{ value: 'ФИО заявителя' }],
    [{ value: 'Орлова' }],
  ],
};

const sheetXml = (...lines: readonly string[]): string => textRows(lines.map((line) => line.split(';')));

/** A workbook of one visible and one hidden sheet, as a file. */
async function twoSheets(): Promise<FileWorkbook> {
  const headings = '№ дела;ФИО заявителя;Категория семьи;Куратор;Уровень сопровождения';
  const bytes = packageOf({
    sheets: [
      { name: 'Реестр', xml: sheetXml(headings, '1/26;Иванова Мария Петровна;многодетная;Петрова О. И.;базовый') },
      {
        name: 'Архив',
        state: 'hidden',
        xml: sheetXml(headings, '2/25;Сомова Анна Львовна;неполная;Петрова О. И.;базовый'),
      },
    ],
  });
  return openWorkbook('реестр.xlsx', bytes);
}

describe('the protocol in a session', () => {
  it('is added, does not count as a part of the register, and goes without a trace', async () => {
    const { session, book } = await open(await twoSheets());
    await session.check();
    const [hash, cases] = [await session.contentHash(), state(session).run?.result.summary.cases];
    await session.addProtocol(REPORT);
    expect(state(session)).toMatchObject({ protocolSheet: 'Протокол проверки', isStale: false });
    expect(state(session).selected?.sheet).toBe('Протокол проверки');
    await session.check();
    expect(state(session).run?.account.sheets.map(({ sheet }) => sheet)).toEqual(['Реестр', 'Архив']);
    expect(state(session).run?.result.summary.cases).toBe(cases);
    expect(await session.contentHash()).toBe(hash);
    await session.removeProtocol();
    expect(state(session)).toMatchObject({ protocolSheet: null, selected: null });
    expect((await book.listSheets()).map(({ name }) => name)).toEqual(['Реестр', 'Архив']);
  });

  it('says in a sentence that a text file has no place for it', async () => {
    const { session } = await open();
    await session.addProtocol(REPORT);
    expect(state(session).problem).toEqual({ kind: 'workbook', code: 'one-sheet' });
  });
});

describe('hidden sheets in a session', () => {
  it('are left out until somebody brings them in, and this stays with the workbook', async () => {
    const { session, book } = await open(await twoSheets());
    await session.check();
    expect(state(session).run?.result.summary.cases).toBe(1);
    await session.readHidden(true);
    expect(state(session).run?.result.summary.cases).toBe(2);
    const again = await open(book);
    await again.session.check();
    expect(state(again.session).run?.result.summary.cases).toBe(2);
  });
});

describe('corrections of a sheet', () => {
  it('can be let go', async () => {
    const { session } = await open();
    await session.check();
    await session.correctMapping({ sheet: 'реестр', kind: 'none', fields: {} });
    expect(state(session).run?.account.sheets[0]?.leftOut).toBe('corrected');
    await session.dropCorrection('реестр');
    expect(state(session).run?.account.sheets[0]?.leftOut).toBeNull();
  });
});
