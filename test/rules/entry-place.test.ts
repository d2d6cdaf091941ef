/** Lists that stand in several cells of a row: a finding stands on the cell of the entry that it speaks of. */
import { expect, it } from 'vitest';
import { sheetA1 } from '../../shared/domain/cell-address.ts';
import type { RuleId } from '../../shared/domain/rule-ids.ts';
import type { CellValue } from '../../shared/domain/sheet-cells.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { AS_OF } from './messy-sheets.ts';

const FAMILY = ['№ дела', 'ФИО заявителя', 'Уровень сопровождения', 'Дата начала сопровождения'];
const family = (no: string, ...more: CellValue[]): CellValue[] => [
  no,
  'Осокина Анна Петровна',
  'базовый',
  '12.01.2025',
  ...more,
];

function shown(id: RuleId, rows: readonly (readonly CellValue[])[]): readonly string[] {
  const pack = packById('training');
  if (!pack) throw new Error('there is a training pack');
  const sheet = {
    name: 'Реестр',
    visibility: 'visible' as const,
    merges: [],
    hiddenColumns: new Set<number>(),
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
  };
  const { register } = readWorkbook([sheet], { pack, asOf: AS_OF });
  return checkRegister(register, { pack, asOf: AS_OF })
    .findings.filter(({ rule }) => rule === id)
    .map(({ cell }) => sheetA1(cell));
}

it('the latest review, wherever in the list it stands', () => {
  const heading = [...FAMILY, 'Дата пересмотра 1', 'Дата пересмотра 2', 'Дата пересмотра 3'];
  expect(
    shown('deadline/review-overdue', [
      heading,
      family('1', '10.02.2025', '11.08.2025', null),
      family('2', '11.08.2025', '10.02.2025', null),
    ]),
  ).toEqual(['Реестр!F2', 'Реестр!E3']);
});

it('the youngest of the children', () => {
  const heading = [...FAMILY, 'Ребёнок 1', 'Ребёнок 2'];
  expect(
    shown('age/youngest-adult', [
      heading,
      family('1', 'Осокина Вера, 10.02.2001', 'Осокин Лев, 11.08.2004'),
      family('2', 'Осокина Вера, 10.02.2004', 'Осокин Лев, 11.08.2001'),
    ]),
  ).toEqual(['Реестр!F2', 'Реестр!E3']);
});
