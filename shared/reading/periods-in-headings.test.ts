import { describe, expect, it } from 'vitest';
import { periodKey, periodOfHeading, yearsOfPeriods } from './periods-in-headings.ts';

const key = (path: readonly string[], year = 2026): string | null => {
  const period = periodOfHeading(path);
  return period && periodKey(period.year ?? year, period);
};

describe('the period of a heading', () => {
  it.each<[readonly string[], string | null]>([
    [['янв.26'], '2026-01'],
    [['Январь 2026'], '2026-01'],
    [['Выходов в семью, март 2026'], '2026-03'],
    [['Выходы: май 2026 г.'], '2026-05'],
    [['01.2026'], '2026-01'],
    [['2026-02'], '2026-02'],
    [['2025', 'декабрь'], '2025-12'],
    [['Количество выходов в 2025 году', 'сен'], '2025-09'],
    [['I квартал 2026 г.'], '2026-Q1'],
    [['4 кв. 2025'], '2025-Q4'],
    [['IV квартал'], '2026-Q4'],
    [['Март'], '2026-03'],
    [['Mapт'], '2026-03'],
    [['Срок, мес.'], null],
    [['Дата договора'], null],
    [['Мартынова'], null],
    [['на 01.02.2026'], null],
  ])('%j', (path, wanted) => {
    expect(key(path)).toBe(wanted);
  });
});

function years(headings: readonly string[]): readonly number[] {
  return yearsOfPeriods(
    headings.flatMap((heading) => periodOfHeading([heading]) ?? []),
    2026,
  );
}

describe('years of months without one', () => {
  it.each<[readonly string[], readonly number[]]>([
    [
      ['январь', 'февраль', 'март'],
      [2026, 2026, 2026],
    ],
    [
      ['ноябрь', 'декабрь', 'январь'],
      [2025, 2025, 2026],
    ],
    [
      ['ноябрь 2024', 'декабрь', 'январь'],
      [2024, 2024, 2025],
    ],
    [
      ['ноябрь', 'декабрь', 'январь 2027'],
      [2026, 2026, 2027],
    ],
    [
      ['I квартал', 'II квартал'],
      [2026, 2026],
    ],
  ])('%j', (headings, wanted) => {
    expect(years(headings)).toEqual(wanted);
  });
});
