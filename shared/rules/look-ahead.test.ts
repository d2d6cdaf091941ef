import { describe, expect, it } from 'vitest';
import { isoOf } from '../domain/day.ts';
import { sheetA1 } from '../domain/cell-address.ts';
import { checkRegister } from './check-register.ts';
import type { RegisterSketch } from './example.ts';
import { lookAhead, startLookAhead } from './look-ahead.ts';
import { testRun } from './test-register.ts';

const AS_OF = '2026-10-20';

function ahead(sketch: RegisterSketch, days?: number) {
  const { register, pack, asOf } = testRun({ asOf: AS_OF, ...sketch });
  return lookAhead(register, { pack, asOf, ...(days === undefined ? {} : { days }) });
}

/** "kind day cell" of everything that falls due. */
function entries(sketch: RegisterSketch, days?: number): readonly string[] {
  return ahead(sketch, days).curators.flatMap(({ upcoming }) =>
    upcoming.map(({ kind, day, cell }) => `${kind} ${isoOf(day)} ${sheetA1(cell)}`),
  );
}

const family = (curator: string | null, startDate: string) => ({ curator, level: 'BASE', startDate });
const families = (count: number, level: string, curator: string) =>
  Array.from({ length: count }, () => ({ curator, level }));

/** Today is Tuesday 20 October 2026; the look reaches to 3 November. */
const CASES: readonly (readonly [string, RegisterSketch, readonly string[]])[] = [
  [
    'a visit of the month that is still missing',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-10': 1 } }] },
    ['visit 2026-10-31 Реестр!C2'],
  ],
  [
    'no visit when the month has enough',
    { families: [{ level: 'BASE', startDate: '2026-09-01', visitsByMonth: { '2026-10': 2 } }] },
    [],
  ],
  [
    'visits of this and the next week from the journal',
    {
      families: [{ caseNo: '7', level: 'CRISIS', startDate: '2026-10-05' }],
      visits: [
        { caseNo: '7', date: '2026-10-07', specialist: 'Лютикова А. П.' },
        { caseNo: '7', date: '2026-10-14', specialist: 'Лютикова А. П.' },
      ],
    },
    ['visit 2026-10-25 Реестр!A2', 'visit 2026-11-01 Реестр!A2'],
  ],
  [
    'a visit by the last one',
    { families: [{ level: 'BASE', startDate: '2026-09-01', lastVisit: '2026-10-05' }] },
    ['visit 2026-10-21 Реестр!C2'],
  ],
  [
    'a review on the last day of the window',
    { families: [{ level: 'BASE', startDate: '2025-12-01', lastReview: '2026-05-03' }] },
    ['review 2026-11-03 Реестр!C2'],
  ],
  ['no review a day later', { families: [{ level: 'BASE', startDate: '2025-12-01', lastReview: '2026-05-04' }] }, []],
  ['the end of a term', { families: [{ level: 'BASE', startDate: '2025-10-20' }] }, ['term 2026-10-20 Реестр!A2']],
  [
    'the end of the first year',
    { families: [{ level: 'ADAPT', formedOn: '2025-10-30', startDate: '2026-02-02' }] },
    ['firstYear 2026-10-30 Реестр!A2'],
  ],
  [
    'steps of the procedure',
    { families: [{ applicationDate: '2026-10-19', surveyDate: null, decisionDate: null, programDate: null }] },
    ['deadline 2026-10-22 Реестр!B2', 'deadline 2026-10-26 Реестр!C2', 'deadline 2026-11-02 Реестр!D2'],
  ],
  [
    'the first visit, which has no cell of its own',
    { families: [{ caseNo: '7', contractDate: '2026-10-15', lastVisit: null }] },
    ['deadline 2026-10-25 Реестр!A2'],
  ],
  ['the revision of a programme', { families: [{ programDate: '2023-10-25' }] }, ['revision 2026-10-25 Реестр!A2']],
  [
    'a child that turns three',
    { families: [{ categories: 'CAT03', children: [{ birth: '2023-10-25' }, { birth: '2015-01-01' }] }] },
    ['category 2026-10-25 Реестр!A2'],
  ],
  [
    'a family that is not large any more',
    {
      families: [
        { categories: 'CAT04', children: [{ birth: '2008-10-25' }, { birth: '2015-01-01' }, { birth: '2016-01-01' }] },
      ],
    },
    ['category 2026-10-25 Реестр!A2'],
  ],
  [
    'a youngest child that comes of age',
    { families: [{ children: [{ birth: '2008-11-03' }] }] },
    ['adult 2026-11-03 Реестр!A2'],
  ],
  ['nothing of a closed case', { families: [{ level: 'BASE', startDate: '2025-10-20', closedOn: '2026-10-01' }] }, []],
];

