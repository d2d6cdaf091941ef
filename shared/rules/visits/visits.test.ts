import { describe, expect, it } from 'vitest';
import { findingMessage } from '../../text/rule-texts.ts';
import type { RegisterSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const below = (sketch: RegisterSketch) => outcomeOf('visits/below-norm', sketch);
const WHO = { specialist: 'Лютикова А. П.' };
const visit = (date: string, caseNo = '7') => ({ caseNo, date, ...WHO });
const source = { text: { ru: 'приказ', en: 'order' }, status: 'invented' as const };
const perQuarter = {
  levels: { BASE: { visits: { min: 3, per: 'quarter' as const, kind: 'required' as const, source } } },
};

const monthly = (min: number, validFrom: string | null) => ({
  min,
  per: 'month' as const,
  kind: 'required' as const,
  source,
  validFrom,
});
const september = (startDate: string) => ({ level: 'BASE', startDate, visitsByMonth: { '2026-09': 0 } });

describe('visits per month', () => {
  it('[R79] have a finding for each month cell, and no other', () => {
    const { shown, findings } = below({
      families: [
        {
          level: 'BASE',
          startDate: '2026-06-15',
          visitsByMonth: { '2026-06': 0, '2026-07': 1, '2026-08': 2, '2026-09': null, '2026-10': 2, '2026-11': null },
        },
      ],
    });
    expect(shown).toEqual(['error Реестр!D2', 'error Реестр!F2']);
    expect(findings.map(({ period }) => period)).toEqual(['2026-07', '2026-09']);
    expect(findings[0]?.params).toMatchObject({ count: 1, min: 2, per: 'month', periods: ['2026-07'], missing: 1 });
    expect(findings[0] && findingMessage(findings[0], 'ru')).toContain('июль 2026');
  });

  it.each([
    ['support from the first day of the month', { startDate: '2026-09-01' }, 1],
    ['support from the second day', { startDate: '2026-09-02' }, 0],
    ['closing on the first day of the next month', { startDate: '2026-08-10', closedOn: '2026-10-01' }, 1],
    [
      'closing on the last day: a closed case is not open that day',
      { startDate: '2026-08-10', closedOn: '2026-09-30' },
      0,
    ],
    ['a refused application', { startDate: '2026-08-10', decision: 'отказано' }, 0],
    ['no start yet', { startDate: null }, 0],
    ['the start of the contract where no other is known', { startDate: null, contractDate: '2026-08-10' }, 1],
  ])('[R75] with %s', (_what, dates, count) => {
    const family = { level: 'BASE', visitsByMonth: { '2026-09': 1 }, ...dates };
    expect(below({ families: [family] }).findings).toHaveLength(count);
  });

  it('[R77] are judged at the level of the time', () => {
    const { findings, skipped } = below({
      families: [
        {
          level: 'BASE',
          startDate: '2026-06-01',
          transfers: [
            ['2026-07-01', 'ADAPT'],
            ['2026-09-10', 'BASE'],
          ],
          visitsByMonth: { '2026-06': 0, '2026-07': 1, '2026-08': 0, '2026-09': 0, '2026-10': 1 },
        },
      ],
    });
    // June: nobody names the level. September: two levels. August wants one (ADAPT), October two (BASE).
    expect(findings.map(({ period, params }) => [period, params['min']])).toEqual([
      ['2026-08', 1],
      ['2026-10', 2],
    ]);
    expect(skipped).toEqual(['value-unreadable field:level']);
  });

  it('[R75] take a transfer to the same level for none', () => {
    const family = { level: 'BASE', startDate: '2026-08-01', visitsByMonth: { '2026-09': 1 } };
    const transfers = [
      ['2026-08-05', 'BASE'],
      ['2026-09-10', 'BASE'],
    ] as const;
    expect(below({ families: [{ ...family, transfers }] }).findings).toHaveLength(1);
  });

  it('[R52] warn where the norm is a recommendation', () => {
    const pack = {
      levels: { BASE: { visits: { min: 2, per: 'month' as const, kind: 'recommended' as const, source } } },
    };
    const families = [{ level: 'BASE', startDate: '2026-08-01', visitsByMonth: { '2026-09': 1 } }];
    expect(below({ families, pack }).shown).toEqual(['warning Реестр!C2']);
  });

  it('[R50] use the norm that was in force', () => {
    const pack = { levels: { BASE: { visits: [monthly(1, null), monthly(3, '2026-09-01')] } } };
    const visitsByMonth = { '2026-08': 1, '2026-09': 1, '2026-10': 3 };
    const { findings } = below({ families: [{ level: 'BASE', startDate: '2026-08-01', visitsByMonth }], pack });
    expect(findings.map(({ period }) => period)).toEqual(['2026-09']);
  });

  it('[R78] add up to a quarter, but a quarter does not tell its months', () => {
    const months = { '2026-07': 1, '2026-08': 0, '2026-09': 1 };
    const family = { level: 'BASE', startDate: '2026-06-01' };
    expect(below({ families: [{ ...family, visitsByMonth: months }], pack: perQuarter }).shown).toEqual([
      'error Реестр!E2',
    ]);
    expect(below({ families: [{ ...family, visitsByMonth: { '2026-Q3': 2 } }], pack: perQuarter }).shown).toEqual([
      'error Реестр!C2',
    ]);
    expect(below({ families: [{ ...family, visitsByMonth: { '2026-Q3': 2 } }] })).toMatchObject({
      findings: [],
      skipped: ['data-too-coarse field:visitsByMonth'],
    });
  });

  it('[R76] are prorated for parts of a month where the pack says so, rounded down', () => {
    const pack = { partialPeriods: 'prorate' as const };
    // 2 visits × 15 of 30 days = 1; 14 days give less than one.
    expect(below({ families: [september('2026-09-16')], pack }).findings[0]?.params).toMatchObject({ min: 1 });
    expect(below({ families: [september('2026-09-17')], pack }).findings).toEqual([]);
  });
});

describe('visits by their dates', () => {
  const family = { caseNo: '7', level: 'CRISIS', startDate: '2026-10-05' };

  it('[R83] have one finding per case that names the weeks, on the key cell', () => {
    const { shown, findings } = below({ families: [family], visits: [visit('2026-10-11'), visit('2026-10-20')] });
    expect(shown).toEqual(['error Реестр!A2']);
    // The week that ends on Sunday, 1 November, is not over on 31 October.
    expect(findings[0]?.params).toMatchObject({ periods: ['2026-10-12'], missing: 1, per: 'week' });
  });

  it('stand on the visit dates where the row has them, in the column of the quarter', () => {
    const visitDates = ['2026-10-06', '2026-10-13'];
    expect(below({ families: [{ ...family, visitDates }] }).shown).toEqual(['error Реестр!D2']);
  });

  it('[R81] count two visits of a day, but none twice', () => {
    const urgent = { ...family, level: 'URGENT', startDate: '2026-10-19' };
    const second = { caseNo: '7', date: '2026-10-20', specialist: 'Васильков К. Р.' };
    expect(below({ families: [urgent], visits: [visit('2026-10-20'), second] }).findings).toEqual([]);
    expect(below({ families: [urgent], visits: [visit('2026-10-20'), visit('2026-10-20')] }).findings).toHaveLength(1);
  });

  it('[R82] are not missed where a date that cannot be read may be one', () => {
    const weeks = { families: [family], visits: [visit('2026-10-06'), visit('в среду'), visit('2026-10-20')] };
    expect(below(weeks)).toMatchObject({ findings: [], skipped: ['value-unreadable field:date'] });
    const two = { families: [family], visits: [visit('2026-10-06'), visit('в среду')] };
    expect(below(two).findings).toHaveLength(1);
  });

  it('[R80] are not missed before the year in which the journal begins', () => {
    const old = { ...family, level: 'BASE', startDate: '2025-11-01' };
    const visits = Array.from({ length: 20 }, (_, index) =>
      visit(`2026-${String(Math.floor(index / 2) + 1).padStart(2, '0')}-1${index % 2}`),
    );
    expect(below({ families: [old], visits })).toMatchObject({
      findings: [],
      skipped: ['table-missing table:visits-earlier'],
    });
  });

  it('[R78] serve a norm per week where months are figures only', () => {
    const months = { ...family, visitsByMonth: { '2026-10': 9 } };
    expect(below({ families: [months], visits: [visit('2026-10-06')] }).findings).toHaveLength(1);
    expect(below({ families: [{ ...family, visitsByMonth: { '2026-10': 9 } }] }).skipped).toEqual([
      'data-too-coarse field:visitsByMonth',
    ]);
  });

  it('with a case number used twice belong to the first row', () => {
    const second = { ...family, startDate: '2026-10-12' };
    const visits = [visit('2026-10-06'), visit('2026-10-13'), visit('2026-10-20')];
    expect(below({ families: [family, second], visits }).shown).toEqual(['error Реестр!A3']);
  });
});

describe('the last visit', () => {
  it('[R84] is not asked where visits are kept better', () => {
    const family = { level: 'BASE', startDate: '2026-01-12', lastVisit: '2026-02-01' };
    expect(outcomeOf('visits/overdue', { families: [family] }).shown).toEqual(['warning Реестр!C2']);
    for (const more of [{ visitsByMonth: { '2026-10': 2 } }, { visitDates: [] }]) {
      expect(outcomeOf('visits/overdue', { families: [{ ...family, ...more }] })).toMatchObject({
        findings: [],
        skipped: [],
      });
    }
  });

  it('[R84] may be a quarter ago where the norm is one a quarter', () => {
    const pack = { levels: { BASE: { visits: { ...perQuarter.levels.BASE.visits, min: 1 } } } };
    const on = (lastVisit: string) =>
      outcomeOf('visits/overdue', { families: [{ level: 'BASE', lastVisit }], pack }).findings;
    expect(on('2026-07-31')).toEqual([]);
    expect(on('2026-07-30')).toHaveLength(1);
  });
});

describe('visits in the journal', () => {
  it('[R85] are named where they stand, with the family they are about', () => {
    const { shown, findings } = outcomeOf('visits/outside-support', {
      families: [
        { caseNo: '7', applicant: 'Ромашкина Анна Петровна', curator: 'Лютикова А. П.', startDate: '2026-03-02' },
      ],
      visits: [visit('2026-03-01'), visit('2026-03-02')],
    });
    expect(shown).toEqual(['warning Журнал!B2']);
    expect(findings[0]).toMatchObject({ subject: 'Ромашкина Анна Петровна', curator: 'Лютикова А. П.' });
  });

  it('twice on a day are named at the later row, with the earlier beside', () => {
    const { shown, findings } = outcomeOf('visits/duplicate', {
      families: [{ caseNo: '7' }],
      visits: [visit('2026-03-02'), visit('2026-03-05'), visit('2026-03-02')],
    });
    expect(shown).toEqual(['warning Журнал!B4']);
    expect(findings[0]?.related).toEqual([{ sheet: 'Журнал', row: 2, column: 1 }]);
  });
});

describe('dates of a case that cannot be read', () => {
  it.each([
    ['visits/below-norm', { startDate: 'весной' }, 'field:startDate'],
    ['visits/below-norm', { contractDate: 'весной' }, 'field:contractDate'],
    ['visits/below-norm', { startDate: '2026-03-02', closedOn: 'весной' }, 'field:closedOn'],
    ['visits/below-norm', { startDate: '2026-03-02', transfers: [['весной', 'BASE']] }, 'field:transfers'],
    ['visits/outside-support', { startDate: 'весной' }, 'field:startDate'],
    ['visits/outside-support', { contractDate: 'весной' }, 'field:contractDate'],
    ['visits/outside-support', { startDate: '2026-03-02', closedOn: 'весной' }, 'field:closedOn'],
  ] as const)('[R79] leave %s unjudged: %j', (id, more, detail) => {
    const family = { level: 'BASE', visitDates: ['2026-04-10'], ...more };
    expect(outcomeOf(id, { families: [family] })).toMatchObject({
      findings: [],
      skipped: [`value-unreadable ${detail}`],
    });
  });
});

describe('a visit outside support', () => {
  it.each([
    [{ registeredOn: '2026-03-02' }, ['warning Реестр!A2']],
    [{ contractDate: '2026-03-02' }, ['warning Реестр!A2']],
    [{ closedOn: '2026-02-02' }, ['warning Реестр!A2']],
  ])('[R85] is told by one date alone: %j', (dates, shown) => {
    const families = [{ visitDates: ['2026-03-01'], ...dates }];
    expect(outcomeOf('visits/outside-support', { families })).toMatchObject({ shown, skipped: [] });
  });
});

const on = (date: string | null, specialist: string | null) => ({ caseNo: '7', date, specialist });

describe('visits of one day', () => {
  const [A, B] = ['Лютикова А. П.', 'Васильков К. Р.'];
  it.each([
    ['by two people', [on('2026-03-02', A), on('2026-03-02', B)], []],
    ['by one of them twice', [on('2026-03-02', A), on('2026-03-02', B), on('2026-03-02', B)], ['warning Журнал!B4']],
    [
      'by the same two on another day',
      [on('2026-03-02', A), on('2026-03-02', B), on('2026-03-03', A), on('2026-03-03', B)],
      [],
    ],
    ['by nobody knows whom', [on('2026-03-02', A), on('2026-03-02', null), on('2026-03-02', null)], []],
    ['of no known day', [on(null, A), on(null, A), on('2026-03-02', A), on('2026-03-02', B)], []],
    ['that cannot be read', [on('вчера', A), on('вчера', A), on('2026-03-02', A), on('2026-03-02', B)], []],
  ] as const)('%s', (_what, visits, shown) => {
    expect(outcomeOf('visits/duplicate', { families: [{ caseNo: '7' }], visits }).shown).toEqual(shown);
  });

  it('are not told without a column for the date', () => {
    const sketch = { families: [{ caseNo: '7' }], visits: [{ caseNo: '7', specialist: A }] };
    expect(outcomeOf('visits/duplicate', sketch).skipped).toEqual(['column-missing field:date']);
  });
});
