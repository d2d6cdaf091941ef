/** Visits with several on a line: marks under the days of a month, dates in month columns, dates one by one. */
import { describe, expect, it } from 'vitest';
import { a1, columnLetters } from '../domain/cell-address.ts';
import { fieldCell } from '../domain/register.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';
import { fieldOf, skippedOf, tablesOf, valuesOf } from './testing-view.ts';

const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);
const marks = (byDay: Readonly<Record<number, CellValue>>): readonly CellValue[] =>
  DAYS.map((day) => byDay[day] ?? null);

/** "2026-01-05 C3": the visits with the cells of their dates. */
const visitsOf = (one: SheetCells): readonly string[] =>
  read([one]).register.visits.map((row) => {
    const cell = fieldCell(row, 'date');
    return `${String(valuesOf(row)['date'])} ${cell ? a1(cell.row, cell.column) : ''}`;
  });

describe('a matrix of families and days', () => {
  it.each<[string, SheetCells]>([
    [
      'the month in the title',
      sheet([
        ['График посещений семей за январь 2026 года'],
        ['ФИО семьи', 'Специалист', ...DAYS, 'Итого'],
        ['Белова А.П.', 'Осипова О.И.', ...marks({ 1: '+', 2: 'V' }), 2],
        ['Итого', null, ...marks({ 1: 1, 2: 1 }), 2],
      ]),
    ],
    [
      'the month over the days',
      sheet(
        [
          ['№ п/п', 'Номер дела', 'Январь 2026', ...DAYS.slice(1).map(() => null), 'Всего'],
          [null, null, ...DAYS, null],
          [1, '1/25', ...marks({ 1: 'х', 2: 1 }), 2],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:AG1', 'AH1:AH2'] },
      ),
    ],
    [
      'the month in the name of the sheet, days of the week below',
      sheet(
        [
          ['№', 'ФИО заявителя', ...DAYS.map(String)],
          [null, null, ...DAYS.map((day) => ['ср', 'чт', 'пт', 'сб', 'вс', 'пн', 'вт'][day % 7] ?? '')],
          [1, 'Белова А.П.', ...marks({ 1: '+', 2: 'да' })],
        ],
        { name: 'Январь' },
      ),
    ],
    [
      'dates as headings',
      sheet([
        [],
        ['№', 'ФИО заявителя', ...DAYS.map((day) => date(`2026-01-${String(day).padStart(2, '0')}`))],
        [1, 'Белова А.П.', ...marks({ 1: '+', 2: '✓' })],
      ]),
    ],
  ])('%s', (_, one) => {
    expect(visitsOf(one)).toEqual(['2026-01-01 C3', '2026-01-02 D3']);
  });

  const matrix = (...rows: readonly (readonly CellValue[])[]): SheetCells =>
    sheet([['ФИО семьи', 'Специалист', ...DAYS], ...rows], { name: 'Январь 2026' });

  it('a figure is so many visits, «в» at the weekend is a day off, a dash nothing, a word the kind or the person', () => {
    const one = matrix([
      'Белова А.П.',
      null,
      ...marks({ 5: 2, 10: 'в', 12: 'план.', 13: '-', 14: 'Носова В.В.', 15: 'нет' }),
    ]);
    const { visits } = read([one]).register;
    expect(visits.map(({ values }) => [values.kind ?? null, values.specialist])).toEqual([
      [null, null],
      [null, null],
      ['план.', null],
      [null, 'Носова В.В.'],
    ]);
  });

  it('a mark on a day that the month does not have is a date that cannot be read, at its cell', () => {
    const one = { ...matrix(['Белова А.П.', 'Осипова О.И.', ...marks({ 30: '+' })]), name: 'Февраль 2026' };
    const { findings } = checkRegister(read([one]).register, { pack: TESTING_PACK, asOf: AS_OF });
    const invalid = findings.filter(({ rule }) => rule === 'cell/date-invalid');
    expect(invalid.map(({ cell }) => a1(cell.row, cell.column))).toEqual([`${columnLetters(31)}2`]);
  });

  it('what is wrong with the family is found once, not once a visit', () => {
    const one = matrix(['Белова  А.П.', 'Осипова О.И.', ...marks({ 5: '+', 6: ' +', 7: '+' })]);
    const { findings } = checkRegister(read([one]).register, { pack: TESTING_PACK, asOf: AS_OF });
    const untidy = findings.filter(({ rule }) => rule === 'cell/untidy');
    expect(untidy.map(({ cell }) => a1(cell.row, cell.column))).toEqual(['A2', 'H2']);
  });

  it('in a register the days are visits of its families', () => {
    const one = sheet(
      [
        ['№ дела', 'ФИО заявителя', 'Категория', 'Уровень', 'Дата договора', ...DAYS],
        ['1/25', 'Белова А.П.', 'СОП', 'базовый', date('2025-02-01'), ...marks({ 5: '+', 12: '+' })],
      ],
      { name: 'Январь 2026' },
    );
    expect(fieldOf(read([one]), 'visitDates')).toEqual([['2026-01-05', '2026-01-12']]);
  });

  it('beside a register it is a journal of its families, also where it names their level', () => {
    const matrix = sheet(
      [
        ['№', 'Семья', 'Уровень', ...DAYS],
        [1, 'Белова А.П.', 'базовый', ...marks({ 5: '+', 12: '+' })],
      ],
      { name: 'Январь 2026' },
    );
    const families = sheet(
      [
        ['№ дела', 'ФИО заявителя', 'Категория', 'Уровень', 'Дата договора'],
        ['1/25', 'Белова А.П.', 'СОП', 'базовый', date('2025-02-01')],
      ],
      { name: 'Семьи' },
    );
    const { register } = read([matrix, families]);
    expect([register.families.length, register.visits.length]).toEqual([1, 2]);
  });

  it('a row that counts the columns is none of days', () => {
    const head = Array.from(
      { length: 9 },
      (_, at) =>
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Куратор', 'Адрес', 'Телефон', 'Примечание', 'Дата договора', 'Район'][
          at
        ] ?? '',
    );
    const reading = read([sheet([head, DAYS.slice(0, 9), ['1/25', 'Белова А.П.', 'базовый']])]);
    expect(skippedOf(reading)).toEqual(['2 number-row']);
  });
});

