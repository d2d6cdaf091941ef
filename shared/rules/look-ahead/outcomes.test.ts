/** Everything that the look ahead says, with its parameters (after a meant change: vitest -u). */
import { describe, expect, it } from 'vitest';
import { sheetA1 } from '../../domain/cell-address.ts';
import { isoOf } from '../../domain/day.ts';
import type { RegisterSketch } from '../example.ts';
import { lookAhead, startLookAhead } from '../look-ahead.ts';
import { testRun } from '../test-register.ts';

const kids = (...births: readonly string[]) => births.map((birth) => ({ birth }));

/** Today is Tuesday 20 October 2026; the look reaches to 3 November. */
const AS_OF = '2026-10-20';
const SKETCHES: readonly (readonly [string, RegisterSketch])[] = [
  [
    'visits of a month, by its column',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-10': 1 } }] },
  ],
  [
    'a month whose column cannot be read',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-10': 'x' } }] },
  ],
  [
    'a month without a column',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-09': 1 } }] },
  ],
  [
    'a month of which only the quarter is counted',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-Q4': 0 } }] },
  ],
  [
    'weeks where only months are counted',
    { families: [{ level: 'CRISIS', startDate: '2026-09-01', visitsByMonth: { '2026-10': 1 } }] },
  ],
  [
    'weeks by dates, where months are counted too',
    {
      families: [
        { level: 'CRISIS', startDate: '2026-09-01', visitsByMonth: { '2026-10': 1 }, visitDates: ['2026-10-19'] },
      ],
    },
  ],
  [
    'visits of a month, by dates',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitDates: ['2026-10-01'] }] },
  ],
  [
    'visits of a week, by dates',
    { families: [{ level: 'CRISIS', startDate: '2026-09-01', visitDates: ['2026-10-19'] }] },
  ],
  [
    'a month that ends on the day of the check',
    {
      asOf: '2026-10-31',
      families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-10': 1, '2026-11': 0 } }],
    },
  ],
  [
    'a month that ends on the next day',
    { asOf: '2026-10-30', families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-10': 1 } }] },
  ],
  [
    'a case whose beginning cannot be read',
    { families: [{ level: 'BASE', startDate: 'x', visitsByMonth: { '2026-10': 1 } }] },
  ],
  ['a case without a level', { families: [{ level: null, startDate: '2026-09-01', visitsByMonth: { '2026-10': 1 } }] }],
  ['the last visit', { families: [{ level: 'BASE', startDate: '2026-09-01', lastVisit: '2026-10-05' }] }],
  [
    'a last visit that is overdue already',
    { families: [{ level: 'BASE', startDate: '2026-09-01', lastVisit: '2026-09-05' }] },
  ],
  ['a last visit of yesterday', { families: [{ level: 'BASE', startDate: '2026-09-01', lastVisit: '2026-10-19' }] }],
  ['a last visit without a column for the level', { families: [{ startDate: '2026-09-01', lastVisit: '2026-10-05' }] }],
  ['a last visit without a level', { families: [{ level: null, startDate: '2026-09-01', lastVisit: '2026-10-05' }] }],
  ['no last visit', { families: [{ level: 'BASE', startDate: '2026-09-01', lastVisit: null }] }],
  [
    'visits of a month, by the journal',
    {
      families: [{ caseNo: '7', level: 'BASE', startDate: '2025-09-01' }],
      visits: [{ caseNo: '7', date: '2026-10-01' }],
    },
  ],
  [
    'a journal without dates',
    { families: [{ caseNo: '7', level: 'BASE', startDate: '2026-09-01' }], visits: [{ caseNo: '7', date: null }] },
  ],
  ['the last review', { families: [{ level: 'BASE', startDate: '2025-12-01', lastReview: '2026-05-03' }] }],
  ['a list of reviews', { families: [{ level: 'BASE', startDate: '2025-12-01', reviewDates: ['2026-05-03'] }] }],
  ['no column for reviews', { families: [{ level: 'BASE', startDate: '2026-05-03' }] }],
  ['the term of the level', { families: [{ level: 'BASE', startDate: '2025-10-20' }] }],
  ['a term of its own', { families: [{ level: 'BASE', startDate: '2026-04-25', termMonths: 6 }] }],
  ['the first year', { families: [{ level: 'ADAPT', formedOn: '2025-10-30', startDate: '2026-02-02' }] }],
  [
    'steps of the procedure',
    { families: [{ applicationDate: '2026-10-19', surveyDate: null, decisionDate: null, programDate: null }] },
  ],
  ['the first visit', { families: [{ caseNo: '7', contractDate: '2026-10-15', lastVisit: null }] }],
  ['a programme', { families: [{ programDate: '2023-10-25' }] }],
  ['a programme that was revised', { families: [{ programDate: '2023-10-25', lastReview: '2025-01-10' }] }],
  ['a programme of the day of the review', { families: [{ programDate: '2023-10-25', lastReview: '2023-10-25' }] }],
  ['a review before the programme', { families: [{ programDate: '2023-10-25', lastReview: '2023-01-25' }] }],
  ['a programme with a review that cannot be read', { families: [{ programDate: '2023-10-25', lastReview: 'x' }] }],
  ['a programme without a review', { families: [{ programDate: '2023-10-25', lastReview: null }] }],
  ['no programme, and one that cannot be read', { families: [{ programDate: null }, { programDate: 'x' }] }],
  ['a programme without a norm', { families: [{ programDate: '2023-10-25' }], pack: { programRevision: null } }],
  ['a programme due today', { families: [{ programDate: '2023-10-20' }] }],
  ['a programme due yesterday', { families: [{ programDate: '2023-10-19' }] }],
  ['a child that turns three', { families: [{ categories: 'CAT03', children: kids('2023-10-25', '2015-01-01') }] }],
  ['a child that turns three today', { families: [{ categories: 'CAT03', children: kids('2023-10-20') }] }],
  ['a child that turns three tomorrow', { families: [{ categories: 'CAT03', children: kids('2023-10-21') }] }],
  ['a child that turns three after the window', { families: [{ categories: 'CAT03', children: kids('2023-11-04') }] }],
  [
    'a family that is not large any more',
    { families: [{ categories: 'CAT04', children: kids('2008-10-25', '2015-01-01', '2016-01-01') }] },
  ],
  ['a category without an age', { families: [{ categories: 'CAT05', children: kids('2023-10-25') }] }],
  [
    'a category that nobody knows beside one that ends',
    { families: [{ categories: ['x', 'CAT03'], children: kids('2023-10-25') }] },
  ],
  ['no category', { families: [{ categories: null, children: kids('2023-10-25') }] }],
  ['a child that comes of age, without a column for categories', { families: [{ children: kids('2008-11-03') }] }],
  ['the youngest child that comes of age', { families: [{ children: kids('2008-11-03', '2000-01-01') }] }],
  ['a child that comes of age today', { families: [{ children: kids('2008-10-20') }] }],
  ['no children', { families: [{ children: [] }, { children: null }] }],
  [
    'a child that comes of age and stays supported',
    { families: [{ categories: 'CAT05', children: kids('2008-11-03') }], pack: { postCareCategory: 'CAT05' } },
  ],
  [
    'a child that comes of age in another category',
    { families: [{ categories: 'CAT06', children: kids('2008-11-03') }], pack: { postCareCategory: 'CAT05' } },
  ],
  [
    'a member that comes of age',
    {
      families: [{ caseNo: '7' }],
      members: [{ caseNo: '7', name: 'Ромашкин Пётр', relation: 'сын', birthDate: '2008-11-03' }],
    },
  ],
];

