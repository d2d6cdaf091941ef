import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOf, partsOf } from '../domain/day.ts';
import { RUSSIA } from './russia.ts';
import {
  addWorkingDays,
  isWorkingDay,
  weekday,
  workCalendar,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const calendar = workCalendar();
const day = (iso: string): number => {
  const found = dayOfIso(iso);
  if (found === null) throw new Error(iso);
  return found;
};
const on = (iso: string) => isWorkingDay(calendar, day(iso));
const valueOf = <T>(result: { kind: string; value?: T }): T | undefined => result.value;

describe('working days', () => {
  it.each([
    [2024, [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21]],
    [2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22]],
    [2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]],
  ])('per month of %i are those of the published calendar', (year, months) => {
    const counts = months.map(() => 0);
    for (const d of calendar.workingDays) {
      const parts = partsOf(d);
      if (parts.year === year) counts[parts.month - 1] = (counts[parts.month - 1] ?? 0) + 1;
    }
    expect(counts).toEqual(months);
  });

  it('of 2027 are those sure without the decree', () => {
    expect(calendar.workingDays.filter((d) => partsOf(d).year === 2027)).toHaveLength(249);
  });

  it('know working Saturdays, moved days off and holidays', () => {
    for (const iso of ['2024-11-02', '2025-11-01', '2024-12-28', '2026-11-05']) expect(valueOf(on(iso))).toBe(true);
    for (const iso of ['2026-10-31', '2026-01-09', '2026-03-09', '2025-05-08', '2024-12-30']) {
      expect(valueOf(on(iso))).toBe(false);
    }
  });

  it.each([
    ['2026-10-30', 5, '2026-11-09', 'over a weekend and a holiday'],
    ['2025-10-30', 2, '2025-11-01', 'ending on a working Saturday'],
    ['2025-12-30', 1, '2026-01-12', 'over the new year'],
    ['2026-10-31', 1, '2026-11-02', 'from a day off'],
    ['2023-12-31', 1, '2024-01-09', 'counting begins in a known year'],
    ['2026-06-01', 0, '2026-06-01', 'no days at all'],
  ])('from %s, %i later: %s, %s', (from, n, due) => {
    const result = addWorkingDays(calendar, day(from), n);
    expect(result.kind === 'counted' && isoOf(result.value)).toBe(due);
  });

  it('are not guessed in a year without a calendar', () => {
    expect(addWorkingDays(calendar, day('2023-12-28'), 1)).toEqual({ kind: 'calendar-missing', year: 2023 });
    expect(addWorkingDays(calendar, day('2027-12-30'), 5)).toEqual({ kind: 'calendar-missing', year: 2028 });
    expect(workingDaysBetween(calendar, day('2026-12-30'), day('2028-01-01'))).toEqual({
      kind: 'calendar-missing',
      year: 2028,
    });
    expect(isWorkingDay(calendar, day('2019-05-05'))).toEqual({ kind: 'calendar-missing', year: 2019 });
    expect(workingDayFrom(calendar, day('2028-05-05'))).toEqual({ kind: 'calendar-missing', year: 2028 });
  });

  it('say when they lean on a provisional year', () => {
    expect(addWorkingDays(calendar, day('2026-12-28'), 2)).toMatchObject({ provisional: false });
    expect(addWorkingDays(calendar, day('2026-12-28'), 5)).toMatchObject({ provisional: true });
  });

  it('move a term that ends on a day off to the next working day', () => {
    const shifted = workingDayFrom(calendar, day('2026-05-09'));
    expect(shifted.kind === 'counted' && isoOf(shifted.value)).toBe('2026-05-12');
    expect(workingDayFrom(calendar, day('2026-05-12'))).toMatchObject({ value: day('2026-05-12') });
  });

  it('take the days of a region into account', () => {
    const regional = workCalendar({ 2026: { off: ['04-21'], work: ['04-25'] }, 2031: { off: ['01-02'], work: [] } });
    expect(isWorkingDay(regional, day('2026-04-21'))).toMatchObject({ value: false });
    expect(isWorkingDay(regional, day('2026-04-25'))).toMatchObject({ value: true });
    expect(isWorkingDay(regional, day('2031-01-02'))).toEqual({ kind: 'calendar-missing', year: 2031 });
    expect(() => workCalendar({ 2026: { off: ['02-30'], work: [] } })).toThrow('2026-02-30');
  });

  it('agree forwards and backwards, and with counting day by day', () => {
    const known = fc.integer({ min: day('2024-01-01'), max: day('2027-06-01') });
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 90 }), (from, n) => {
        const due = addWorkingDays(calendar, from, n);
        if (due.kind !== 'counted') throw new Error('the calendar reaches that far');
        expect(isWorkingDay(calendar, due.value)).toMatchObject({ value: true });
        expect(workingDaysBetween(calendar, from, due.value)).toMatchObject({ value: n });
        let walked = 0;
        for (let d = from + 1; d <= due.value; d += 1) if (valueOf(isWorkingDay(calendar, d))) walked += 1;
        expect(walked).toBe(n);
      }),
    );
  });
});

describe('the data', () => {
  it('names only weekends as worked, and only working days as short', () => {
    for (const [year, { work, short }] of Object.entries(RUSSIA)) {
      for (const monthDay of work) expect(weekday(day(`${year}-${monthDay}`))).toBeGreaterThan(4);
      for (const monthDay of short) expect(valueOf(on(`${year}-${monthDay}`))).toBe(true);
    }
  });
});