describe('dates of one family beside each other', () => {
  it('one by one', () => {
    const head = ['ФИО семьи', '1 посещение', '2 посещение', '3 посещение'];
    const one = sheet([head, ['Белова А.П.', date('2026-01-03'), '05.02.2026'], ['Громова И.И.', date('2026-01-04')]]);
    expect(visitsOf(one)).toEqual(['2026-01-03 B2', '2026-02-05 C2', '2026-01-04 B3']);
    const { findings } = checkRegister(read([one]).register, { pack: TESTING_PACK, asOf: AS_OF });
    const asText = findings.filter(({ rule }) => rule === 'cell/date-as-text');
    expect(asText.map(({ cell }) => a1(cell.row, cell.column))).toEqual(['C2']);
  });

  it('in the columns of their months, also as days alone', () => {
    const head = ['ФИО семьи', 'Январь 2026', 'Февраль 2026'];
    const one = sheet([head, ['Белова А.П.', '05.01, 12.01', '3, 17'], ['Громова И.И.', '8, 22', date('2026-02-04')]]);
    expect(visitsOf(one)).toEqual([
      '2026-01-05 B2',
      '2026-01-12 B2',
      '2026-02-03 C2',
      '2026-02-17 C2',
      '2026-01-08 B3',
      '2026-01-22 B3',
      '2026-02-04 C3',
    ]);
  });

  it('months of days in a register are visits of its families', () => {
    const reading = read([
      sheet([
        ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора', 'Январь 2026', 'Февраль 2026'],
        ['1/25', 'Белова А.П.', 'базовый', date('2025-02-01'), '5, 12', '3'],
        ['2/25', 'Громова И.И.', 'базовый', date('2025-02-01'), '7 и 14', null],
      ]),
    ]);
    expect(tablesOf(reading)[0]).toContain('E visitDates 2026-01, F visitDates 2026-02');
    expect(fieldOf(reading, 'visitDates')).toEqual([
      ['2026-01-05', '2026-01-12', '2026-02-03'],
      ['2026-01-07', '2026-01-14'],
    ]);
  });
});

const journal = (name: string, ...dates: readonly CellValue[]): SheetCells =>
  sheet(
    [
      ['Дата', 'ФИО семьи', 'Специалист', 'Результат'],
      ...dates.map((day) => [day, 'Белова А.П.', 'Осипова О.И.', 'беседа']),
    ],
    { name },
  );
const daysOf = (one: SheetCells): readonly unknown[] =>
  read([one]).register.visits.map((row) => valuesOf(row)['date'] ?? null);

describe('a journal of one month', () => {
  it.each(['Январь 2026', '01.2026', 'Выходы за январь 2026 г.'])('dates take month and year from «%s»', (name) => {
    expect(daysOf(journal(name, 12, '7', '05.01', '6 января', 45))).toEqual([
      '2026-01-12',
      '2026-01-07',
      '2026-01-05',
      '2026-01-06',
      '?',
    ]);
  });

  it('also where the column holds nothing but the numbers of its days', () => {
    const days = [1, 2, 5, 6, 7, 8, 12, 13, '14', '15 числа'];
    expect(daysOf(journal('Январь 2026', ...days)).slice(-2)).toEqual(['2026-01-14', '2026-01-15']);
    const named = { ...journal('Январь 2026', ...days), name: 'Журнал' };
    expect(daysOf(named)).toEqual([]);
  });

  it('a month without a year is the latest that has come', () => {
    expect(daysOf(journal('Декабрь', 12))).toEqual(['2025-12-12']);
  });

  it('where nothing names a year it is not guessed', () => {
    expect(daysOf(journal('Журнал', '05.01', 12, '03.02.2026'))).toEqual(['?', '?', '2026-02-03']);
    expect(daysOf(journal('Журнал 2026', '05.01', 12))).toEqual(['2026-01-05', '?']);
  });
});