function shown([what, sketch]: readonly [string, RegisterSketch]): string {
  const { register, pack, asOf } = testRun({ asOf: AS_OF, ...sketch });
  const lines = lookAhead(register, { pack, asOf }).curators.flatMap(({ upcoming }) =>
    upcoming.map(
      ({ kind, day, cell, field, params }) =>
        `  ${kind} ${isoOf(day)} ${sheetA1(cell)} ${field} ${JSON.stringify(params)}`,
    ),
  );
  return [what, ...(lines.length === 0 ? ['  nothing'] : lines)].join('\n');
}

describe('what falls due', () => {
  it('[R103] says where it stands and which norm asks for it', async () => {
    await expect(`${SKETCHES.map(shown).join('\n')}\n`).toMatchFileSnapshot('./outcomes.txt');
  });
});

const full = (count: number, curator: string | null, level: string | null = 'URGENT') =>
  Array.from({ length: count }, () => ({ curator, level }));

const fullOf = (sketch: RegisterSketch) => {
  const { register, pack, asOf } = testRun({ asOf: AS_OF, ...sketch });
  return lookAhead(register, { pack, asOf }).curators.flatMap(({ curator, full: loads }) =>
    loads.map(({ level, count, limit, cell, params }) => [curator, level, count, limit, sheetA1(cell), params]),
  );
};