describe('the look ahead', () => {
  it.each(CASES)('[R103] names %s', (_what, sketch, expected) => {
    expect(entries(sketch)).toEqual(expected);
  });

  it.each(CASES)('[R102] leaves to the rules what they find already: %s', (_what, sketch) => {
    const { register, pack, asOf } = testRun({ asOf: AS_OF, ...sketch });
    const found = checkRegister(register, { pack, asOf }).findings.map(({ rule, cell }) => `${rule} ${sheetA1(cell)}`);
    const DUE =
      /^(?:visits\/(?:below-norm|overdue)|deadline\/(?:overdue|review-overdue|program-revision)|level\/(?:term|adapt)|category\/(?:child|large)|age\/youngest)/;
    expect(found.filter((one) => DUE.test(one))).toEqual([]);
  });

  it('[R101] goes by curator, in all writings of the name, nearest day first', () => {
    const { curators } = ahead({
      families: [
        family('Лютикова А. П.', '2025-10-30'),
        family(null, '2025-10-25'),
        family('Васильков К. Р.', '2025-10-24'),
        family('Лютикова Анна Павловна', '2025-10-22'),
      ],
    });
    expect(curators.map(({ curator, upcoming }) => [curator, upcoming.map(({ day }) => isoOf(day))])).toEqual([
      ['Лютикова А. П.', ['2026-10-22', '2026-10-30']],
      ['Васильков К. Р.', ['2026-10-24']],
      [null, ['2026-10-25']],
    ]);
  });

  it('[R104] names curators whose next family would be over the norm', () => {
    const { curators } = ahead({
      families: [
        ...families(6, 'URGENT', 'Лютикова А. П.'),
        ...families(11, 'CRISIS', 'Лютикова А. П.'),
        ...families(7, 'URGENT', 'Васильков К. Р.'),
        ...families(3, 'URGENT', 'Ландышев О. И.'),
      ].map((family) => ({ caseNo: null, ...family })),
      specialists: [{ name: 'Ландышев О. И.', rate: 0.5 }],
    });
    expect(
      curators.map(({ curator, full }) => [
        curator,
        full.map(({ level, count, limit, cell }) => [level, count, limit, sheetA1(cell)]),
      ]),
    ).toEqual([
      ['Лютикова А. П.', [['URGENT', 6, 6, 'Реестр!B7']]],
      ['Ландышев О. И.', [['URGENT', 3, 3, 'Реестр!B28']]],
    ]);
  });

  it('[R101] looks as far as it is asked to', () => {
    const sketch = { families: [{ level: 'BASE', startDate: '2025-12-01' }] };
    expect(entries(sketch, 42)).toEqual(['term 2026-12-01 Реестр!A2']);
    expect(entries(sketch, 41)).toEqual([]);
  });

  it('says nothing where there is no norm', () => {
    const sketch = {
      families: [{ level: 'BASE', startDate: '2025-10-25' }],
      pack: { levels: { BASE: { term: null } } },
    };
    expect(entries(sketch)).toEqual([]);
  });

  it.each(CASES)('[R40] follows an edit as if it looked anew: %s', (_what, sketch) => {
    const { register, pack, asOf } = testRun({ asOf: AS_OF, ...sketch });
    for (const kind of ['families', 'visits', 'members'] as const) {
      for (const before of register[kind]) {
        for (const field of Object.keys(before.values)) {
          const after = { ...before, values: { ...before.values, [field]: null } };
          const edited = { ...register, [kind]: register[kind].map((row) => (row === before ? after : row)) };
          const live = startLookAhead(register, { pack, asOf });
          live.update(edited, [{ before, after }]);
          expect(live.result()).toEqual(lookAhead(edited, { pack, asOf }));
          live.update(register, [{ before: after, after: before }]);
          expect(live.result()).toEqual(lookAhead(register, { pack, asOf }));
        }
      }
    }
  });

  it('[R40] begins anew where the staff list has changed', () => {
    const { register, pack, asOf } = testRun({
      asOf: AS_OF,
      families: families(3, 'URGENT', 'Ландышев О. И.'),
      specialists: [{ name: 'Ландышев О. И.', rate: 1 }],
    });
    const [before] = register.specialists;
    if (!before) throw new Error('no staff');
    const after = { ...before, values: { ...before.values, rate: 0.5 } };
    const live = startLookAhead(register, { pack, asOf });
    expect(live.result().curators).toEqual([]);
    live.update({ ...register, specialists: [after] }, [{ before, after }]);
    expect(live.result().curators.map(({ full }) => full.length)).toEqual([1]);
  });

  it.each([
    [[{ birth: '2023-10-25' }, { birth: null }], []],
    [[{ birth: '2023-10-25' }, { birth: '2020-01-01' }], ['category 2026-10-25 Реестр!A2']],
    [[], []],
  ])('[R103] announces no birthday where a date is missing: %j', (children, expected) => {
    expect(entries({ families: [{ categories: 'CAT03', children }] })).toEqual(expected);
  });

  it.each([
    [{ birth: '2017-01-01' }, []],
    [{ birth: null }, []],
  ])('[R103] leaves a family of three children and this one large, or does not say: %j', (fourth, expected) => {
    const children = [{ birth: '2008-10-25' }, { birth: '2015-01-01' }, { birth: '2016-01-01' }, fourth];
    expect(entries({ families: [{ categories: 'CAT04', children }] })).toEqual(expected);
  });
});
