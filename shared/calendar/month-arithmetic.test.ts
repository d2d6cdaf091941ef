import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOf } from '../domain/day.ts';
import { addMonths, ageOn, birthday } from './month-arithmetic.ts';

const day = (iso: string): number => dayOfIso(iso) ?? Number.NaN;

describe('terms in months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-10-31', 12, '2026-10-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('from %s, %i months: %s', (from, months, to) => {
    expect(isoOf(addMonths(day(from), months))).toBe(to);
  });

  it('agree with Temporal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -7_000, max: 40_000 }), fc.integer({ min: -40, max: 240 }), (from, months) => {
        const theirs = Temporal.PlainDate.from(isoOf(from)).add({ months });
        expect(isoOf(addMonths(from, months))).toBe(theirs.toString());
      }),
    );
  });
});

describe('age', () => {
  it.each([
    ['2008-10-31', '2026-10-30', 17],
    ['2008-10-31', '2026-10-31', 18],
    ['2008-11-01', '2026-10-31', 17],
    ['2024-02-29', '2027-02-27', 2],
    ['2024-02-29', '2027-02-28', 3],
    ['2026-10-31', '2026-10-31', 0],
    ['2026-11-01', '2026-10-31', -1],
  ])('of somebody born on %s is on %s %i', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });

  it('is reached on the birthday', () => {
    expect(isoOf(birthday(day('2024-02-29'), 3))).toBe('2027-02-28');
  });
});
