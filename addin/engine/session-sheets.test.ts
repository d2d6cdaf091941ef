/** What a session does with whole sheets: reports, hidden ones, how they are read, and what became of them since. */
import { describe, expect, it } from 'vitest';
import { takeRegister } from './handed-register.ts';
import { WorkbookError } from './workbook-port.ts';
import { openTestSession, REPORT, settled, stateOf, twoSheets } from './testing-session.ts';

describe('the protocol in a session', () => {
  it('is added, does not count as a part of the register, and goes without a trace', async () => {
    const { session, book } = await openTestSession(await twoSheets());
    await session.check();
    const [hash, cases] = [await session.contentHash(), stateOf(session).run?.result.summary.cases];
    await session.addProtocol(REPORT);
    expect(stateOf(session)).toMatchObject({ protocolSheet: 'Протокол проверки', isStale: false });
    expect(stateOf(session).selected?.sheet).toBe('Протокол проверки');
    await session.check();
    expect(stateOf(session).run?.account.sheets.map(({ sheet }) => sheet)).toEqual(['Реестр', 'Архив']);
    expect(stateOf(session).run?.result.summary.cases).toBe(cases);
    expect(await session.contentHash()).toBe(hash);
    await session.removeProtocol();
    expect(stateOf(session)).toMatchObject({ protocolSheet: null, selected: null });
    expect((await book.listSheets()).map(({ name }) => name)).toEqual(['Реестр', 'Архив']);
  });

  it('says in a sentence that a text file has no place for it', async () => {
    const { session } = await openTestSession();
    await session.addProtocol(REPORT);
    expect(stateOf(session).problem).toEqual({ kind: 'workbook', code: 'one-sheet' });
  });
});

describe('hidden sheets in a session', () => {
  it('are left out until somebody brings them in, and this stays with the workbook', async () => {
    const { session, book } = await openTestSession(await twoSheets());
    await session.check();
    expect(stateOf(session).run?.result.summary.cases).toBe(1);
    await session.readHidden(true);
    expect(stateOf(session).run?.result.summary.cases).toBe(2);
    const again = await openTestSession(book);
    await again.session.check();
    expect(stateOf(again.session).run?.result.summary.cases).toBe(2);
  });
});

describe('a checker that was lost with all it knew', () => {
  it('is given every sheet again before it judges, also where one alone has changed', async () => {
    const { session, clock, runner } = await openTestSession(await twoSheets());
    await session.readHidden(true);
    expect(stateOf(session).run?.result.summary.cases).toBe(2);
    runner.stop();
    expect(await session.contentHash()).toBeNull();
    await session.edit({ sheet: 'Реестр', row: 2, column: 4 }, 'кризисный');
    const done = settled(session);
    clock.pass();
    await done;
    expect(stateOf(session).run?.result.summary.cases).toBe(2);
    expect(await session.contentHash()).not.toBeNull();
  });
});

describe('the register for sending', () => {
  it('is read again where something has changed since the last run', async () => {
    const { session } = await openTestSession();
    expect(await session.register()).toBeNull();
    await session.check();
    await session.edit({ sheet: 'реестр', row: 2, column: 0 }, '7/26');
    const port = await session.register();
    const register = port && (await takeRegister(port));
    expect(register?.families.map(({ values }) => values.caseNo)).toEqual(['7/26', '2/26', '3/26']);
  });
});

describe('the memory of sendings', () => {
  it('is kept beside the rest, and a workbook that does not take it says so', async () => {
    const { session, book } = await openTestSession();
    await session.keepForSending('ks1.a');
    expect(await book.recall()).toContain('"sync":"ks1.a"');
    Object.assign(book, { remember: async () => Promise.reject(new WorkbookError('host-busy')) });
    await expect(session.keepForSending('ks1.b')).rejects.toThrow(WorkbookError);
    expect(stateOf(session).memory).toBe('not-kept');
  });
});

describe('corrections of a sheet', () => {
  it('can be let go', async () => {
    const { session } = await openTestSession();
    await session.check();
    await session.correctMapping({ sheet: 'реестр', kind: 'none', fields: {} });
    expect(stateOf(session).run?.account.sheets[0]?.leftOut).toBe('corrected');
    await session.dropCorrection('реестр');
    expect(stateOf(session).run?.account.sheets[0]?.leftOut).toBeNull();
  });
});
