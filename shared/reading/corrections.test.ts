/** What a person corrects in «Как прочитано» holds; what no longer fits is named. */
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';
import { fieldOf, tablesOf } from './testing-view.ts';

const rows = [
  ['Реестр'],
  ['№', '№ дела', 'ФИО заявителя', 'Графа 7', 'Уровень', 'Дата договора'],
  [1, '1/25', 'Белова А.П.', 'Осипова О.И.', 'базовый', date('2025-02-01')],
];
const register = sheet(rows, { name: 'Реестр' });

describe('a correction', () => {
  it('gives a heading its field', () => {
    expect(tablesOf(read([register]))[0]).not.toContain('curator');
    const reading = read([register], { corrections: [{ sheet: 'Реестр', fields: { 'Графа 7': 'curator' } }] });
    expect(fieldOf(reading, 'curator')).toEqual(['Осипова О.И.']);
    expect(
      reading.account.sheets[0]?.tables[0]?.columns
        .filter(({ corrected }) => corrected)
        .map(({ heading, field, confidence }) => [heading, field, confidence]),
    ).toEqual([['Графа 7', 'curator', 1]]);
  });

  it('leaves a column alone', () => {
    const reading = read([register], { corrections: [{ sheet: 'Реестр', fields: { Уровень: null } }] });
    expect(tablesOf(reading)[0]).not.toContain('level');
  });

  it('says which rows are the heading', () => {
    const odd = sheet(
      [
        ['№', 'Дело', 'Кто', 'Ступень'],
        ['а', 'б', 'в', 'г'],
        [1, '1/25', 'Белова А.П.', 'базовый'],
      ],
      { name: 'Реестр' },
    );
    const corrections = [
      {
        sheet: 'Реестр',
        kind: 'families' as const,
        headerRows: [1],
        fields: { Дело: 'caseNo', Кто: 'applicant', Ступень: 'level' },
      },
    ];
    expect(fieldOf(read([odd], { corrections }), 'applicant')).toContain('Белова А.П.');
  });

  it('says the kind of the table, or that the sheet is none', () => {
    const none = read([register], { corrections: [{ sheet: 'Реестр', kind: 'none', fields: {} }] });
    expect([none.register.tables.length, none.account.sheets[0]?.leftOut]).toEqual([0, 'corrected']);
    const visits = read([register], {
      corrections: [{ sheet: 'Реестр', kind: 'visits', fields: { 'Дата договора': 'date' } }],
    });
    expect(visits.register.visits).toHaveLength(1);
  });

  it('whose heading is gone is listed', () => {
    const corrections = [
      { sheet: 'Реестр', fields: { 'Графа 8': 'curator', 'Графа 7': 'curator' } },
      { sheet: 'Другой', fields: { Куратор: 'curator' } },
    ];
    expect(read([register], { corrections }).account.staleCorrections).toEqual([
      { sheet: 'Реестр', heading: 'Графа 8' },
      { sheet: 'Другой', heading: 'Куратор' },
    ]);
  });
});

const line = (level: string): readonly CellValue[] => [1, '1/25', 'Белова А.П.', 'СОП', level, date('2025-02-01')];

describe('the account', () => {
  it('shows doubt as doubt, with samples and candidates', () => {
    const doubtful = sheet([
      ['№', '№ дела', 'ФИО заявителя', 'Дата договора (сведения о лице, ведущем семью)', 'Уровень', 'Категория'],
      [1, '1/25', 'Белова А.П.', 'Осипова О.И.', 'баз.', 'СОП'],
      [2, '2/25', 'Осипова А.П.', 'Смирнова О.И.', 'базовый', 'СОП'],
    ]);
    const columns = read([doubtful]).account.sheets[0]?.tables[0]?.columns ?? [];
    const column = columns.find((one) => one.column === 3);
    expect(column?.confidence).toBeLessThan(0.75);
    expect(column?.samples).toEqual(['Осипова О.И.', 'Смирнова О.И.']);
    expect([column?.field, ...(column?.candidates ?? [])]).toContain('contractDate');
    expect(columns.find((one) => one.column === 4)).toMatchObject({ field: 'level', confidence: 1 });
  });

  it('says that a long sample goes on', () => {
    const words = 'Осмотрено жильё, беседа с матерью и классным руководителем, составлен акт';
    const rows = [
      ['№', '№ дела', 'ФИО заявителя', 'Уровень', 'Категория', 'Примечание'],
      [1, '1/25', 'Белова А.П.', 'базовый', 'СОП', words],
    ];
    const columns = read([sheet(rows)]).account.sheets[0]?.tables[0]?.columns ?? [];
    const [sample = ''] = columns.at(-1)?.samples ?? [];
    expect(sample).toMatch(/^Осмотрено жильё, беседа .*…$/);
    expect(sample.length).toBeLessThanOrEqual(60);
  });

  it('counts how wordings were understood', () => {
    const sheets = [
      sheet([
        ['№', '№ дела', 'ФИО заявителя', 'Категория', 'Уровень', 'Дата договора'],
        line('баз.'),
        line('баз.'),
        line('базовый'),
        line('усиленный'),
      ]),
    ];
    expect(read(sheets).account.understandings).toEqual([
      { field: 'categories', text: 'СОП', as: 'CAT08', times: 4 },
      { field: 'level', text: 'баз.', as: 'BASE', times: 2 },
      { field: 'level', text: 'базовый', as: 'BASE', times: 1 },
    ]);
  });
});
