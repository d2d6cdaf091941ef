import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../packs/pack.ts';
import { findingMessage } from '../../text/rule-texts.ts';
import type { RegisterSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const late = (sketch: RegisterSketch) => outcomeOf('deadline/late', sketch);
const overdue = (sketch: RegisterSketch) => outcomeOf('deadline/overdue', sketch);
const source = { text: { ru: 'приказ', en: 'order' }, status: 'invented' as const };
const deadline = (more: Partial<Deadline>) => ({
  id: 'application-decision',
  from: 'application' as const,
  to: 'decision' as const,
  n: 5,
  unit: 'wd' as const,
  shiftIfOff: true,
  kind: 'required' as const,
  source,
  ...more,
});
const only = (more: Partial<Deadline>) => ({ deadlines: [deadline(more)] });

const afterMonth = (decisionDate: string) =>
  late({
    families: [{ applicationDate: '2026-08-31', decisionDate }],
    pack: only({ n: 1, unit: 'month', shiftIfOff: false }),
  }).findings;

const overdueOn = (asOf: string, more: Partial<Deadline> = {}) =>
  overdue({ families: [{ applicationDate: '2027-12-20', decisionDate: null }], asOf, pack: only(more) }).findings[0];

const offDays = (dates: object, asOf = '2027-11-30') =>
  outcomeOf('deadline/non-working-day', { families: [dates], asOf });

describe('a deadline in working days', () => {
  it.each([
    ['2026-10-05', '2026-10-12', 'the last day', 0],
    ['2026-10-05', '2026-10-13', 'the day after', 1],
    ['2025-10-29', '2025-11-06', 'over a working Saturday and two holidays: the last day', 0],
    ['2025-10-29', '2025-11-07', 'over a working Saturday and two holidays: the day after', 1],
    ['2025-12-25', '2026-01-13', 'over the new year: the last day', 0],
    ['2025-12-25', '2026-01-14', 'over the new year: the day after', 1],
    ['2026-10-10', '2026-10-16', 'from a day off: the last day', 0],
    ['2026-10-10', '2026-10-19', 'from a day off: the day after', 1],
  ])('[R86] from %s to %s, %s', (applicationDate, decisionDate, _what, count) => {
    expect(late({ families: [{ applicationDate, decisionDate }] }).findings).toHaveLength(count);
  });

  it('[R92] says from where to where, how long, due when, how late', () => {
    const { shown, findings } = late({ families: [{ applicationDate: '2026-10-05', decisionDate: '2026-10-20' }] });
    expect(shown).toEqual(['error Реестр!B2']);
    expect(findings[0]?.params).toMatchObject({
      from: 'application',
      to: 'decision',
      limit: 5,
      unit: 'wd',
      due: '2026-10-12',
      daysLate: 6,
    });
    expect(findings[0] && findingMessage(findings[0], 'ru')).toContain('Опоздание на 6 рабочих дней: решение');
  });

  it('[R53] is not judged through a year without a calendar, and only warns in a provisional one', () => {
    expect(late({ families: [{ applicationDate: '2023-12-27', decisionDate: '2024-03-01' }] })).toMatchObject({
      findings: [],
      skipped: expect.arrayContaining(['calendar-missing year:2023']),
    });
    const next = late({
      families: [{ applicationDate: '2026-12-28', decisionDate: '2027-02-01' }],
      asOf: '2027-02-02',
    });
    expect(next.shown).toEqual(['warning Реестр!B2']);
    expect(next.skipped).toContain('calendar-provisional year:2027');
  });
});

describe('[R92] lateness', () => {
  it.each([
    ['2027-12-31', 'wd', 4],
    ['2028-01-03', 'cd', 7],
  ])('on %s is counted in %s, because the calendar ends with its last year', (asOf, lateUnit, daysLate) => {
    expect(overdueOn(asOf)?.params).toMatchObject({ due: '2027-12-27', daysLate, lateUnit, unit: 'wd' });
  });

  it.each([
    ['2026-10-10', 1],
    ['2026-10-11', 2],
  ])('of a step done on %s, days off after the last day, is counted in calendar days', (decisionDate, daysLate) => {
    const { findings } = late({ families: [{ applicationDate: '2026-10-02', decisionDate }] });
    expect(findings.map(({ params }) => params)).toMatchObject([{ due: '2026-10-09', daysLate, lateUnit: 'cd' }]);
  });

  it('of a term in calendar days is counted in calendar days', () => {
    expect(overdueOn('2027-12-31', { unit: 'cd' })?.params).toMatchObject({ daysLate: 4, lateUnit: 'cd' });
    const late = outcomeOf('deadline/late', {
      families: [{ applicationDate: '2026-10-05', decisionDate: '2026-10-15' }],
      pack: only({ unit: 'cd' }),
    }).findings[0];
    expect(late && findingMessage(late, 'ru')).toContain('на 3 календарных дня');
  });
});

describe('a day off', () => {
  it.each([
    ['2026-05-08', 0, 'a Friday'],
    ['2026-05-09', 1, 'a Saturday and holiday'],
    ['2026-05-11', 1, 'the Monday off for it'],
    ['2025-11-01', 0, 'a worked Saturday'],
  ])('%s: %i, %s', (applicationDate, count) => {
    expect(offDays({ applicationDate }).shown).toEqual(count === 0 ? [] : ['note Реестр!A2']);
  });

  it('[R53] in a provisional year is named as such, a working day is not', () => {
    expect(offDays({ decisionDate: '2027-11-06' })).toMatchObject({
      shown: ['note Реестр!A2'],
      skipped: ['calendar-provisional year:2027'],
    });
    expect(offDays({ decisionDate: '2027-11-08' })).toMatchObject({ shown: [], skipped: [] });
  });
});

describe('a deadline', () => {
  it('in calendar days ends on a day off, unless it shifts', () => {
    const families = [{ applicationDate: '2026-10-05', decisionDate: '2026-10-12' }];
    // Five days after Monday is Saturday, 10 October; the next working day is Monday.
    expect(late({ families, pack: only({ unit: 'cd', shiftIfOff: false }) }).findings).toHaveLength(1);
    expect(late({ families, pack: only({ unit: 'cd', shiftIfOff: true }) }).findings).toEqual([]);
  });

  it('[R57] in months ends on the same number, or the last', () => {
    expect(afterMonth('2026-09-30')).toEqual([]);
    expect(afterMonth('2026-10-01')).toHaveLength(1);
  });

  it('that is only recommended warns', () => {
    const families = [{ applicationDate: '2026-10-05', decisionDate: '2026-10-20' }];
    expect(late({ families, pack: only({ kind: 'recommended' }) }).shown).toEqual(['warning Реестр!B2']);
  });

  it('[R50] counts from when it is in force', () => {
    const pack = only({ validFrom: '2026-10-06' });
    const from = (applicationDate: string) =>
      late({ families: [{ applicationDate, decisionDate: '2026-10-30' }], pack }).findings;
    expect(from('2026-10-05')).toEqual([]);
    expect(from('2026-10-06')).toHaveLength(1);
  });

  it('[R51] that is switched off is named, not judged', () => {
    const { findings, skipped } = late({ families: [{ programDate: '2026-10-05', contractDate: '2026-10-09' }] });
    expect(findings).toEqual([]);
    expect(skipped).toContain('norm-null deadline:programme-contract');
  });
});

describe('a step that was not done', () => {
  it('[R87] is late from the day after its last day', () => {
    const families = [{ applicationDate: '2026-10-05', decisionDate: null }];
    expect(overdue({ families, asOf: '2026-10-12' }).findings).toEqual([]);
    expect(overdue({ families, asOf: '2026-10-13' }).shown).toEqual(['error Реестр!B2']);
  });

  it('[R87] is skipped, not waited for, when a later one is done', () => {
    const families = [{ applicationDate: '2026-09-01', decisionDate: null, contractDate: '2026-09-04' }];
    expect(overdue({ families }).findings).toEqual([]);
    expect(outcomeOf('deadline/step-skipped', { families }).shown).toEqual(['warning Реестр!B2']);
  });

  it('[R89] is named once for each empty step before a filled one', () => {
    const families = [
      {
        applicationDate: '2026-09-01',
        surveyDate: null,
        decisionDate: null,
        contractDate: '2026-09-04',
        startDate: null,
      },
    ];
    expect(outcomeOf('deadline/step-skipped', { families }).shown).toEqual(['warning Реестр!B2', 'warning Реестр!C2']);
  });
});

describe('steps out of order', () => {
  it('[R89] are named at the later step of each broken pair', () => {
    const families = [
      {
        applicationDate: '2026-09-10',
        surveyDate: '2026-09-08',
        programDate: null,
        decisionDate: '2026-09-07',
        contractDate: '2026-09-07',
      },
    ];
    const { shown, findings } = outcomeOf('deadline/order', { families });
    expect(shown).toEqual(['error Реестр!B2', 'error Реестр!D2']);
    expect(findings[1]?.params).toMatchObject({ to: 'decision', from: 'survey' });
  });

  it('[R89] are not judged across a date that cannot be read', () => {
    const families = [
      { applicationDate: '2026-09-10', surveyDate: 'вчера', decisionDate: '2026-09-07', contractDate: '2026-09-04' },
    ];
    expect(outcomeOf('deadline/order', { families }).shown).toEqual(['error Реестр!D2']);
  });
});

describe('[R87] of several deadlines for one step', () => {
  const short = deadline({ id: 'short', n: 2 });
  const long = deadline({ id: 'long', from: 'survey', n: 4 });

  it.each([
    [[short, long], 2],
    [[long, short], 2],
  ])('the one that ended first is reported, however they are written', (deadlines, limit) => {
    const dates = { applicationDate: '2026-10-05', surveyDate: '2026-10-05' };
    const done = late({ families: [{ ...dates, decisionDate: '2026-10-20' }], pack: { deadlines } });
    const waiting = overdue({ families: [{ ...dates, decisionDate: null }], pack: { deadlines } });
    expect([...done.findings, ...waiting.findings].map(({ params }) => params['limit'])).toEqual([limit, limit]);
  });

  it.each([
    ['2026-10-20', 4, ['error Реестр!C2']],
    ['2026-10-08', 2, ['warning Реестр!C2']],
  ])('one that is only recommended hides no required one: done or asked on %s', (day, limit, shown) => {
    const pack = { deadlines: [{ ...short, kind: 'recommended' as const }, long] };
    const dates = { applicationDate: '2026-10-05', surveyDate: '2026-10-05' };
    const done = late({ families: [{ ...dates, decisionDate: day }], pack });
    const waiting = overdue({ families: [{ ...dates, decisionDate: null }], pack, asOf: day });
    for (const outcome of [done, waiting]) {
      expect(outcome.shown).toEqual(shown);
      expect(outcome.findings[0]?.params['limit']).toBe(limit);
    }
  });
});

describe('[R50] a deadline that ended', () => {
  it.each([
    ['2026-10-05', 1],
    ['2026-10-06', 0],
  ])('counts to its last day: begun on %s', (applicationDate, count) => {
    const pack = only({ validTo: '2026-10-05' });
    expect(late({ families: [{ applicationDate, decisionDate: '2026-10-30' }], pack }).findings).toHaveLength(count);
  });
});

describe('a step outside of the order of steps', () => {
  it('is waited for whatever else is filled', () => {
    const pack = { ...only({}), stepOrder: ['application' as const, 'contract' as const] };
    const families = [{ applicationDate: '2026-09-01', decisionDate: null, contractDate: '2026-09-04' }];
    expect(overdue({ families, pack }).shown).toEqual(['error Реестр!B2']);
  });
});
