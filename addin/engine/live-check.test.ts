/** Re-checks that formulas bring about, when nobody has typed in their sheet. */
import { describe, expect, it } from 'vitest';
import { openTestSession, registerOf, settled, stateOf, untidyIn } from './testing-session.ts';
import type { WorkbookPort } from './workbook-port.ts';

const SHEET = 'реестр';
const ONE_FAMILY = `№ дела;ФИО заявителя;Категория семьи;Куратор;Уровень сопровождения
1/26;Иванова Мария Петровна;многодетная;Петрова О. И.;базовый
`;

/** A session whose workbook works formulas out when told to. @param stepMs what each look at the watch is later */
async function withFormulas(stepMs = 0) {
  let nowMs = 0;
  const book = (await openTestSession()).book;
  const listeners: Parameters<WorkbookPort['watch']>[0][] = [];
  const { watch } = book;
  Object.assign(book, {
    watch: (listener: (typeof listeners)[number]) => {
      listeners.push(listener);
      return watch(listener);
    },
  });
  const opened = await openTestSession(book, () => (nowMs += stepMs));
  await opened.session.check();
  const recalculate = (): void => listeners.forEach((listener) => listener.onRecalculate?.(SHEET));
  const live = async (): Promise<void> => {
    const done = settled(opened.session);
    opened.clock.pass();
    await done;
  };
  return { ...opened, recalculate, live };
}

describe('formulas that were worked out anew', () => {
  it('do not put off the re-check after an edit', async () => {
    const { session, clock, recalculate } = await withFormulas();
    await session.fix(untidyIn(session));
    const [planned] = clock.planned();
    recalculate();
    recalculate();
    expect(clock.planned()).toEqual([planned]);
  });

  it('are left to a person where reading them for nothing takes long, until «Проверить» is pressed again', async () => {
    const { session, clock, recalculate, live } = await withFormulas(5_000);
    recalculate();
    await live();
    expect(stateOf(session).isStale).toBe(false);
    recalculate();
    expect([stateOf(session).isStale, clock.plannedCount()]).toEqual([true, 0]);
    await session.check();
    recalculate();
    expect([stateOf(session).isStale, clock.plannedCount()]).toEqual([false, 1]);
  });

  it('leave the findings called old when the re-check fails', async () => {
    const { session, book, runner, recalculate, live } = await withFormulas();
    Object.assign(book, { readCells: (await registerOf(ONE_FAMILY)).readCells });
    const { run } = runner;
    Object.assign(runner, { run: async () => Promise.reject(new Error('сбой')) });
    recalculate();
    await live();
    expect(stateOf(session)).toMatchObject({ isStale: true, problem: { kind: 'failed' } });
    Object.assign(runner, { run });
    recalculate();
    await live();
    expect(stateOf(session)).toMatchObject({ isStale: false, problem: null });
    expect(stateOf(session).run?.result.summary.cases).toBe(1);
  });
});
