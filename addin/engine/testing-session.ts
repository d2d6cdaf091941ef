/** An open session over a small register, with time that moves when told to. For tests. */
import { dayOfIso } from '../../shared/domain/day.ts';
import { REPORT_SIGN, type ReportSheet } from '../../shared/domain/report-sheet.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { FileWorkbook } from '../file/file-workbook.ts';
import { openWorkbook } from '../file/open-workbook.ts';
import { packageOf, textRows } from '../file/test-package.ts';
import { createTestingCheckRunner } from './testing-check-runner.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';
import type { SessionState } from './session-state.ts';

/** Three families: a name with a space too many, one in order, a date that does not exist. */
const REGISTER = `№ дела;ФИО заявителя;Категория семьи;Куратор;Уровень сопровождения;Дата заявления;Источник;Номер договора;Дата договора
1/26;Иванова  Мария Петровна;многодетная;Петрова О. И.;базовый;12.01.2026;заявление родителя;1;15.01.2026
2/26;Сидорова Анна Львовна;малообеспеченная;Петрова О. И.;базовый;13.01.2026;заявление родителя;2;16.01.2026
3/26;Орлова Вера Ильинична;неполная;Петрова О. И.;базовый;31.02.2026;заявление родителя;3;19.01.2026
`;

/** Time that moves when told to, so that no test waits. */
export function testClock() {
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
    planned: () => [...planned],
  };
}

/** A text file as a workbook of one sheet, «реестр». */
export function registerOf(text: string): Promise<FileWorkbook> {
  return openWorkbook('реестр.csv', new TextEncoder().encode(text));
}

/** A session on 2 February 2026, over REGISTER unless a workbook is given. Its watch stands still unless one is given. */
export async function openTestSession(workbook?: FileWorkbook, nowMs = () => 0) {
  const clock = testClock();
  const book = workbook ?? (await registerOf(REGISTER));
  const runner = createTestingCheckRunner();
  const ports = {
    workbook: book,
    runner,
    packById,
    nowMs,
    today: () => dayOfIso('2026-02-02') ?? 0,
    after: clock.after,
    breathe: async () => {},
  };
  const session = await openSession(ports, 'hmao-2018');
  return { session, book, clock, runner };
}

export const stateOf = (session: Session): SessionState => session.store.getSnapshot();
export const rulesOf = (session: Session) => stateOf(session).run?.open.map(({ rule }) => rule) ?? [];
export const untidyIn = (session: Session) =>
  stateOf(session).run?.open.filter(({ rule }) => rule === 'cell/untidy') ?? [];

/** Resolves when the session stands still. */
export function settled({ store }: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (store.getSnapshot().work !== null) return;
      stop();
      resolve();
    });
  });
}

export const REPORT: ReportSheet = {
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
export async function twoSheets(): Promise<FileWorkbook> {
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
