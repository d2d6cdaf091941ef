/** Journals whose families stand in section rows only. */
import { describe, expect, it } from 'vitest';
import { keyCell } from '../domain/register.ts';
import type { CellValue } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { familyIn } from './family-sections.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';
import { skippedOf } from './testing-view.ts';

it.each<[string, string | null, string | null]>([
  ['Семья: Белова А.Б., рег. № 1/25', 'Белова А.Б.', '1/25'],
  ['Семья Беловой А.В. (дело № 2/25)', 'Белова А.В.', '2/25'],
  ['1. Семья Петровской О.И., №3', 'Петровская О.И.', '3'],
  ['ФИО: Белова Анна Петровна, дело № 12/2025', 'Белова Анна Петровна', '12/2025'],
  ['Рег. № 45 Сидорова М.П.', 'Сидорова М.П.', '45'],
  ['Карта семьи № 14 Белова А.Б.', 'Белова А.Б.', '14'],
  ['Белова А.Б. – 12 выходов', 'Белова А.Б.', null],
  ['Семья: Ким', 'Ким', null],
  ['Личное дело №5-К/2026', null, '5-К/2026'],
  ['Учётная карточка № ЗТ-Б/12 Белова А.Б.', 'Белова А.Б.', 'ЗТ-Б/12'],
  ['Семья: Белова А.Б. (рег. № 7)', 'Белова А.Б.', '7'],
  ['Белова А.Б., л/д 15', 'Белова А.Б.', '15'],
])('«%s»', (text, applicant, caseNo) => {
  expect(familyIn(text)).toEqual({ applicant, caseNo });
});

it.each([
  'Январь 2026',
  'Плановые выходы',
  'Северный район',
  'Базовый уровень',
  'Отделение № 3',
  'Приказ № 12 от 01.02.2026',
  'Семьи, снятые с учета',
])('«%s» is no family', (text) => {
  expect(familyIn(text)).toBeNull();
});

const visit = (day: string): readonly CellValue[] => [date(day), 'Осипова О.И.', 'беседа'];
const journal = (rows: readonly (readonly CellValue[])[], merges: readonly string[] = []) =>
  sheet([['Дата посещения', 'Специалист', 'Результат'], ...rows], { name: 'Журнал', merges });

describe('a journal of visits', () => {
  const REGISTER = sheet(
    [
      ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора'],
      ['1/25', 'Белова А.Б.', 'базовый', date('2025-02-01')],
      ['2/25', 'Громова А.В.', 'базовый', date('2025-02-01')],
    ],
    { name: 'Реестр' },
  );
  const familiesOf = (rows: Parameters<typeof journal>[0], merges?: readonly string[]) =>
    read([REGISTER, journal(rows, merges)]).register.visits.map(({ row, values }) => [
      row,
      values.caseNo ?? values.applicant,
    ]);

  it('gives each visit the family above it', () => {
    const rows = [
      ['Семья: Белова А.Б., рег. № 1/25'],
      visit('2026-01-05'),
      visit('2026-02-05'),
      ['Итого', null, 2],
      ['Громова А.В.'],
      visit('2026-03-05'),
    ];
    const reading = read([REGISTER, journal(rows, ['A2:C2', 'A6:C6'])]);
    expect(familiesOf(rows)).toEqual([
      [3, '1/25'],
      [4, '1/25'],
      [7, 'Громова А.В.'],
    ]);
    expect(skippedOf(reading, 1)).toEqual(['2 section', '5 total', '6 section']);
    const [first] = reading.register.visits;
    expect(first && keyCell(first)).toEqual({ sheet: 'Журнал', row: 2, column: 0 });
    const { findings } = checkRegister(reading.register, { pack: TESTING_PACK, asOf: AS_OF });
    expect(findings.filter(({ rule }) => rule === 'identity/visit-orphan')).toEqual([]);
  });

  it('label, name and number may have cells of their own', () => {
    expect(familiesOf([['Семья:', 'Белова А.Б.', '№ 1/25'], visit('2026-01-05')])).toEqual([[3, '1/25']]);
  });

  it('a section of the specialist stands above those of the families', () => {
    const reading = read([
      sheet(
        [
          ['Дата посещения', 'Цель', 'Результат'],
          ['Специалист: Осипова О.И.'],
          ['Белова А.Б.'],
          [date('2026-01-05'), 'плановый', 'беседа'],
          ['Специалист: Носова В.В.'],
          ['Громова А.В.'],
          [date('2026-01-06'), 'плановый', 'беседа'],
        ],
        { name: 'Журнал посещений' },
      ),
    ]);
    expect(reading.register.visits.map(({ values }) => [values.specialist, values.applicant])).toEqual([
      ['Осипова О.И.', 'Белова А.Б.'],
      ['Носова В.В.', 'Громова А.В.'],
    ]);
  });

  it('measures and members stand under their family as well', () => {
    const reading = read([
      sheet([
        ['Мероприятие', 'Срок исполнения', 'Ответственный'],
        ['Семья Беловой А.Б., дело № 1/25'],
        ['беседа с психологом', date('2026-03-01'), 'Осипова О.И.'],
      ]),
      sheet(
        [['ФИО', 'Дата рождения', 'Родство'], ['Дело № 1/25'], ['Белов Иван Олегович', date('2015-03-01'), 'сын']],
        { name: 'Члены семей' },
      ),
    ]);
    expect(reading.register.measures.map(({ values }) => values.caseNo)).toEqual(['1/25']);
    expect(reading.register.members.map(({ values }) => values.caseNo)).toEqual(['1/25']);
  });
});
