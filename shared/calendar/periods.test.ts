import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOf } from '../domain/day.ts';
import { periodOf, periodOfKey, periodsBetween } from './periods.ts';
import type { Period, PeriodKind } from './periods.ts';

const day = (iso: string): number => dayOfIso(iso) ?? Number.NaN;
const shown = (period: Period | null) => period && [period.key, isoOf(period.from), isoOf(period.to)].join(' ');

describe('periods', () => {
  it.each<[PeriodKind, string, string]>([
    ['week', '2026-10-31', '2026-10-26 2026-10-26 2026-11-01'],
    ['week', '2026-11-02', '2026-11-02 2026-11-02 2026-11-08'],
    ['month', '2024-02-10', '2024-02 2024-02-01 2024-02-29'],
    ['month', '2026-12-31', '2026-12 2026-12-01 2026-12-31'],
    ['quarter', '2026-10-31', '2026-Q4 2026-10-01 2026-12-31'],
  ])('the %s of %s is %s', (kind, iso, expected) => {
    expect(shown(periodOf(kind, day(iso)))).toBe(expected);
  });

  it('come from their keys', () => {
    expect(shown(periodOfKey('2026-03'))).toBe('2026-03 2026-03-01 2026-03-31');
    expect(shown(periodOfKey('2026-Q1'))).toBe('2026-Q1 2026-01-01 2026-03-31');
    for (const text of ['2026', '2026-13', '2026-Q5', '2026-00', 'март']) expect(periodOfKey(text)).toBeNull();
  });

  it('cover a span without gap or overlap', () => {
    const kinds = fc.constantFrom<PeriodKind>('week', 'month', 'quarter');
    const days = fc.integer({ min: 15_000, max: 25_000 });
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: 0, max: 800 }), (kind, from, length) => {
        const periods = periodsBetween(kind, from, from + length);
        expect(periods[0]?.from).toBeLessThanOrEqual(from);
        expect(periods.at(-1)?.to).toBeGreaterThanOrEqual(from + length);
        for (const [index, period] of periods.slice(1).entries())
          expect(period.from).toBe((periods[index]?.to ?? 0) + 1);
      }),
    );
    expect(periodsBetween('month', 20_000, 19_999)).toEqual([]);
  });
});
