/** Dates under the names of levels: the days on which the family entered them. */
import { describe, expect, it } from 'vitest';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { findingsIn } from './testing-findings.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

const LEVELS = ['адаптационный', 'базовый', 'кризисный'];
const register = (...days: readonly (readonly CellValue[])[]): SheetCells =>
  sheet(
    [
      ['№ п/п', 'ФИО заявителя', 'Категория', 'Дата договора', 'Уровень (дата установления)', null, null, 'Куратор'],
      [null, null, null, null, ...LEVELS, null],
      ...days.map((levels, at): readonly CellValue[] => [
        at + 1,
        `Белова ${'АБВГД'.charAt(at)}.П.`,
        'СОП',
        date('2026-02-02'),
        ...levels,
        'Осипова О.И.',
      ]),
    ],
    { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1', 'H1:H2'] },
  );

const spans = (...rows: readonly (readonly CellValue[])[]): SheetCells =>
  sheet(
    [
      ['ФИО заявителя', 'Категория', 'Дата договора', 'Периоды сопровождения по уровням', null, null, null, 'Куратор'],
      [null, null, null, 'базовый', null, 'кризисный ур.', null, null],
      [null, null, null, 'с', 'по', 'начало', 'окончание', null],
      ...rows.map((cells, at): readonly CellValue[] => [
        `Белова ${'АБВГДЕ'.charAt(at)}.П.`,
        'СОП',
        date('2026-02-02'),
        ...cells,
        'Осипова О.И.',
      ]),
    ],
    { merges: ['D1:G1', 'D2:E2', 'F2:G2', 'A1:A3', 'B1:B3', 'C1:C3', 'H1:H3'] },
  );

describe('dates under the names of levels', () => {
  const days = [
    [date('2026-02-02'), null, null],
    [null, date('2026-02-02'), date('2026-05-04')],
    [null, date('2026-06-01'), date('2026-02-02')],
  ];

  it('give the level of today and the way to it, in the order of time', () => {
    const reading = read([register(...days)]);
    expect(tablesOf(reading)[0]).toContain(
      'E transfers, E level, F transfers, F level, G transfers, G level, H curator',
    );
    expect(fieldOf(reading, 'level')).toEqual(['ADAPT', 'CRISIS', 'BASE']);
    expect(fieldOf(reading, 'transfers')).toEqual([
      [['2026-02-02', 'ADAPT']],
      [
        ['2026-02-02', 'BASE'],
        ['2026-05-04', 'CRISIS'],
      ],
      [
        ['2026-02-02', 'CRISIS'],
        ['2026-06-01', 'BASE'],
      ],
    ]);
    expect(reading.register.families[1]?.levelBefore?.code).toBe('BASE');
    expect(findingsIn(register(...days))).toEqual([]);
  });

  it('also where each heading is a sentence, and the level has a column of its own', () => {
    const reading = read([
      sheet([
        ['ФИО заявителя', 'Уровень', 'Дата установления базового уровня', 'Дата перевода на кризисный уровень'],
        ['Белова А.П.', 'кризисный', date('2026-02-02'), '04.05.2026'],
        ['Белова Б.П.', 'базовый', 'с 02.02.2026', null],
      ]),
    ]);
    expect(tablesOf(reading)[0]).toContain('B level, C transfers, D transfers');
    expect(fieldOf(reading, 'level')).toEqual(['CRISIS', 'BASE']);
  });

  describe('in two columns, «с» and «по»', () => {
    const one = spans(
      [date('2026-02-02'), date('2026-05-03'), date('2026-05-04'), null],
      [date('2026-06-01'), null, date('2026-02-02'), date('2026-03-31')],
      [date('2026-02-02'), date('2027-02-01'), null, null],
    );

    it('give the level of today, and days between the spans at no known level', () => {
      const reading = read([one]);
      expect(tablesOf(reading)[0]).toContain(
        'D transfers, D level, E programUntil, F transfers, F level, G programUntil',
      );
      expect(fieldOf(reading, 'level')).toEqual(['CRISIS', 'BASE', 'BASE']);
      expect(fieldOf(reading, 'transfers')).toEqual([
        [
          ['2026-02-02', 'BASE'],
          ['2026-05-04', 'CRISIS'],
        ],
        [
          ['2026-02-02', 'CRISIS'],
          ['2026-04-01', null],
          ['2026-06-01', 'BASE'],
        ],
        [['2026-02-02', 'BASE']],
      ]);
      expect(fieldOf(reading, 'programUntil')).toEqual([null, null, '2027-02-01']);
      expect(findingsIn(one)).toEqual([]);
    });

    it('are judged: a span that has ended, days that are none, an end before the beginning', () => {
      const faulty = spans(
        [date('2026-02-02'), date('2026-07-31'), null, null],
        [date('2026-02-02'), '31.02.2026', date('2026-05-04'), null],
        [date('2026-02-02'), null, date('2026-05-04'), '31.09.2026'],
        [date('2026-04-02'), date('2026-02-27'), null, null],
      );
      expect(findingsIn(faulty).toSorted()).toEqual([
        'cell/date-invalid E5',
        'cell/date-invalid G6',
        'level/term-exceeded D4',
        'level/term-exceeded D7',
        'level/transfer-order E7',
      ]);
    });
  });

  it('are no levels where the columns are numbered only', () => {
    const one = sheet(
      [
        ['№ п/п', 'ФИО заявителя', 'Категория', 'Уровень', 'Договор №', 'от', 'Протоколы консилиума (дата)', null],
        [null, null, null, null, null, null, 1, 2],
        [1, 'Белова А.П.', 'СОП', 'базовый', '1', date('2026-02-02'), date('2026-04-02'), date('2026-07-02')],
        [2, 'Белова Б.П.', 'СОП', 'базовый', '2', date('2026-02-02'), date('2026-04-02'), null],
      ],
      { merges: ['G1:H1'] },
    );
    expect(fieldOf(read([one]), 'reviewDates')).toEqual([['2026-04-02', '2026-07-02'], ['2026-04-02']]);
    expect(fieldOf(read([one]), 'contractDate')).toEqual(['2026-02-02', '2026-02-02']);
  });

  it('a transfer before the start is wrong all the same where a cell tells the levels one after another', () => {
    const one = sheet([
      ['ФИО заявителя', 'Категория', 'Дата договора', 'Уровень, срок и дата перевода', 'Куратор'],
      ['Белова А.П.', 'СОП', date('2026-02-02'), 'базовый, 1 год / 12.01.2026 базовый', 'Осипова О.И.'],
    ]);
    expect(findingsIn(one)).toEqual(['level/transfer-order D2']);
  });

  it('are judged at their cells', () => {
    const one = register(
      [null, '31.02.2026', null],
      [null, date('2026-02-02'), date('2026-12-15')],
      [null, date('2026-02-02'), '04.05.2026'],
      // The level was set before the contract: no transfer.
      [null, date('2026-01-26'), null],
    );
    expect(findingsIn(one)).toEqual(['cell/date-invalid F3', 'cell/date-future G4', 'cell/date-as-text G5']);
    expect(fieldOf(read([one]), 'level')).toEqual(['BASE', 'BASE', 'CRISIS', 'BASE']);
  });
});
