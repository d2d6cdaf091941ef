/** Report forms: figures with their meaning, and how they depend on each other. */
import { describe, expect, it } from 'vitest';
import { a1 } from '../domain/cell-address.ts';
import { isoOf } from '../domain/day.ts';
import type { ReportForm } from '../domain/register.ts';
import type { SheetCells } from '../domain/sheet-cells.ts';
import { date, read, sheet } from './testing-sheet.ts';

function formOf(cells: SheetCells): ReportForm {
  const [form, second] = read([cells]).register.reports;
  if (!form || second) throw new Error('one form expected');
  return form;
}

const figures = (form: ReportForm): readonly string[] =>
  form.figures.map(({ cell, meaning, level, unit, value, district }) =>
    [a1(cell.row, cell.column), level ?? meaning, String(value), unit === 'families' ? '' : unit, district ?? '']
      .join(' ')
      .trim()
      .replace(/\s+/gu, ' '),
  );

const relations = (form: ReportForm): readonly string[] => {
  const at = (index: number): string => {
    const cell = form.figures[index]?.cell;
    return cell ? a1(cell.row, cell.column) : '?';
  };
  return form.relations.map(
    ({ kind, whole, parts }) => `${at(whole)} ${kind === 'sum' ? '=' : '⊇'} ${parts.map(at).join(' + ')}`,
  );
};

