/** Further columns of a register on a sheet of their own: right pages, and figures kept apart from the families. */
import { describe, expect, it } from 'vitest';
import { sheetA1 } from '../domain/cell-address.ts';
import { fieldCell } from '../domain/register.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { startReading } from './live-reading.ts';
import { findingsBySheet } from './testing-findings.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

const NAMES = ['Белова Анна Петровна', 'Громова Инна Ильинична', 'Носова Зоя Олеговна', 'Ершова Вера Павловна'];
const left = sheet(
  [
    ['Левая страница'],
    ['№ п/п', '№ дела', 'ФИО заявителя', 'Категория семьи', 'Дата заявления'],
    [1, 2, 3, 4, 5],
    ...NAMES.map((name, at): readonly CellValue[] => [at + 1, `${at + 1}/26`, name, 'СОП', date('2026-02-02')]),
  ],
  { name: 'Лист 1' },
);
const HEAD = ['№ п/п', 'Уровень', 'Куратор', '№ договора', 'Дата договора'];
const line = (no: number): readonly CellValue[] => [no, 'базовый', 'Осипова О.И.', `${no}-С`, date('2026-02-06')];
const right = (rows: readonly (readonly CellValue[])[], head: readonly CellValue[] = HEAD): SheetCells =>
  sheet([['Правая страница'], head, ...rows], { name: 'Лист 2' });
const lines = [1, 2, 3, 4].map(line);

const named = (name: string, no: number): readonly CellValue[] => [name, ...line(no).slice(1)];

describe('the right page of a register on another sheet', () => {
  it('is joined where it holds the same numbers in the same order', () => {
    const reading = read([left, right(lines)]);
    expect(tablesOf(reading)).toEqual([
      'families 4-7: A seq, B caseNo, C applicant, D categories, E applicationDate, ' +
        'B level, C curator, D contractNo, E contractDate',
    ]);
    expect(fieldOf(reading, 'contractNo')).toEqual(['1-С', '2-С', '3-С', '4-С']);
    const second = reading.register.families[1];
    expect(second && fieldCell(second, 'curator')).toEqual({ sheet: 'Лист 2', row: 4, column: 2 });
    expect(reading.register.tables[0]?.pages).toMatchObject([{ sheet: 'Лист 2', headerRows: [2] }]);
    expect(reading.account.sheets.map(({ leftOut }) => leftOut)).toEqual([null, null]);
    expect(reading.account.sheets[1]?.tables[0]).toMatchObject({ records: 4, continues: ['Лист 1'] });
  });

  it('is judged at its own cells', () => {
    const faulty = [
      [1, 'базовый', 'Осипова О.И.', '1-С', '06.02.2026'],
      [2, 'особый', ' Осипова О.И.', '2-С', null],
      [3, 'базовый', 'Осипoва О.И.', '3-С', '31.02.2026'],
      line(4),
    ];
    expect(findingsBySheet(left, right(faulty)).toSorted()).toEqual([
      'cell/date-as-text Лист 2!E3',
      'cell/date-invalid Лист 2!E5',
      'cell/mixed-alphabet Лист 2!C5',
      'cell/required Лист 2!E4',
      'cell/untidy Лист 2!C4',
      'document/incomplete Лист 2!E4',
      'level/unknown Лист 2!B4',
    ]);
  });

  it('is joined by short names, in any order, where they mean one family', () => {
    const page = right(
      [named('Ершова В.П.', 4), named('Носова З. О.', 3), named('Громова И.И.', 2), named('Белова А.П.', 1)],
      ['Семья', ...HEAD.slice(1)],
    );
    expect(fieldOf(read([left, page]), 'contractNo')).toEqual(['1-С', '2-С', '3-С', '4-С']);
    const namesakes = ['Белова Анна Петровна', 'Белова Алла Павловна', ...NAMES.slice(1), 'Седых Ия Львовна'];
    const several = sheet([
      ['№ п/п', 'ФИО заявителя', 'Категория семьи', 'Дата заявления'],
      ...namesakes.map((name, at): readonly CellValue[] => [at + 1, name, 'СОП', date('2026-02-02')]),
    ]);
    const rows = [...NAMES.slice(1), 'Седых Ия Львовна'].map((name, at) => named(name, at + 2));
    const reading = read([several, right([named('Белова А.П.', 1), ...rows], ['Семья', ...HEAD.slice(1)])]);
    expect(fieldOf(reading, 'contractNo')).toEqual([null, null, '2-С', '3-С', '4-С', '5-С']);
    expect(reading.account.sheets[1]?.tables[0]?.skippedRows).toContainEqual({ row: 3, why: 'other' });
  });

  it.each<[string, SheetCells]>([
    ['other numbers', right([2, 3, 4, 5].map(line))],
    ['another order', right([2, 1, 3, 4].map(line))],
    ['fewer rows', right(lines.slice(1))],
    [
      'a heading of both',
      right(
        lines.map((cells) => [...cells, 'СОП']),
        [...HEAD, 'Категория семьи'],
      ),
    ],
    [
      'nothing that a register knows',
      right(
        lines.map(([no]) => [no ?? null, 5, 7]),
        ['№ п/п', 'Школа', 'Класс'],
      ),
    ],
  ])('is left alone with %s', (_, page) => {
    const { register } = read([left, page]);
    expect(register.tables.flatMap(({ pages }) => pages ?? [])).toEqual([]);
    expect(register.families).toHaveLength(NAMES.length);
  });

  it('is read anew when an edit may bring the pages together', () => {
    const page = right([1, 2, 3, 5].map(line));
    const live = startReading([left, page], { pack: TESTING_PACK, asOf: AS_OF });
    const others = ['4/26', NAMES[3] ?? '', 'СОП', date('2026-02-03')];
    expect(live.edit([{ sheet: 'Лист 1', row: { row: 7, cells: [4, ...others] } }])).toHaveLength(1);
    expect(live.edit([{ sheet: 'Лист 1', row: { row: 7, cells: [5, ...others] } }])).toBeNull();
  });

  it('is read anew when a cell of either page is edited', () => {
    for (const name of ['Лист 1', 'Лист 2']) {
      const live = startReading([left, right(lines)], { pack: TESTING_PACK, asOf: AS_OF });
      expect(
        live.edit([{ sheet: name, row: { row: 4, cells: [2, 'кризисный', 'Седых А.А.', '2-С', null] } }]),
      ).toBeNull();
    }
  });
});

