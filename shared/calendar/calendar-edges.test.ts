/** Where the calendar begins and ends, and what lies just outside. A small calendar of two years shows each edge. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../domain/day.ts';
import { periodOfKey } from './periods.ts';
import { addWorkingDays, isWorkingDay, workCalendar, workingDayFrom, workingDaysBetween } from './working-days.ts';

const day = (iso: string): number => dayOfIso(iso) ?? Number.NaN;
const plain = { off: [], work: [], short: [], provisional: false, source: { text: 'invented', url: '' } };
/** 1 January 2025 is a Wednesday, 31 December 2026 a Thursday. */
const TWO_YEARS = { 2025: plain, 2026: { ...plain, provisional: true } };
const calendar = workCalendar({}, TWO_YEARS);
const missing = (year: number) => ({ kind: 'calendar-missing', year });
const counted = (value: unknown, provisional: boolean) => ({ kind: 'counted', value, provisional });

describe('the edges of a calendar', () => {
  it('are the first and the last day of its years', () => {
    expect(isWorkingDay(calendar, day('2024-12-31'))).toEqual(missing(2024));
    expect(isWorkingDay(calendar, day('2025-01-01'))).toEqual(counted(true, false));
    expect(isWorkingDay(calendar, day('2026-12-31'))).toEqual(counted(true, true));
    expect(isWorkingDay(calendar, day('2027-01-01'))).toEqual(missing(2027));
  });

  it('hold for terms: the day of the event may lie one day before them', () => {
    expect(addWorkingDays(calendar, day('2024-12-30'), 1)).toEqual(missing(2024));
    expect(addWorkingDays(calendar, day('2024-12-31'), 1)).toEqual(counted(day('2025-01-01'), false));
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toEqual(counted(day('2026-12-31'), true));
    expect(addWorkingDays(calendar, day('2026-12-30'), 2)).toEqual(missing(2027));
    expect(addWorkingDays(calendar, day('2026-12-31'), 1)).toEqual(missing(2027));
    expect(addWorkingDays(calendar, day('2027-06-01'), 1)).toEqual(missing(2027));
  });

  it('name the year that is missing: that of the first day counted', () => {
    expect(addWorkingDays(calendar, day('2023-12-31'), 1)).toEqual(missing(2024));
    expect(workingDaysBetween(calendar, day('2023-12-31'), day('2025-01-03'))).toEqual(missing(2024));
  });

  it('make nothing provisional that only begins after a provisional year', () => {
    const later = workCalendar({}, { 2025: { ...plain, provisional: true }, 2026: plain });
    expect(addWorkingDays(later, day('2025-12-31'), 1)).toEqual(counted(day('2026-01-01'), false));
    expect(workingDaysBetween(later, day('2025-12-31'), day('2026-01-01'))).toEqual(counted(1, false));
    expect(workingDaysBetween(later, day('2025-12-30'), day('2026-01-01'))).toEqual(counted(2, true));
  });

  it('do not matter to a term of no days', () => {
    expect(addWorkingDays(calendar, day('2030-01-05'), 0)).toEqual(counted(day('2030-01-05'), false));
    expect(addWorkingDays(calendar, day('2026-05-05'), 0)).toEqual(counted(day('2026-05-05'), true));
  });

  it('hold for counting between two days', () => {
    expect(workingDaysBetween(calendar, day('2024-12-31'), day('2025-01-03'))).toEqual(counted(3, false));
    expect(workingDaysBetween(calendar, day('2024-12-30'), day('2025-01-03'))).toEqual(missing(2024));
    expect(workingDaysBetween(calendar, day('2026-12-30'), day('2026-12-31'))).toEqual(counted(1, true));
    expect(workingDaysBetween(calendar, day('2026-12-30'), day('2027-01-01'))).toEqual(missing(2027));
    expect(workingDaysBetween(calendar, day('2025-12-31'), day('2026-01-01'))).toEqual(counted(1, true));
  });

  it('do not matter where nothing is to be counted', () => {
    for (const [from, to] of [
      ['2026-03-10', '2026-03-10'],
      ['2026-03-10', '2026-03-09'],
      ['2031-03-10', '2030-03-10'],
    ] as const)
      expect(workingDaysBetween(calendar, day(from), day(to))).toEqual(counted(0, false));
  });

  it('hold for the next working day', () => {
    expect(workingDayFrom(calendar, day('2024-12-31'))).toEqual(missing(2024));
    expect(workingDayFrom(calendar, day('2025-01-01'))).toEqual(counted(day('2025-01-01'), false));
    expect(workingDayFrom(calendar, day('2026-12-31'))).toEqual(counted(day('2026-12-31'), true));
    expect(workingDayFrom(calendar, day('2027-01-01'))).toEqual(missing(2027));
    const short = workCalendar({ 2026: { off: ['12-31'], work: [] } }, TWO_YEARS);
    expect(workingDayFrom(short, day('2026-12-31'))).toEqual(missing(2027));
  });

  it('are counted to the day', () => {
    const { workingDays, before, firstDay, lastDay } = calendar;
    expect([firstDay, lastDay]).toEqual([day('2025-01-01'), day('2026-12-31')]);
    expect(workingDays).toHaveLength(522);
    expect(before).toHaveLength(731);
    expect([before[0], before[730]]).toEqual([0, 522]);
    expect([...calendar.provisionalYears]).toEqual([2026]);
  });

  it('have no gap between them', () => {
    expect(() => workCalendar({}, { 2024: plain, 2026: plain })).toThrow('no gap');
    expect(workCalendar({}, { 2026: plain, 2025: plain }).firstDay).toBe(day('2025-01-01'));
  });
});

describe('periods from outside', () => {
  it.each(['x2026-03', '2026-03x', '2026-Q1-', ' 2026-Q1', '2026-Q5', '2026-13', '2026-00', '26-03', ''])(
    '%j is no period',
    (key) => expect(periodOfKey(key)).toBeNull(),
  );

  it('know a month from a quarter', () => {
    expect(periodOfKey('2026-03')).toMatchObject({ kind: 'month', key: '2026-03', to: day('2026-03-31') });
    expect(periodOfKey('2026-Q4')).toMatchObject({ kind: 'quarter', key: '2026-Q4', to: day('2026-12-31') });
  });
});
