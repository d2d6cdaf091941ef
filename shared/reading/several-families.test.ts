/** One visit written down for several families. */
import { describe, expect, it } from 'vitest';
import { a1 } from '../domain/cell-address.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { startReading } from './live-reading.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';

const journal = (...families: readonly (readonly CellValue[])[]): SheetCells =>
  sheet(
    [
      ['№ дела', 'ФИО заявителя', 'Дата посещения', 'Специалист'],
      ...families.map((family) => [...family, date('2026-03-02'), 'Осипова  О.И.']),
    ],
    { name: 'Журнал' },
  );
const familiesOf = (one: SheetCells): readonly unknown[] =>
  read([one]).register.visits.map(({ values }) => [values.caseNo, values.applicant]);

describe('a family is named with its number in one cell', () => {
  it.each([
    'Белова А.П., 1/25',
    '№ 1/25 (Белова А.П.)',
    'Белова А.П., дело № 1/25',
    'Белова А.П. (личное дело № 1/25)',
    'рег. № 1/25 – Белова А.П.',
    'Белова А.П.\nдело № 1/25',
  ])('«%s»', (text) => {
    const byNumber = journal([text, null]);
    const byName = sheet([
      ['ФИО заявителя', 'Дата посещения', 'Специалист'],
      [text, date('2026-03-02'), 'Осипова О.И.'],
    ]);
    expect(familiesOf(byNumber)[0]).toEqual([expect.stringMatching(/^(?:№ )?1\/25$/), null]);
    expect(familiesOf(byName)[0]).toEqual([undefined, 'Белова А.П.']);
  });

  it('and a cell that names more than that stays as it is', () => {
    const text = 'Белова А.П., дело № 1/25; Громова И.И., дело № 2/25';
    expect(familiesOf(journal([text, null]))).toEqual([[text, null]]);
  });
});

describe('a visit is one of each family', () => {
  it.each<[string, readonly CellValue[], readonly unknown[]]>([
    [
      'names',
      [null, 'Белова А.П., Громова И.И.'],
      [
        [null, 'Белова А.П.'],
        [null, 'Громова И.И.'],
      ],
    ],
    [
      'names in lines',
      [null, 'Белова Анна Петровна\nГромова И.И.'],
      [
        [null, 'Белова Анна Петровна'],
        [null, 'Громова И.И.'],
      ],
    ],
    [
      'numbers',
      ['12/25; 13/25 и № 14/25', null],
      [
        ['12/25', null],
        ['13/25', null],
        ['№ 14/25', null],
      ],
    ],
    [
      'numbers and names',
      ['12/25, 13/25', 'Белова А.П., Громова И.И.'],
      [
        ['12/25', 'Белова А.П.'],
        ['13/25', 'Громова И.И.'],
      ],
    ],
  ])('%s', (_, family, expected) => {
    expect(familiesOf(journal(family))).toEqual(expected);
  });
});

describe('where it is not clear, the text stays as it is', () => {
  it.each<[string, readonly CellValue[]]>([
    ['a mother and her son', [null, 'Белова А.П., Белов И.О.']],
    ['surnames alone', [null, 'Беловы, Громовы']],
    ['explanations', [null, 'Белова А.П., мать двоих детей']],
    ['more names than numbers', ['12/25', 'Белова А.П., Громова И.И.']],
    ['a decimal comma', ['12,13', null]],
  ])('%s', (_, [caseNo = null, applicant = null]) => {
    expect(familiesOf(journal([caseNo, applicant]))).toEqual([[caseNo, applicant]]);
  });
});

it('what is wrong in the row is found once', () => {
  const { register } = read([journal(['12/25, 13/25', null])]);
  const { findings } = checkRegister(register, { pack: TESTING_PACK, asOf: AS_OF });
  const untidy = findings.filter(({ rule }) => rule === 'cell/untidy');
  expect(untidy.map(({ cell }) => a1(cell.row, cell.column))).toEqual(['D2']);
});

it('an edit that names a second family is left to a full reading', () => {
  const one = journal(['12/25', null], ['13/25', null]);
  const live = startReading([one], { pack: TESTING_PACK, asOf: AS_OF });
  const [, row] = one.rows;
  if (!row) throw new Error('no row');
  expect(live.edit([{ sheet: 'Журнал', row: { ...row, cells: row.cells.with(0, '12/25, 14/25') } }])).toBeNull();
});

it.each([
  ['Белова А.П., 1/25', 'Семья, № дела', '1/25'],
  ['№ 1/25 (Белова А.П.)', 'Номер дела', '№ 1/25'],
  ['Белова А.П., № 1/25', 'ФИО заявителя', 'Белова А.П.'],
  ['Белова А.П., ул. Мира, 5', 'ФИО заявителя', 'Белова А.П., ул. Мира, 5'],
])('«%s» under «%s» names the family %s', (text, heading, family) => {
  const one = sheet(
    [
      [heading, 'Дата посещения', 'Специалист'],
      [text, date('2026-03-02'), 'Осипова О.И.'],
    ],
    {
      name: 'Журнал',
    },
  );
  expect(read([one]).register.visits.map(({ values }) => values.caseNo ?? values.applicant)).toEqual([family]);
});