it('footnote marks in headings say nothing', () => {
  const form = formOf(
    sheet(
      [
        ['за 2026 год'],
        ['Район', 'Состоит на начало', 'Поставлено', 'Снято <1>', null, 'Состоит на конец'],
        [null, null, null, 'всего <2>', 'из них с положительной динамикой <3>', null],
        ['Северный район', 8, 16, 8, 6, 16],
        ['Степной район', 2, 3, 1, 0, 4],
      ],
      { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3'] },
    ),
  );
  expect(figures(form).slice(2, 4)).toEqual(['D4 out 8 Северный район', 'E4 positive 6 Северный район']);
});

it('a row per district, with parts in merged headings and a total row', () => {
  const form = formOf(
    sheet(
      [
        ['за январь – март 2026 года'],
        [
          'Наименование муниципального образования',
          'Состоит на начало периода',
          'Поставлено',
          'Снято',
          null,
          'Состоит на конец периода',
          'в том числе по уровням',
          null,
        ],
        [null, null, null, 'всего', 'из них с положительной динамикой', null, 'базовый', 'кризисный'],
        ['1. Северный район', 8, 16, 8, 6, 16, 10, 6],
        ['2. Степной район', 2, 3, 1, 'нет', 4, 4, 'X'],
        ['Итого', 10, 19, 9, 6, 20, 14, 6],
      ],
      { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:H2'] },
    ),
  );
  expect(figures(form).slice(0, 9)).toEqual([
    'B4 start 8 Северный район',
    'C4 in 16 Северный район',
    'D4 out 8 Северный район',
    'E4 positive 6 Северный район',
    'F4 end 16 Северный район',
    'G4 BASE 10 Северный район',
    'H4 CRISIS 6 Северный район',
    'B5 start 2 Степной район',
    'C5 in 3 Степной район',
  ]);
  expect(figures(form).slice(10, 15)).toEqual([
    'E5 positive 0 Степной район',
    'F5 end 4 Степной район',
    'G5 BASE 4 Степной район',
    'H5 CRISIS null Степной район',
    'B6 start 10',
  ]);
  expect(relations(form)).toEqual(expect.arrayContaining(['D4 ⊇ E4', 'F4 = G4 + H4', 'B6 = B4 + B5', 'H6 = H4 + H5']));
  expect(form.period && [isoOf(form.period.from), isoOf(form.period.to)]).toEqual(['2026-01-01', '2026-03-31']);
});

it('a line per figure, with «из них», «в том числе» and sums of lines', () => {
  const form = formOf(
    sheet([
      ['Отчет за 2025 год'],
      ['Наименование', 'N строки', 'Всего'],
      [1, 2, 3],
      ['Состояло на учете на начало отчетного года', '01', 5],
      ['Принято за год - всего', '02', 7],
      ['из них (из стр. 02):'],
      ['повторно', '03', 2],
      ['Снято с учета, всего', '04', '3'],
      ['в том числе:'],
      ['в связи с окончанием срока', '05', 1],
      ['с положительной динамикой', '06', 2],
      ['Состоит на конец отчетного года (стр. 01 + стр. 02 - стр. 04)', '07', 9],
      ['в том числе по уровням:'],
      ['базовый', '08', 5],
      ['кризисный', '09', 4],
      ['Всего прошло (сумма строк N 1 - 2)', '10', 12],
      ['Руководитель ____________'],
    ]),
  );
  expect(figures(form)).toEqual([
    'C4 start 5',
    'C5 in 7',
    'C7 part 2',
    'C8 out 3',
    'C10 part 1',
    'C11 positive 2',
    'C12 end 9',
    'C14 BASE 5',
    'C15 CRISIS 4',
    'C16 total 12',
  ]);
  expect(relations(form).toSorted()).toEqual(['C12 = C14 + C15', 'C16 = C4 + C5', 'C5 ⊇ C7', 'C8 = C10 + C11']);
  expect(form.table.skippedRows.map(({ row, why }) => `${row} ${why}`)).toEqual([
    '3 number-row',
    '6 section',
    '9 section',
    '13 section',
    '17 footnote',
  ]);
});

it('lines by districts in columns', () => {
  const form = formOf(
    sheet([
      ['Показатель', 'Всего', 'Северный район', 'Степной район'],
      ['Состояло семей на начало периода', 10, 4, 6],
      ['Поставлено на сопровождение', 5, 2, 3],
      ['Снято с сопровождения', 3, 1, 2],
      ['- из них с положительной динамикой', 2, 1, 1],
      ['Состоит на конец периода', 12, 5, 7],
    ]),
  );
  expect(figures(form).slice(0, 4)).toEqual([
    'B2 start 10',
    'C2 start 4 Северный район',
    'D2 start 6 Степной район',
    'B3 in 5',
  ]);
  expect(relations(form)).toEqual(['B4 ⊇ B5', 'C4 ⊇ C5', 'D4 ⊇ D5']);
});

const cellsOf = (
  value: Parameters<typeof sheet>[0][number][number],
  label = 'Многодетные семьи (семей/детей)',
): readonly string[] =>
  figures(
    formOf(
      sheet([
        ['Наименование показателя', 'N строки', 'Количество'],
        ['Состоит на начало периода', 1, 5],
        ['Принято', 2, 3],
        [label, 3, value],
      ]),
    ),
  ).slice(2);

it('dates in the headings say the period, what stands at its beginning and at its end', () => {
  const form = formOf(
    sheet([
      [
        'Район',
        'Состоит семей на 01.01.2026',
        'Поставлено',
        'Снято',
        'в т.ч. с положительной динамикой',
        'Состоит семей на 01.04.2026',
        'из них СОП',
        'Поступило заявлений',
      ],
      ['Северный район', 5, 2, 1, 1, 6, 2, 9],
      ['ВСЕГО', 5, 2, 1, 1, 6, 2, 9],
    ]),
  );
  expect(form.period && [isoOf(form.period.from), isoOf(form.period.to)]).toEqual(['2026-01-01', '2026-03-31']);
  expect(figures(form).slice(7)).toEqual([
    'B3 start 5',
    'C3 in 2',
    'D3 out 1',
    'E3 positive 1',
    'F3 end 6',
    'G3 part 2',
    'H3 other 9',
  ]);
});

it('lines with numbers inside their names: 2.1 is a part of 2, and a name may end with «в том числе»', () => {
  const form = formOf(
    sheet([
      ['за I квартал 2026 года'],
      ['Наименование показателя', 'Семей', 'Детей'],
      ['1. Состоит на 01.01.2026', 5, 9],
      ['2. Поставлено', 2, 3],
      ['2.1 многодетных', 1, 3],
      ['3. Снято всего', 1, 1],
      ['3.1 из них с положительной динамикой', 1, 1],
      ['4. Состоит на 31.03.2026, в том числе:', 6, 11],
      ['адаптационный уровень', 1, 2],
      ['базовый уровень', 5, 9],
    ]),
  );
  expect(figures(form).filter((text) => text.startsWith('B'))).toEqual([
    'B3 start 5',
    'B4 in 2',
    'B5 part 1',
    'B6 out 1',
    'B7 positive 1',
    'B8 end 6',
    'B9 ADAPT 1',
    'B10 BASE 5',
  ]);
  expect(relations(form)).toEqual(['B4 ⊇ B5', 'B6 ⊇ B7', 'B8 = B9 + B10', 'C4 ⊇ C5', 'C6 ⊇ C7', 'C8 = C9 + C10']);
});

describe('cells of a form', () => {
  it.each([
    ['12/31', ['C4 other 12', 'C4 other 31 children']],
    [date('2026-03-12'), ['C4 other 12', 'C4 other 3 children']],
    ['12 (5)', ['C4 other 12', 'C4 part 5']],
    ['X', ['C4 other null']],
    ['Х', ['C4 other null']],
    [null, ['C4 other null']],
    ['нет', ['C4 other 0']],
    ['-', ['C4 other 0']],
    ['1113,9', ['C4 other 1113.9']],
    ['+8', ['C4 other 8']],
    ['много', ['C4 other NaN']],
    ['47\n155', ['C4 other 47', 'C4 other 155']],
  ])('%j', (value, wanted) => {
    const label = typeof value === 'string' && !value.includes('/') ? 'Многодетные семьи' : undefined;
    expect(value === null ? cellsOf(value, 'Прочее') : cellsOf(value, label)).toEqual(value === null ? [] : wanted);
  });

  it('children and families in one form keep their units', () => {
    const form = formOf(
      sheet(
        [
          ['Район', 'Состоит на начало периода', null, 'Снято', null],
          [null, 'семей', 'детей', 'семей', 'детей'],
          ['Северный район', 5, 9, 1, 2],
          ['Степной район', 4, 6, 0, 0],
        ],
        { merges: ['A1:A2', 'B1:C1', 'D1:E1'] },
      ),
    );
    expect(figures(form).slice(0, 4)).toEqual([
      'B3 start 5 Северный район',
      'C3 start 9 children Северный район',
      'D3 out 1 Северный район',
      'E3 out 2 children Северный район',
    ]);
  });
});

describe('the whole that parts belong to', () => {
  const HEADINGS = ['Район', 'Состоит на начало', null, 'Снято', null, null, 'Состоит на конец', null];

  it.each<readonly [string, readonly (string | null)[], string]>([
    ['levels of families, beside the children', ['базовый', 'кризисный'], 'G3 = I3 + J3'],
    ['children, where the parts are children', ['детей до 3 лет', 'детей старше 3 лет'], 'H3 = I3 + J3'],
  ])('%s', (_what, parts, wanted) => {
    const form = formOf(
      sheet(
        [
          [...HEADINGS, 'в т.ч. по уровням', null],
          [
            null,
            'семей',
            'в них детей',
            'семей всего',
            'из них с положительной динамикой',
            'детей',
            'семей',
            'детей',
            ...parts,
          ],
          ['Северный район', 5, 9, 1, 1, 2, 4, 7, 3, 1],
          ['Степной район', 4, 6, 0, 0, 0, 4, 6, 2, 2],
        ],
        { merges: ['A1:A2', 'B1:C1', 'D1:F1', 'G1:H1', 'I1:J1'] },
      ),
    );
    expect(relations(form).filter((relation) => relation.includes('3 '))).toEqual(['D3 ⊇ E3', wanted]);
  });

  it('is no part itself', () => {
    const form = formOf(
      sheet(
        [
          ['Район', 'Снято', null, null, 'в том числе по уровням', null],
          [null, 'семей всего', 'из них с положительной динамикой', 'детей', 'базовый', 'кризисный'],
          ['Северный район', 5, 3, 9, 4, 1],
          ['Степной район', 4, 1, 6, 2, 2],
        ],
        { merges: ['A1:A2', 'B1:D1', 'E1:F1'] },
      ),
    );
    expect(relations(form)).toEqual(['B3 ⊇ C3', 'B3 = E3 + F3', 'B4 ⊇ C4', 'B4 = E4 + F4']);
  });

  it.each([
    {
      name: 'is passed over the children in those families',
      over: ['в них детей', 'в том числе по уровням'],
      parts: ['базовый', 'кризисный'],
      figures: [
        [5, 9, 3, 2],
        [4, 6, 2, 2],
      ],
      wanted: ['B3 = D3 + E3', 'B4 = D4 + E4'],
    },
    {
      name: 'is the children in those families where the parts are no levels',
      over: ['в них детей', 'в том числе'],
      parts: ['до 3 лет', 'старше 3 лет'],
      figures: [
        [5, 9, 6, 3],
        [4, 6, 2, 4],
      ],
      wanted: ['C3 = D3 + E3', 'C4 = D4 + E4'],
    },
    {
      name: 'is the column before where no other counts the same',
      over: ['Всего детей', 'в том числе'],
      parts: ['мальчики', 'девочки'],
      figures: [
        [5, 9, 6, 3],
        [4, 6, 2, 4],
      ],
      wanted: ['C3 = D3 + E3', 'C4 = D4 + E4'],
    },
  ])('$name', ({ over, parts, figures: [first = [], second = []], wanted }) => {
    const form = formOf(
      sheet(
        [
          ['Район', 'Состоит семей на конец', ...over, null],
          [null, null, null, ...parts],
          ['Северный район', ...first],
          ['Степной район', ...second],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] },
      ),
    );
    expect(relations(form)).toEqual(wanted);
  });

  it.each<readonly [string, readonly string[], string]>([
    ['levels', ['базовый', 'кризисный'], 'C2 = C5 + C6'],
    ['ages', ['до 3 лет', 'старше 3 лет'], 'C3 = C5 + C6'],
  ])('is found over lines of children as well: %s', (_what, [first = '', second = ''], wanted) => {
    const form = formOf(
      sheet([
        ['Наименование показателя', 'N строки', 'Всего'],
        ['Состоит на конец периода, семей', '01', 9],
        ['в них детей', '02', 20],
        ['в том числе:'],
        [first, '03', 4],
        [second, '04', 5],
        ['Снято семей', '05', 3],
      ]),
    );
    expect(relations(form)).toEqual([wanted]);
  });
});
