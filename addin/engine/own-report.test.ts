/** The report form of an open workbook, written into it, is found in order by the next check. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { reportFormSheet, type ReportFormInput } from '../../shared/reports/report-form.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { openWorkbook } from '../file/open-workbook.ts';
import { packageOf, textRows } from '../file/test-package.ts';
import { ownReport } from './own-report.ts';
import { stepNotes } from './step-notes.ts';

const pack = packById('training');
const asOf = dayOfIso('2026-10-31');
if (pack === undefined || asOf === null) throw new Error('pack and day exist');
const TEXTS = {
  sheet: 'Отчёт',
  lead: 'Составлен по реестру.',
  balance: 'Баланс сходится.',
  signs: ['Исполнитель ____'],
};

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  return packageOf({ sheets: [{ name: 'Реестр', xml: textRows(rows) }] });
}

const HEADINGS = [
  '№ дела',
  'ФИО заявителя',
  'Уровень сопровождения',
  'Дата начала сопровождения',
  'Дата снятия',
  'Причина снятия',
  'Число детей',
];
/** The same with dates of three steps: a week to the survey, and a day more for each family to the contract. */
function withSteps(count: number): readonly (readonly string[])[] {
  const families = Array.from({ length: count }, (_, at) => [
    `${at + 1}/26`,
    `Заречнова ${'АБВГДЕЖЗ'.charAt(at)}. П.`,
    'базовый',
    `${20 + at}.08.2026`,
    '',
    '',
    '2',
    '03.08.2026',
    at === 0 ? '01.08.2026' : '10.08.2026',
    `${11 + at}.08.2026`,
  ]);
  return [[...HEADINGS, 'Дата заявления', 'Дата обследования', 'Дата договора'], ...families];
}
const FAMILIES = [
  ['1/26', 'Заречнова Анна Петровна', 'базовый', '10.05.2026', '', '', '2'],
  ['2/26', 'Камышова Анна Петровна', 'кризисный', '10.08.2026', '', '', '1'],
  ['3/26', 'Лугова Анна Петровна', 'базовый', '10.05.2026', '10.09.2026', 'положительная динамика', '3'],
  ['4/26', 'Опушкина Анна Петровна', 'базовый', '10.05.2026', '31.02.2026', '', '3'],
];

async function read(bytes: Uint8Array) {
  const book = await openWorkbook('реестр.xlsx', bytes);
  return readWorkbook(await book.readCells(), { pack: pack ?? fail(), asOf: asOf ?? fail() }).register;
}
async function withReport(bytes: Uint8Array, input: ReportFormInput, notes: readonly string[] = []) {
  const book = await openWorkbook('реестр.xlsx', bytes);
  await book.addReport(reportFormSheet(input, { ...TEXTS, notes }));
  return book.saveCopy();
}
const fail = (): never => {
  throw new Error('pack and day exist');
};

describe('the report of the open register', () => {
  it('says what the register gives, and what it cannot place', async () => {
    const register = await read(workbook([HEADINGS, ...FAMILIES]));
    const report = ownReport(register, { pack, asOf: '2026-10-31', period: '2026-Q3', place: 'Лесной район' });
    expect(report?.unplaced).toBe(1);
    expect(report?.input.rows).toEqual([]);
    expect(report?.input.total.figures).toMatchObject({ start: 2, in: 1, out: 1, positive: 1, end: 2, endChildren: 3 });
  });

  it('is read with the register by the next check, and every figure is held against it', async () => {
    const bytes = workbook([HEADINGS, ...FAMILIES.slice(0, 3)]);
    const report = ownReport(await read(bytes), { pack, asOf: '2026-10-31', period: '2026-Q3', place: 'Лесной район' });
    if (report === null) throw new Error('the period exists');
    const register = await read(await withReport(bytes, report.input));
    const { findings, ledger } = checkRegister(register, { pack, asOf });
    expect(findings.filter(({ rule }) => rule.startsWith('report/'))).toEqual([]);
    expect(ledger.find(({ rule }) => rule === 'report/register')).toMatchObject({ looked: 1, skipped: [] });
  });

  it('says how long the steps took, where there are enough families, and the next check reads past it', async () => {
    const wish = { pack, asOf: '2026-10-31', period: '2026-Q3', place: 'Лесной район' };
    const bytes = workbook(withSteps(7));
    const report = ownReport(await read(bytes), wish);
    if (report === null) throw new Error('the period exists');
    const notes = stepNotes(report.steps, 'ru');
    expect(notes.slice(1)).toEqual([
      'заявление → обследование: 7 дней (6 семей, самый долгий срок 7 дней). Не считаны, потому что второй шаг записан раньше первого: 1 семья.',
      'обследование → договор: 5 дней (7 семей, самый долгий срок 10 дней).',
      'договор → начало сопровождения: 9 дней (7 семей, самый долгий срок 9 дней).',
      'начало сопровождения → снятие: нет данных.',
    ]);
    const few = ownReport(await read(workbook(withSteps(4))), wish);
    expect(stepNotes(few?.steps ?? [], 'ru')[2]).toBe('обследование → договор: недостаточно данных, 4 семьи.');
    const register = await read(await withReport(bytes, report.input, notes));
    const plain = await read(await withReport(bytes, report.input));
    expect(register.reports.map(({ figures }) => figures)).toEqual(plain.reports.map(({ figures }) => figures));
    const { ledger } = checkRegister(register, { pack, asOf });
    expect(ledger.find(({ rule }) => rule === 'report/register')).toMatchObject({
      looked: 1,
      findings: 0,
      skipped: [],
    });
  });

  it('has a row for each district that the register names', async () => {
    const districts = ['Район', 'Лесной район', 'Речной район', 'Лесной район'];
    const rows = [HEADINGS, ...FAMILIES.slice(0, 3)].map((row, index) => [...row, districts[index] ?? '']);
    const report = ownReport(await read(workbook(rows)), { pack, asOf: '2026-10-31', period: '2026-08', place: '' });
    expect(report?.input.rows.map(({ name, figures }) => [name, figures.end])).toEqual([
      ['Лесной район', 2],
      ['Речной район', 1],
    ]);
  });

  it('is none for a period that is none', async () => {
    const register = await read(workbook([HEADINGS, ...FAMILIES]));
    expect(ownReport(register, { pack, asOf: '2026-10-31', period: '2026', place: '' })).toBeNull();
  });
});
