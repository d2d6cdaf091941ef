import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayOfIso, dayOfSerial, isoOf, isKnown, isUnreadable, partsOf, serialOf, UNREADABLE } from './day.ts';

describe('days', () => {
  it('agree with Excel on serial numbers', () => {
    expect(isoOf(dayOfSerial(45_000))).toBe('2023-03-15');
    expect(isoOf(dayOfSerial(45_000.75))).toBe('2023-03-15');
    expect(serialOf(dayOfIso('2026-10-31') ?? 0)).toBe(46_326);
  });

  it('refuse dates that do not exist', () => {
    for (const text of ['2025-02-29', '2025-02-31', '2025-13-01', '2025-00-10', '31.12.2025', '']) {
      expect(dayOfIso(text)).toBeNull();
    }
  });

  it('come back the same from text and from their parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 80_000 }), (day) => {
        const { year, month, dayOfMonth } = partsOf(day);
        expect(dayOfIso(isoOf(day))).toBe(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  it('keep unreadable apart from empty', () => {
    expect(isUnreadable(UNREADABLE)).toBe(true);
    expect(isKnown(UNREADABLE)).toBe(false);
    expect(isKnown(null)).toBe(false);
    expect(isKnown(undefined)).toBe(false);
    expect(isKnown(0)).toBe(true);
  });
});