describe('visits counted by family and month on a sheet of their own', () => {
  const MONTHS = ['август', 'сентябрь', 'октябрь'];
  const families = sheet(
    [
      ['№ дела', 'ФИО заявителя', 'Категория', 'Уровень', 'Дата договора'],
      ...NAMES.map((name, at): readonly CellValue[] => [`${at + 1}/26`, name, 'СОП', 'базовый', date('2026-02-06')]),
    ],
    { name: 'Семьи' },
  );
  const counts = (...rows: readonly (readonly CellValue[])[]): SheetCells =>
    sheet([['Выходы в 2026 году'], ['№ дела', 'Семья', ...MONTHS], ...rows, ['Итого', null, 9, 9, 9]], {
      name: 'Выходы',
    });

  it('belong to the first of two families with one number', () => {
    const twice = { ...families, rows: [...families.rows, { row: 6, cells: ['1/26', 'Иная Анна Петровна', 'СОП'] }] };
    const own = counts(...[1, 2, 3, 4].map((no) => [`${no}/26`, null, no, no, no]));
    expect(fieldOf(read([twice, own]), 'visitsByMonth').map((months) => months !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('belong to the families with their numbers', () => {
    const reading = read([
      families,
      counts(
        ['2/26', 'Громова И.И.', 2, 1, 'нет'],
        ['1/26', 'Белова А.П.', 3, 'много', 2],
        ['3/26', 'Носова З.О.', 2, 2, 2],
        ['4/26', 'Ершова В.П.', 2, 2, 2],
        ['9/26', 'Чужая А.А.', 1, 1, 1],
      ),
    ]);
    expect(fieldOf(reading, 'visitsByMonth').slice(0, 2)).toEqual([
      { '2026-08': 3, '2026-09': Number.NaN, '2026-10': 2 },
      { '2026-08': 2, '2026-09': 1, '2026-10': 0 },
    ]);
    const [first] = reading.register.families;
    expect(first && fieldCell(first, 'visitsByMonth', '2026-09')).toEqual({ sheet: 'Выходы', row: 4, column: 3 });
    expect(reading.register.tables[0]?.pages?.[0]?.skippedRows).toContainEqual({ row: 7, why: 'other' });
    const { findings: found } = checkRegister(reading.register, { pack: TESTING_PACK, asOf: AS_OF });
    expect(found.map(({ rule, cell }) => `${rule} ${sheetA1(cell)}`)).toContain('cell/number-invalid Выходы!D4');
  });
});
