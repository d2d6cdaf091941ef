/** In a file «не сохранено» stands while the content is other than what was opened, or saved last. */
import { describe, expect, it } from 'vitest';
import { openTestSession, REPORT, stateOf, twoSheets, untidyIn } from './testing-session.ts';

type Opened = Awaited<ReturnType<typeof openTestSession>>;

const PLACE = { sheet: 'реестр', row: 3, column: 4 };
const isUnsaved = ({ session }: Opened): boolean => stateOf(session).hasUnsavedChanges;

async function checked(): Promise<Opened> {
  const opened = await openTestSession();
  await opened.session.check();
  return opened;
}

async function save({ session, book }: Opened): Promise<void> {
  const noteSaved = session.saving();
  await book.saveCopy();
  noteSaved();
}

const DEEDS: readonly (readonly [
  string,
  (opened: Opened) => Promise<unknown>,
  (opened: Opened) => Promise<unknown>,
])[] = [
  ['corrections', ({ session }) => session.fix(untidyIn(session)), ({ session }) => session.undo(1)],
  [
    'a cell typed in',
    ({ session }) => session.edit(PLACE, 'кризисный'),
    ({ session }) => session.edit(PLACE, 'базовый'),
  ],
  [
    'an explanation',
    async ({ session }) => {
      const [finding] = stateOf(session).run?.open ?? [];
      if (finding) await session.explain(finding, { reason: 'верно', author: 'Петрова', until: null });
    },
    async ({ session }) => {
      for (const { identity } of stateOf(session).remembered.explanations) await session.withdrawExplanation(identity);
    },
  ],
  [
    'a correction of how the sheet is read',
    ({ session }) => session.correctMapping({ sheet: 'реестр', fields: { 'Дата заявления': null } }),
    ({ session }) => session.dropCorrection('реестр'),
  ],
];

describe('«не сохранено»', () => {
  it.each(DEEDS)('comes with %s and goes when it is taken back', async (_what, act, takeBack) => {
    const opened = await checked();
    expect(isUnsaved(opened)).toBe(false);
    await act(opened);
    expect(isUnsaved(opened)).toBe(true);
    await takeBack(opened);
    expect(isUnsaved(opened)).toBe(false);
  });

  it.each(DEEDS)(
    'comes when %s are taken back after saving, and goes when they are made again',
    async (...[, act, back]) => {
      const opened = await checked();
      await act(opened);
      await save(opened);
      expect(isUnsaved(opened)).toBe(false);
      await back(opened);
      expect(isUnsaved(opened)).toBe(true);
      await opened.session.check();
      await act(opened);
      expect(isUnsaved(opened)).toBe(false);
    },
  );

  it('comes with a report and goes with it', async () => {
    const opened = await openTestSession(await twoSheets());
    await opened.session.addProtocol(REPORT);
    expect(isUnsaved(opened)).toBe(true);
    await opened.session.removeProtocol();
    expect(isUnsaved(opened)).toBe(false);
  });

  it('stays for what was done while a copy was being made', async () => {
    const opened = await checked();
    await opened.session.edit(PLACE, 'кризисный');
    const noteSaved = opened.session.saving();
    const copy = opened.book.saveCopy();
    await opened.session.edit({ ...PLACE, row: 4 }, 'кризисный');
    await copy;
    noteSaved();
    expect(isUnsaved(opened)).toBe(true);
    await opened.session.undo(2);
    expect(isUnsaved(opened)).toBe(false);
  });

  it('stays where one of two steps is undone', async () => {
    const opened = await checked();
    await opened.session.fix(untidyIn(opened.session));
    await opened.session.edit(PLACE, 'кризисный');
    await opened.session.undo(1);
    expect(isUnsaved(opened)).toBe(true);
  });
});
