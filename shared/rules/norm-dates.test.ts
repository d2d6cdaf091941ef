/** Norms that change in time, each held against the day that it applies to. */
import { describe, expect, it } from 'vitest';
import type { RegisterSketch } from './example.ts';
import { outcomeOf } from './test-outcome.ts';

const source = { text: { ru: 'приказ', en: 'order' }, status: 'invented' as const };
const until = { kind: 'max' as const, source, validTo: '2025-12-31' };
const since = { kind: 'required' as const, source, validFrom: '2026-01-01' };
const levels = {
  BASE: {
    term: [
      { months: 12, ...until },
      { months: 6, ...since },
    ],
    review: [
      { everyMonths: 6, ...until },
      { everyMonths: 2, ...since },
    ],
    caseload: [
      { max: 1, ...until },
      { max: 2, ...since },
    ],
  },
  ADAPT: {
    firstYear: [
      { months: 12, ...until },
      { months: 9, ...since },
    ],
  },
};
const programRevision = [
  { months: 24, ...until },
  { months: 12, ...since },
];
const pack = { levels, programRevision };

const count = (id: Parameters<typeof outcomeOf>[0], asOf: string, more: RegisterSketch): number =>
  outcomeOf(id, { asOf, pack, ...more }).findings.length;

describe('[R50] a norm that changed', () => {
  it.each([
    ['2025-12-31', '2026-12-31', 0],
    ['2025-12-31', '2027-01-01', 1],
    ['2026-01-01', '2026-07-01', 0],
    ['2026-01-01', '2026-07-02', 1],
  ])('a term that began on %s, on %s', (startDate, asOf, findings) => {
    expect(count('level/term-exceeded', asOf, { families: [{ level: 'BASE', startDate }] })).toBe(findings);
  });

  it('a term begins anew with the transfer', () => {
    const family = { level: 'BASE', startDate: '2025-06-01', transfers: [['2026-01-12', 'BASE']] as const };
    expect(count('level/term-exceeded', '2026-07-12', { families: [family] })).toBe(0);
    expect(count('level/term-exceeded', '2026-07-13', { families: [family] })).toBe(1);
  });

  it.each([
    ['2025-12-31', '2026-06-30', 0],
    ['2025-12-31', '2026-07-01', 1],
    ['2026-01-01', '2026-03-01', 0],
    ['2026-01-01', '2026-03-02', 1],
  ])('a review after that of %s, on %s', (lastReview, asOf, findings) => {
    const families = [{ level: 'BASE', startDate: '2025-01-13', lastReview }];
    expect(count('deadline/review-overdue', asOf, { families })).toBe(findings);
  });

  it.each([
    ['2025-12-31', '2027-12-31', 0],
    ['2025-12-31', '2028-01-01', 1],
    ['2026-01-01', '2027-01-01', 0],
    ['2026-01-01', '2027-01-02', 1],
  ])('a programme of %s, on %s', (programDate, asOf, findings) => {
    expect(count('deadline/program-revision', asOf, { families: [{ programDate }] })).toBe(findings);
  });

  it.each([
    ['2025-12-31', '2026-12-31', 0],
    ['2025-12-31', '2027-01-01', 1],
    ['2026-01-01', '2026-10-01', 0],
    ['2026-01-01', '2026-10-02', 1],
  ])('the first year of a family formed on %s, on %s', (formedOn, asOf, findings) => {
    expect(count('level/adaptation-first-year', asOf, { families: [{ level: 'ADAPT', formedOn }] })).toBe(findings);
  });

  it.each([
    ['2025-12-31', 1],
    ['2026-01-01', 0],
  ])('the caseload on %s, whenever the cases began', (asOf, findings) => {
    const families = [1, 2].map(() => ({ curator: 'Лютикова А. П.', level: 'BASE', startDate: '2025-06-02' }));
    expect(count('caseload/over-norm', asOf, { families })).toBe(findings);
  });
});

describe('[R50] a norm that came when the term already ran', () => {
  const late = { levels: { BASE: { term: { months: 6, ...since }, review: { everyMonths: 2, ...since } } } };

  it.each([
    ['2025-12-31', 'norm-null level:BASE', 0],
    ['2026-01-01', undefined, 1],
  ])('counts from its first day on: on %s', (asOf, skipped, findings) => {
    const families = [{ level: 'BASE', startDate: '2025-01-13', lastReview: null }];
    for (const id of ['level/term-exceeded', 'deadline/review-overdue'] as const) {
      const outcome = outcomeOf(id, { families, asOf, pack: late });
      expect(outcome.findings).toHaveLength(findings);
      expect(outcome.skipped[0]).toBe(skipped);
    }
  });
});
