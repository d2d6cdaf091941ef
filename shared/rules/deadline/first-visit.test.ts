import { describe, expect, it } from 'vitest';
import type { RegisterSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const late = (sketch: RegisterSketch) => outcomeOf('deadline/late', sketch);
const overdue = (sketch: RegisterSketch) => outcomeOf('deadline/overdue', sketch);
const visitOn = (date: string) => ({ caseNo: '7', date });

describe('the first visit', () => {
  const family = { caseNo: '7', contractDate: '2026-10-05' };

  it('[R88] that is late stands in the journal', () => {
    const visits = [
      { caseNo: '7', date: '2026-10-20' },
      { caseNo: '7', date: '2026-10-16' },
      { caseNo: '7', date: '2026-10-01' },
    ];
    expect(late({ families: [family], visits }).shown).toEqual(['error Журнал!B3']);
  });

  it('[R88] that is missing altogether stands on the key cell', () => {
    expect(overdue({ families: [family], visits: [{ caseNo: '8', date: '2026-10-16' }] }).shown).toEqual([
      'error Реестр!A2',
    ]);
    expect(overdue({ families: [{ ...family, visitDates: null }] }).shown).toEqual(['error Реестр!A2']);
  });

  it('may be one whose date cannot be read', () => {
    const visits = [
      { caseNo: '7', date: 'в среду' },
      { caseNo: '8', date: '2026-10-16' },
    ];
    expect(overdue({ families: [family], visits })).toMatchObject({ findings: [] });
    expect(overdue({ families: [family], visits }).skipped).toContain('value-unreadable field:visitDates');
  });
});

describe('[R88] the first visit among several sources', () => {
  const contract = { caseNo: '7', contractDate: '2026-10-05' };

  it.each([
    ['on the day of the contract', ['2026-10-05', '2026-10-30'], []],
    ['on the last day', ['2026-10-15'], []],
    ['the day after', ['2026-10-16'], ['error Журнал!B2']],
    ['the day before the contract does not count', ['2026-10-04', '2026-10-16'], ['error Журнал!B3']],
    ['the earlier of two that are late', ['2026-10-20', '2026-10-17'], ['error Журнал!B3']],
    ['the first written of two on a day', ['2026-10-17', '2026-10-17'], ['error Журнал!B2']],
    ['one in time, one that cannot be read', ['в среду', '2026-10-15'], []],
  ])('%s', (_what, dates, shown) => {
    expect(late({ families: [contract], visits: dates.map(visitOn) }).shown).toEqual(shown);
  });

  it.each([
    [['2026-10-05'], []],
    [['2026-10-04', '2026-10-15'], []],
    [['2026-10-16'], ['error Реестр!C2']],
    [['в среду', '2026-10-16'], []],
  ])('in the row: %j', (visitDates, shown) => {
    expect(late({ families: [{ ...contract, visitDates }] }).shown).toEqual(shown);
  });

  it('that cannot be read is named where it would decide', () => {
    const { skipped } = late({ families: [{ ...contract, visitDates: ['в среду', '2026-10-16'] }] });
    expect(skipped).toContain('value-unreadable field:visitDates');
  });

  it.each([
    ['on the day of the contract', '2026-10-05', false],
    ['on the last day', '2026-10-15', false],
    ['the day after: an earlier one may have been in time', '2026-10-16', true],
    ['before the contract: a later one may follow it', '2026-10-04', true],
    ['unreadable', 'в среду', true],
  ])('of which only the last is kept, %s', (_what, lastVisit, isCoarse) => {
    for (const judge of [late, overdue]) {
      const { findings, skipped } = judge({ families: [{ ...contract, lastVisit }] });
      expect(findings).toEqual([]);
      expect(skipped.includes('data-too-coarse field:lastVisit')).toBe(isCoarse);
    }
  });

  it('of the row counts before a later one of the journal', () => {
    const row = { ...contract, visitDates: ['2026-10-14'] };
    expect(late({ families: [row], visits: [visitOn('2026-10-16')] }).findings).toEqual([]);
    const same = { ...contract, visitDates: ['2026-10-16'] };
    expect(late({ families: [same], visits: [visitOn('2026-10-16')] }).shown).toEqual(['error Журнал!B2']);
  });
});
