import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOf } from '../domain/day.ts';
import { termEnd, type Term } from './term-end.ts';
import { workCalendar } from './working-days.ts';

const calendar = workCalendar();
const end = (from: string, term: Term): string => {
  const found = termEnd(calendar, dayOfIso(from) ?? Number.NaN, term);
  return found.kind === 'counted' ? isoOf(found.value) : `no calendar for ${found.year}`;
};

describe('the end of a term', () => {
  const cases: readonly (readonly [string, Term, string])[] = [
    ['2026-10-05', { n: 5, unit: 'wd', shiftIfOff: true }, '2026-10-12'],
    ['2025-12-30', { n: 1, unit: 'wd', shiftIfOff: false }, '2026-01-12'],
    ['2026-10-05', { n: 5, unit: 'cd', shiftIfOff: false }, '2026-10-10'],
    ['2026-10-05', { n: 5, unit: 'cd', shiftIfOff: true }, '2026-10-12'],
    ['2026-01-31', { n: 1, unit: 'month', shiftIfOff: false }, '2026-02-28'],
    ['2026-01-31', { n: 1, unit: 'month', shiftIfOff: true }, '2026-03-02'],
    ['2031-03-03', { n: 5, unit: 'cd', shiftIfOff: false }, '2031-03-08'],
    ['2031-03-03', { n: 5, unit: 'cd', shiftIfOff: true }, 'no calendar for 2031'],
  ];

  it.each(cases)('from %s with %o is %s', (from, term, expected) => {
    expect(end(from, term)).toBe(expected);
  });
});