describe('a full caseload', () => {
  const params = {
    curator: 'Лютикова А. П.',
    count: 6,
    limit: 6,
    levelRu: 'экстренный уровень',
    levelEn: 'urgent level',
    sourceRu: 'учебный набор: норма придумана',
    sourceEn: 'training pack: an invented norm',
  };

  it('[R104] stands on the last of its rows', () => {
    expect(
      fullOf({ families: [...full(5, 'Лютикова А. П.'), { curator: null }, ...full(1, 'Лютикова А.П.')] }),
    ).toEqual([['Лютикова А. П.', 'URGENT', 6, 6, 'Реестр!A8', params]]);
  });

  it.each<readonly [string, RegisterSketch]>([
    ['one family less', { families: full(5, 'Лютикова А. П.') }],
    ['one family more', { families: full(7, 'Лютикова А. П.') }],
    ['nobody', { families: full(6, null) }],
    ["a formula's error for a curator", { families: full(6, '#REF!') }],
    ['no level', { families: full(6, 'Лютикова А. П.', null) }],
    ['no norm', { families: full(6, 'Лютикова А. П.'), pack: { levels: { URGENT: { caseload: null } } } }],
    [
      'two of the staff whose names fit',
      {
        families: full(6, 'Лютикова А.'),
        specialists: [
          { name: 'Лютикова Анна', rate: 1 },
          { name: 'Лютикова Алла', rate: 1 },
        ],
      },
    ],
  ])('[R104] is none with %s', (_what, sketch) => {
    expect(fullOf(sketch)).toEqual([]);
  });
});

describe('curators', () => {
  it('[R101] stand in the order of their first rows, whoever has the same surname', () => {
    const due = { level: 'BASE', startDate: '2025-10-25' };
    const curators = ['Лютикова А. П.', 'Василькова Е.', 'Лютикова В. П.', 'Астрова К.', null, 'Василькова Е.'];
    const { register, pack, asOf } = testRun({
      asOf: AS_OF,
      families: curators.map((curator) => ({ ...due, curator })),
    });
    expect(
      lookAhead(register, { pack, asOf }).curators.map(({ curator, upcoming }) => [curator, upcoming.length]),
    ).toEqual([
      ['Лютикова А. П.', 1],
      ['Василькова Е.', 2],
      ['Лютикова В. П.', 1],
      ['Астрова К.', 1],
      [null, 1],
    ]);
  });
});

describe('a kept look ahead', () => {
  const { register, pack, asOf } = testRun({
    asOf: AS_OF,
    families: [
      { caseNo: '1', level: 'BASE', startDate: '2025-10-25' },
      { caseNo: '2', level: 'BASE', startDate: '2025-10-26' },
    ],
    visits: [{ caseNo: '1', date: '2026-10-01' }],
  });
  const [first, second] = register.families;
  const [visit] = register.visits;
  if (!first || !second || !visit) throw new Error('no rows');

  it('[R40] looks again at the family that was edited, and at no other', () => {
    const live = startLookAhead(register, { pack, asOf });
    const before = live.result().curators.flatMap(({ upcoming }) => upcoming);
    const after = { ...first, values: { ...first.values, startDate: null } };
    const edited = { ...register, families: [after, second] };
    live.update(edited, [{ before: first, after }]);
    expect(live.result()).toEqual(lookAhead(edited, { pack, asOf }));
    const now = live.result().curators.flatMap(({ upcoming }) => upcoming);
    const ofSecond = before.filter(({ row }) => row === second);
    expect(ofSecond.length).toBeGreaterThan(0);
    for (const one of ofSecond) expect(now.includes(one)).toBe(true);
  });

  it('[R40] looks again at the families that a visit goes from and to', () => {
    const live = startLookAhead(register, { pack, asOf });
    live.result();
    const after = { ...visit, values: { ...visit.values, caseNo: '2' } };
    const edited = { ...register, visits: [after] };
    live.update(edited, [{ before: visit, after }]);
    expect(live.result()).toEqual(lookAhead(edited, { pack, asOf }));
  });
});
