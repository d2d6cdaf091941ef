import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../domain/day.ts';
import { deadlineIso, dueQuarter, punctuality, quartersUpTo, reportPeriod } from './report-period.ts';

const day = (year: number, month: number, date: number): number => dayOf(year, month, date) ?? Number.NaN;

describe('report periods', () => {
  it.each([
    ['2026-Q4', '2026-10-01', '2026-12-31', '2027-01-10'],
    ['2026-Q1', '2026-01-01', '2026-03-31', '2026-04-05'],
    ['2026-Q2', '2026-04-01', '2026-06-30', '2026-07-05'],
    ['2026-Q3', '2026-07-01', '2026-09-30', '2026-10-05'],
    ['2026-07', '2026-07-01', '2026-07-31', '2026-08-05'],
  ])('%s runs from %s to %s and is due by %s', (key, from, to, deadline) => {
    const period = reportPeriod(key);
    expect(period && [isoOf(period.from), isoOf(period.to), deadlineIso(period)]).toEqual([from, to, deadline]);
  });

  it('are due by the day that the region has set', () => {
    const period = reportPeriod('2026-Q3', { setDay: day(2026, 10, 15), calendar: {} });
    expect(period && deadlineIso(period)).toBe('2026-10-15');
  });

  it.each([
    ['2026-Q2', {}, '2026-07-06'],
    ['2026-Q3', {}, '2026-10-05'],
    ['2026-Q3', { 2026: { off: ['10-05'], work: [] } }, '2026-10-06'],
    ['2019-Q3', {}, '2019-10-05'],
  ])('%s, with the days off of a calendar, is due by %s', (key, calendar, deadline) => {
    const period = reportPeriod(key, { calendar });
    expect(period && deadlineIso(period)).toBe(deadline);
  });

  it.each(['2026', '2026-13', '2026-Q5', 'квартал'])('there is none called %s', (key) => {
    expect(reportPeriod(key)).toBeNull();
  });

  it('are offered newest first, and the one that ended last is due', () => {
    expect(quartersUpTo(day(2026, 2, 14), 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
    expect(dueQuarter(day(2026, 2, 14))).toBe('2025-Q4');
    expect(dueQuarter(day(2026, 10, 1))).toBe('2026-Q3');
  });

  it.each([
    [day(2026, 10, 5), day(2026, 10, 20), 'in-time'],
    [day(2026, 10, 6), day(2026, 10, 20), 'late'],
    [null, day(2026, 10, 5), 'awaited'],
    [null, day(2026, 10, 6), 'missing'],
  ] as const)('handed in on %s, seen on %s: %s', (handedIn, today, expected) => {
    const period = reportPeriod('2026-Q3');
    expect(period && punctuality(period, handedIn, today)).toBe(expected);
  });
});
