/** A finding about a list in several cells stands on the cell that holds the wrong entry. */
import { describe, expect, it } from 'vitest';
import { a1 } from '../domain/cell-address.ts';
import type { CellValue, SheetCells } from '../domain/sheet-cells.ts';
import { checkRegister } from '../rules/check-register.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, date, read, sheet } from './testing-sheet.ts';

const HEAD = ['№ дела', 'ФИО заявителя', 'Уровень', 'Дата договора'];
const FAMILY = ['1/25', 'Белова А.П.', 'базовый', date('2025-02-01')];

/** "cell/date-invalid E2": the findings about cells and visits, as rule and cell. */
function places(sheets: readonly SheetCells[], rules: readonly string[]): readonly string[] {
  const { findings } = checkRegister(read(sheets).register, { pack: TESTING_PACK, asOf: AS_OF });
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, cell }) => `${rule} ${a1(cell.row, cell.column)}`);
}
const register = (heading: readonly string[], ...lines: readonly (readonly CellValue[])[]): SheetCells =>
  sheet([
    [...HEAD, ...heading],
    ...lines.map((cells, at) => [...(at === 0 ? FAMILY : [null, null, null, null]), ...cells]),
  ]);

describe('numbered columns', () => {
  const VISITS = ['Дата 1-го посещения', 'Дата 2-го посещения', 'Дата 3-го посещения'];

  it('each wrong date has a finding at its own cell', () => {
    const one = register(VISITS, [date('2026-01-03'), '31.02.2026', 'позже']);
    expect(places([one], ['cell/date-invalid'])).toEqual(['cell/date-invalid F2', 'cell/date-invalid G2']);
  });

  it('a date that has not come, and one before support', () => {
    const one = register(VISITS, [date('2024-01-03'), date('2026-03-04'), date('2027-03-04')]);
    expect(places([one], ['cell/date-future', 'visits/outside-support'])).toEqual([
      'visits/outside-support E2',
      'cell/date-future G2',
    ]);
  });

  it('a date kept as text, only where all of the cell is that date', () => {
    const one = register(VISITS, [null, '05.02.2026', 'вечером 06.03.2026']);
    expect(places([one], ['cell/date-as-text'])).toEqual(['cell/date-as-text F2']);
  });

  it('children: the birth date beside the name, or the name that holds it', () => {
    const beside = register(
      ['Ребенок 1', 'Дата рождения', 'Ребенок 2', 'Дата рождения'],
      ['Мария', date('2015-02-03'), 'Иван', '31.02.2017'],
    );
    expect(places([beside], ['cell/date-invalid'])).toEqual(['cell/date-invalid H2']);
    const within = register(
      ['1-й ребёнок (ФИО, д.р.)', '2-й ребёнок (ФИО, д.р.)'],
      ['Мария, 03.02.2015', 'Иван, 31.02.2017'],
    );
    expect(places([within], ['cell/date-invalid'])).toEqual(['cell/date-invalid F2']);
  });
});

describe('month columns', () => {
  it('a wrong date stands in its month', () => {
    const one = register(
      ['Посещения: январь 2026', 'Посещения: февраль 2026', 'Посещения: март 2026'],
      [date('2026-01-03'), '31.02.2026', date('2024-03-05')],
    );
    expect(places([one], ['cell/date-invalid', 'visits/outside-support'])).toEqual([
      'cell/date-invalid F2',
      'visits/outside-support G2',
    ]);
  });
});

describe('several lines', () => {
  it('a wrong entry stands on its line, and every line is looked at', () => {
    const one = register(
      ['Дети', 'Категория семьи'],
      ['Белова Мария, 03.02.2015', 'СОП'],
      ['Белов Иван, 31.02.2017', 'кочевники'],
      ['Белов  Пётр, 05.06.2019'],
    );
    expect(places([one], ['cell/date-invalid', 'cell/code-unknown', 'cell/untidy'])).toEqual([
      'cell/date-invalid E3',
      'cell/code-unknown F3',
      'cell/untidy E4',
    ]);
  });

  it('a block of further columns is looked at like the rest', () => {
    const rows = [
      ['№ п/п', '№ дела', 'ФИО заявителя', 'Уровень'],
      [1, '1/25', 'Белова А.П.', 'базовый'],
      [2, '2/25', 'Осипова О.И.', 'базовый'],
      [],
      ['№ п/п', 'Дата договора', 'Куратор'],
      [1, '12.02.2025', 'Громова  Т.Т.'],
      [2, date('2025-02-12'), { error: '#REF!' }],
    ];
    expect(places([sheet(rows)], ['cell/date-as-text', 'cell/untidy', 'cell/formula-error'])).toEqual([
      'cell/date-as-text B6',
      'cell/untidy C6',
      'cell/formula-error C7',
    ]);
  });
});
