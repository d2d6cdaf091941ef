import { describe, expect, it } from 'vitest';
import { openTestSession, REPORT, rulesOf, settled, stateOf, twoSheets, untidyIn } from './testing-session.ts';

describe('a session', () => {
  it('checks the workbook and marks what it found', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    expect(rulesOf(session)).toEqual(expect.arrayContaining(['cell/untidy', 'cell/date-invalid']));
    expect(book.marks().length).toBeGreaterThan(0);
    expect(stateOf(session)).toMatchObject({ work: null, problem: null, isStale: false, asOf: '2026-02-02' });
  });

  it('mends a finding, takes it off the list, and re-checks once', async () => {
    const { session, book, clock } = await openTestSession();
    await session.check();
    await session.fix(untidyIn(session));
    expect(book.view('реестр').text(2, 1)).toBe('Иванова Мария Петровна');
    expect(untidyIn(session)).toEqual([]);
    expect(stateOf(session)).toMatchObject({ notice: { what: 'fixed', done: 1, failed: 0 }, hasUnsavedChanges: true });
    expect(clock.plannedCount()).toBe(1);
    const done = settled(session);
    clock.pass();
    await done;
    expect(untidyIn(session)).toEqual([]);
    expect(stateOf(session).run?.comparison.isFirst).toBe(true);
  });

  it('undoes a correction to the letter', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    await session.fix(untidyIn(session));
    await session.undo(stateOf(session).journal[0]?.id ?? 0);
    expect(book.view('реестр').text(2, 1)).toBe('Иванова  Мария Петровна');
    expect(stateOf(session).notice).toMatchObject({ what: 'undone', done: 1 });
  });

  it('does not undo over what a later step wrote in the same cell', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    const [finding] = untidyIn(session);
    await session.fix(untidyIn(session));
    if (finding) await session.edit(finding.cell, 'Иванова Мария Павловна');
    await session.undo(1);
    expect(book.view('реестр').text(2, 1)).toBe('Иванова Мария Павловна');
    expect(stateOf(session).notice).toMatchObject({ what: 'undone', done: 0, failed: 1 });
  });

  it('re-checks after many edits in a row once, and says meanwhile that the list is old', async () => {
    const { session, clock } = await openTestSession();
    await session.check();
    const at = { sheet: 'реестр', row: 4, column: 5 };
    await session.edit(at, '14.01.202');
    await session.edit(at, '14.01.2026');
    expect(stateOf(session).isStale).toBe(true);
    expect(clock.plannedCount()).toBe(1);
    const done = settled(session);
    clock.pass();
    await done;
    expect(rulesOf(session)).not.toContain('cell/date-invalid');
    expect(stateOf(session).isStale).toBe(false);
  });

  it('keeps an explanation with the workbook, and forgets it when the value changes', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    const finding = stateOf(session).run?.open.find(({ rule }) => rule === 'cell/date-invalid');
    expect(finding).toBeDefined();
    if (finding) await session.explain(finding, { reason: 'уточняется', author: 'Петрова', until: null });
    expect(rulesOf(session)).not.toContain('cell/date-invalid');

    const again = await openTestSession(book);
    await again.session.check();
    expect(stateOf(again.session).run?.explained).toHaveLength(1);
    if (finding) await again.session.edit(finding.cell, '32.02.2026');
    const done = settled(again.session);
    again.clock.pass();
    await done;
    expect(rulesOf(again.session)).toContain('cell/date-invalid');
  });

  it('tells the next run what is new, mended and still there', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    const count = stateOf(session).run?.result.findings.length ?? 0;
    await session.fix(untidyIn(session));

    const again = await openTestSession(book);
    await again.session.check();
    expect(stateOf(again.session).run?.comparison).toMatchObject({
      isFirst: false,
      newCount: 0,
      mendedCount: 1,
      stillCount: count - 1,
    });
  });

  it('marks the region’s remarks beside the findings, keeps them through a check, and lets them go with the marks', async () => {
    const { session, book } = await openTestSession();
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
    const { session, book } = await openTestSession(await twoSheets());
    expect(await session.addReport(REPORT)).toBe(REPORT.name);
    expect((await book.listSheets()).map(({ name }) => name)).toContain(REPORT.name);
    expect(stateOf(session)).toMatchObject({ hasUnsavedChanges: true, problem: null });
    const { session: text } = await openTestSession();
    expect(await text.addReport(REPORT)).toBeNull();
    expect(stateOf(text).problem).toEqual({ kind: 'workbook', code: 'one-sheet' });
  });

  it('takes the marks away when asked, and remembers it', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    await session.showMarks(false);
    expect(book.marks()).toEqual([]);
    expect(stateOf((await openTestSession(book)).session).remembered.marksShown).toBe(false);
  });

  it('reads the workbook anew after a correction of the mapping', async () => {
    const { session } = await openTestSession();
    await session.check();
    await session.correctMapping({ sheet: 'реестр', fields: { 'Дата заявления': null } });
    expect(rulesOf(session)).not.toContain('cell/date-invalid');
  });

  it('leaves damaged state alone until a person lets it go', async () => {
    const { book } = await openTestSession();
    await book.remember('{"version":');
    const { session } = await openTestSession(book);
    expect(stateOf(session).memory).toBe('damaged');
    await session.check();
    expect(await book.recall()).toBe('{"version":');
    await session.startMemoryAfresh();
    expect(await book.recall()).toContain('"version":1');
  });

  it('says when a sheet has gone', async () => {
    const { session } = await openTestSession();
    await session.goTo({ sheet: 'нет такого', row: 1, column: 0 });
    expect(stateOf(session).problem).toEqual({ kind: 'workbook', code: 'sheet-missing' });
  });

  it('leaves rows alone that a filter hides, and says how many', async () => {
    const { session, book } = await openTestSession();
    await session.check();
    const write = book.write;
    Object.assign(book, {
      write: async (edits: Parameters<typeof write>[0]) =>
        edits.map(({ cell }) => ({ ok: false as const, cell, code: 'filtered' as const })),
    });
    await session.fix(untidyIn(session));
    expect(stateOf(session).notice).toMatchObject({ what: 'fixed', done: 0, failed: 0, filtered: 1 });
  });
});
