/** How many visits the norms ask for: parts of periods, and norms that change. */
import { describe, expect, it } from 'vitest';
import type { RegisterSketch, RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';

const below = (sketch: RegisterSketch) => outcomeOf('visits/below-norm', sketch);
const source = { text: { ru: 'приказ', en: 'order' }, status: 'invented' as const };

describe('[R76] parts of a month, where the pack prorates them', () => {
  const counts = { '2026-08': 0, '2026-09': 0, '2026-10': 0 };
  const AUGUST = ['2026-08', 2] as const;
  const SEPTEMBER = ['2026-09', 2] as const;
  const OCTOBER = ['2026-10', 2] as const;

  it.each<readonly [string, RowSketch<'families'>, RegisterSketch, readonly (readonly [string, number])[]]>([
    ['whole months', { startDate: '2026-08-01' }, {}, [AUGUST, SEPTEMBER, OCTOBER]],
    ['16 of 31 days at the beginning', { startDate: '2026-08-16' }, {}, [['2026-08', 1], SEPTEMBER, OCTOBER]],
    ['15 of 31 days at the beginning', { startDate: '2026-08-17' }, {}, [SEPTEMBER, OCTOBER]],
    [
      '16 days before the closing',
      { startDate: '2026-09-01', closedOn: '2026-10-17' },
      {},
      [SEPTEMBER, ['2026-10', 1]],
    ],
    ['15 days before the closing', { startDate: '2026-09-01', closedOn: '2026-10-16' }, {}, [SEPTEMBER]],
    ['16 days until the check', { startDate: '2026-09-01' }, { asOf: '2026-10-16' }, [SEPTEMBER, ['2026-10', 1]]],
    ['15 days until the check', { startDate: '2026-09-01' }, { asOf: '2026-10-15' }, [SEPTEMBER]],
    ['no support yet', { startDate: null }, {}, []],
    ['support that begins after the check', { startDate: '2026-11-02' }, {}, []],
    [
      'two levels: half of one and half of two',
      {
        startDate: '2026-07-10',
        transfers: [
          ['2026-08-01', 'ADAPT'],
          ['2026-09-16', 'BASE'],
        ],
      },
      {},
      [['2026-08', 1], ['2026-09', 1], OCTOBER],
    ],
    [
      'three levels: ten days of one, two and one',
      {
        startDate: '2026-07-10',
        transfers: [
          ['2026-08-01', 'ADAPT'],
          ['2026-09-11', 'BASE'],
          ['2026-09-21', 'ADAPT'],
        ],
        level: 'ADAPT',
      },
      {},
      [
        ['2026-08', 1],
        ['2026-09', 1],
        ['2026-10', 1],
      ],
    ],
    [
      'a part at a level that nobody names',
      { startDate: '2026-08-01', transfers: [['2026-09-16', 'BASE']] },
      {},
      [OCTOBER],
    ],
    [
      'a part of a month before a level that begins in another',
      {
        startDate: '2026-09-10',
        transfers: [
          ['2026-09-10', 'BASE'],
          ['2026-10-20', 'ADAPT'],
        ],
        level: 'ADAPT',
      },
      {},
      [
        ['2026-09', 1],
        ['2026-10', 1],
      ],
    ],
    [
      'a last day at a level that nobody names',
      {
        startDate: '2026-07-10',
        transfers: [
          ['2026-08-01', 'BASE'],
          ['2026-09-30', '?'],
          ['2026-10-02', 'BASE'],
        ],
      },
      {},
      [AUGUST],
    ],
    [
      'a part at a level whose norm is per week',
      {
        startDate: '2026-07-10',
        transfers: [
          ['2026-08-01', 'CRISIS'],
          ['2026-09-16', 'BASE'],
        ],
      },
      {},
      [OCTOBER],
    ],
  ])('%s', (_what, more, sketch, expected) => {
    const family = { level: 'BASE', visitsByMonth: counts, ...more };
    const { findings, skipped } = below({ ...sketch, families: [family], pack: { partialPeriods: 'prorate' } });
    expect(skipped.filter((one) => one.startsWith('failed'))).toEqual([]);
    expect(findings.map(({ period, params }) => [period, params['min']])).toEqual(expected);
  });

  it.each([
    ['2026-07-10', '2026-10-20', ['2026-07', '2026-08', '2026-09', '2026-10'], 6],
    ['2026-08-01', '2026-10-01', ['2026-08', '2026-09'], 4],
  ])('are named once, between the whole ones: from %s to %s', (startDate, closedOn, periods, missing) => {
    const family = { level: 'BASE', startDate, visitDates: [], closedOn };
    const { findings } = below({ families: [family], pack: { partialPeriods: 'prorate' } });
    expect(findings.map(({ params }) => [params['periods'], params['missing']])).toEqual([[periods, missing]]);
  });
});

it('[R76] parts of a month at levels that all ask for one visit make up a whole one', () => {
  const visits = norm(1, 'month', {});
  const family = {
    level: 'ADAPT',
    startDate: '2026-07-10',
    transfers: [['2026-08-01', 'ADAPT'] as const, ['2026-09-04', 'BASE'] as const, ['2026-09-26', 'ADAPT'] as const],
    visitsByMonth: { '2026-09': 0 },
  };
  const pack = { partialPeriods: 'prorate' as const, levels: { ADAPT: { visits }, BASE: { visits } } };
  expect(below({ families: [family], pack }).findings.map(({ params }) => params['min'])).toEqual([1]);
});

const norm = (
  min: number,
  per: 'week' | 'month',
  more: { validFrom?: string; validTo?: string; kind?: 'recommended' },
) => ({
  min,
  per,
  kind: 'required' as const,
  source,
  ...more,
});

const dates = (visits: ReturnType<typeof norm>[], asOf: string) =>
  below({
    families: [{ level: 'BASE', startDate: '2026-08-01', visitDates: [] }],
    asOf,
    pack: { levels: { BASE: { visits } } },
  });

describe('[R50] a norm of visits that changes', () => {
  const until = { validTo: '2026-08-31' };
  const since = { validFrom: '2026-09-01' };
  it('from months to weeks: the periods are named in the order of time', () => {
    const { findings } = dates([norm(1, 'month', until), norm(1, 'week', since)], '2026-09-15');
    expect(findings[0]?.params).toMatchObject({ periods: ['2026-08', '2026-09-07'], missing: 2, per: 'month' });
  });

  it('within a month leaves that month unjudged', () => {
    const visits = [norm(1, 'month', { validTo: '2026-09-15' }), norm(3, 'month', { validFrom: '2026-09-16' })];
    expect(dates(visits, '2026-10-31').findings[0]?.params).toMatchObject({
      periods: ['2026-08', '2026-10'],
      missing: 4,
    });
  });

  it('and comes later is judged from then on, and is not said to be missing', () => {
    const { findings, skipped } = dates([norm(1, 'month', since)], '2026-09-30');
    expect(findings[0]?.params).toMatchObject({ periods: ['2026-09'] });
    expect(skipped).toEqual([]);
  });

  it.each([
    ['a recommendation', 'recommended', 'warning Реестр!C2'],
    ['an obligation among recommendations', undefined, 'error Реестр!C2'],
  ] as const)('binds as %s', (_what, kind, expected) => {
    const advised = norm(1, 'month', { ...until, kind: 'recommended' });
    expect(dates([advised, norm(1, 'month', { ...since, ...(kind ? { kind } : {}) })], '2026-09-30').shown).toEqual([
      expected,
    ]);
  });

  it('is missed by nobody before support begins', () => {
    const pack = { levels: { BASE: { visits: null } } };
    const on = (startDate: string) => below({ families: [{ level: 'BASE', startDate, visitDates: [] }], pack }).skipped;
    expect(on('2026-11-01')).toEqual([]);
    expect(on('2026-10-31')).toEqual(['norm-null level:BASE']);
  });

  it('is said to be missing for the level that has none', () => {
    const transfers = [
      ['2026-08-01', 'BASE'],
      ['2026-09-01', 'ADAPT'],
    ] as const;
    const { skipped } = below({
      families: [{ level: 'ADAPT', startDate: '2026-08-01', transfers, visitDates: ['2026-09-03', '2026-10-03'] }],
      pack: { levels: { BASE: { visits: null } } },
    });
    expect(skipped).toEqual(['norm-null level:BASE']);
  });
});
