/** A sheet for each family: the line above the table says whose visits, measures or members it lists. */
import { describe, expect, it } from 'vitest';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { startReading } from './live-reading.ts';
import { findingsBySheet } from './testing-findings.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, family, HEAD, read, sheet } from './testing-sheet.ts';
import { rowsOf, tablesOf } from './testing-view.ts';

const register = sheet([HEAD, family(1), family(2)], { name: 'Реестр' });
const HEADING = ['Дата посещения', 'Цель', 'Результат', 'ФИО специалиста'];
const visit = (iso: string): readonly CellValue[] => [date(iso), 'плановое', 'беседа', 'Осипова О.И.'];
const leaf = (title: readonly CellValue[], name = 'Лист наблюдения'): SheetCells =>
  sheet([['ЛИСТ НАБЛЮДЕНИЯ'], title, HEADING, visit('2026-10-12'), visit('2026-10-26')], { name });

describe('a journal of one family', () => {
  it.each<[readonly CellValue[], Readonly<Record<string, unknown>>]>([
    [['Семья: Белова А.П., дело № 1/25'], { applicant: 'Белова А.П.', caseNo: '1/25' }],
    [['Семья Беловой А.П.'], { applicant: 'Белова А.П.' }],
    [['Ф.И.О. заявителя:', 'Белова А.П.'], { applicant: 'Белова А.П.' }],
    [['Личное дело № 1/25'], { caseNo: '1/25' }],
  ])('belongs to the family of «%s»', (title, named) => {
    const reading = read([register, leaf(title)]);
    expect(tablesOf(reading)[1]).toBe('visits 4-5: A date, B kind, C result, D specialist');
    expect(rowsOf(reading.register, 'visits')[0]?.[1]).toMatchObject(named);
    expect(findingsBySheet(register, leaf(title))).toEqual([]);
  });

  it('is judged by its dates, and its family where no register has it', () => {
    const strange = leaf(['Семья:', 'Чужая В.В.']);
    expect(findingsBySheet(register, strange)).toEqual(['identity/visit-orphan Лист наблюдения!B2']);
    const early = sheet([['Семья: Белова А.П.'], HEADING, visit('2025-01-20')], { name: 'Лист 1' });
    expect(findingsBySheet(register, early)).toEqual(['visits/outside-support Лист 1!A3']);
  });

  it.each(['Приказ № 12 от 01.02.2026', 'Семьи Ленинского района', 'Директор Лукина О.О.', 'Приложение № 3'])(
    'is not known by «%s»',
    (title) => {
      expect(read([register, leaf([title])]).register.visits).toEqual([]);
    },
  );

  it('is read anew when another family is named', () => {
    const live = startReading([register, leaf(['Семья: Белова А.П.'])], { pack: TESTING_PACK, asOf: AS_OF });
    const edit = { sheet: 'Лист наблюдения', row: { row: 2, cells: ['Семья: Белова А.И.'] } };
    expect(live.edit([edit])).toBeNull();
  });

  it('may stand below the card of the family', () => {
    const labels = [
      ['Ф.И.О. заявителя:', 'Белова Анна Петровна'],
      ['Категория семьи:', 'СОП'],
      ['Уровень сопровождения:', 'базовый'],
      ['Куратор семьи:', 'Осипова О.И.'],
      ['Договор (№, дата):', '№ 5 от 02.02.2026'],
    ];
    const card = sheet([['КАРТА СЕМЬИ'], [], ...labels, [], ['Динамика'], HEADING, visit('2026-10-12')]);
    const { register: found } = read([card]);
    expect(found.families.map(({ values }) => values.applicant)).toEqual(['Белова Анна Петровна']);
    expect(rowsOf(found, 'visits')).toMatchObject([[11, { applicant: 'Белова Анна Петровна', date: '2026-10-12' }]]);
    expect(findingsBySheet(card)).toEqual([]);
  });
});
