import { describe, expect, it } from 'vitest';
import { isoOf } from '../domain/day.ts';
import { contextYear, periodOfTitles } from './title-lines.ts';
import { AS_OF } from './testing-sheet.ts';

const iso = (day: number | null | undefined): string | null => (day === null || day === undefined ? null : isoOf(day));

describe('the period that title lines name', () => {
  it.each<[readonly string[], string | null, string | null]>([
    [['Журнал', 'Начат 15 января 2024 г.', 'Окончен _____ 20__ г.'], '2024-01-15', null],
    [['Начата "12" января 2020 г.', 'Окончена "31" декабря 2020 г.'], '2020-01-12', '2020-12-31'],
    [['за январь – октябрь 2026 года'], '2026-01-01', '2026-10-31'],
    [['за 10 месяцев 2026 года'], '2026-01-01', '2026-10-31'],
    [['в III квартале 2026 года'], '2026-07-01', '2026-09-30'],
    [['за 2 квартал 2026 г.'], '2026-04-01', '2026-06-30'],
    [['за 1 полугодие 2026 года'], '2026-01-01', '2026-06-30'],
    [['за февраль 2024 года'], '2024-02-01', '2024-02-29'],
    [['с 01.02.2026 по 15.03.2026'], '2026-02-01', '2026-03-15'],
    [['Отчет за 2025 год'], '2025-01-01', '2025-12-31'],
    [['Отчёт', 'за', 'март 2026 г.'], '2026-03-01', '2026-03-31'],
    [['Реестр семей', 'на 31.10.2026'], null, null],
    [['за ____ квартал 20__ года'], null, null],
  ])('%j', (lines, from, to) => {
    const period = periodOfTitles(lines);
    expect([iso(period?.from), iso(period?.to)]).toEqual([from, to]);
  });
});

it('takes the year from the titles, or the sheet, or the day of the check; never from an act', () => {
  expect(contextYear(['Реестр на 2025 год'], 'Лист1', AS_OF)).toBe(2025);
  expect(contextYear(['к приказу от 30.06.2017'], 'Реестр 2024', AS_OF)).toBe(2024);
  expect(contextYear([], 'Лист1', AS_OF)).toBe(2026);
});
