import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../test-outcome.ts';

const source = { text: { ru: 'приказ', en: 'order' }, status: 'invented' as const };
const reviewed = (asOf: string, family: object) =>
  outcomeOf('deadline/review-overdue', { families: [{ level: 'CRISIS', startDate: '2025-01-13', ...family }], asOf })
    .shown;

describe('[R90] reviews', () => {
  it.each([
    ['three months after the last', { lastReview: '2026-07-31' }, '2026-10-31', []],
    ['a day more', { lastReview: '2026-07-30' }, '2026-10-31', ['error Реестр!C2']],
    ['the latest of a list', { reviewDates: ['2026-08-10', '2026-02-10'] }, '2026-10-31', []],
    ['the latest of a list, written last', { reviewDates: ['2026-02-10', '2026-08-10'] }, '2026-10-31', []],
    ['one of today', { reviewDates: ['2026-02-10', '2026-10-31'] }, '2026-10-31', []],
    [
      'one in the future, which took place on another day',
      { reviewDates: ['2026-02-10', '2026-12-10'] },
      '2026-10-31',
      [],
    ],
    ['since the transfer', { lastReview: null, transfers: [['2026-07-31', 'CRISIS']] }, '2026-10-31', []],
    [
      'a review before the transfer',
      { lastReview: '2026-07-31', transfers: [['2026-08-31', 'CRISIS']] },
      '2026-11-01',
      ['error Реестр!C2'],
    ],
  ])('%s', (_what, family, asOf, shown) => {
    expect(reviewed(asOf, family)).toEqual(shown);
  });
});

describe('[R91] the revision of a programme', () => {
  it.each([
    ['2023-10-31', null, 0],
    ['2023-10-30', null, 1],
    ['2020-10-30', '2020-10-31', 0],
    ['2020-10-30', '2020-10-30', 1],
  ])('of %s, last reviewed on %s', (programDate, lastReview, count) => {
    expect(outcomeOf('deadline/program-revision', { families: [{ programDate, lastReview }] }).findings).toHaveLength(
      count,
    );
  });
});

describe('[R55] a review that cannot be read', () => {
  const programDate = '2020-05-10';
  it.each([
    [{ lastReview: 'в мае' }, 'lastReview'],
    [{ lastReview: '2026-12-23' }, 'lastReview'],
    [{ reviewDates: ['2026-02-10', 'в мае'] }, 'reviewDates'],
    [{ lastReview: '2026-02-10', reviewDates: ['2026-02-10', '2026-12-23'] }, 'reviewDates'],
    [{ lastReview: null, reviewDates: ['в мае'] }, 'reviewDates'],
  ])('is named by its field: %j', (reviews, field) => {
    const families = [{ level: 'CRISIS', startDate: '2025-01-13', programDate, ...reviews }];
    for (const id of ['deadline/review-overdue', 'deadline/program-revision'] as const) {
      expect(outcomeOf(id, { families })).toMatchObject({ findings: [], skipped: [`value-unreadable field:${field}`] });
    }
  });
});

describe('a case of which nobody can tell since when its level holds', () => {
  it.each([
    [{ startDate: 'весной', lastReview: null }, ['value-unreadable field:startDate']],
    [{ registeredOn: 'весной', lastReview: null }, ['value-unreadable field:registeredOn']],
    [
      { startDate: '2026-03-02', transfers: [['весной', 'CRISIS']] as const, lastReview: null },
      ['value-unreadable field:transfers'],
    ],
    [{ startDate: 'весной', lastReview: '2026-10-01' }, []],
    [{ startDate: null, lastReview: null }, []],
  ])('is not waited for a review, or judged by the last one: %j', (family, skipped) => {
    const families = [{ level: 'CRISIS', ...family }];
    expect(outcomeOf('deadline/review-overdue', { families })).toMatchObject({ findings: [], skipped });
  });
});

describe('a case without a level', () => {
  it('has no review to wait for', () => {
    const families = [{ level: null, startDate: '2020-01-13', lastReview: null }];
    expect(outcomeOf('deadline/review-overdue', { families })).toMatchObject({ findings: [], skipped: [] });
  });
});

describe('a revision whose norm is not in force', () => {
  it('[R51] is named', () => {
    const pack = { programRevision: { months: 12, kind: 'required' as const, source, validFrom: '2026-11-01' } };
    const families = [{ programDate: '2020-01-13' }];
    const outcome = outcomeOf('deadline/program-revision', { families, pack });
    expect(outcome).toMatchObject({ findings: [], skipped: ['norm-null programRevision'] });
  });
});
