/** Random cases for contract tests: rows as a register may hold them, with gaps, unreadable days and odd orders. */
import fc from 'fast-check';
import { dayOf, UNREADABLE, type Day } from '../domain/day.ts';
import type { FamilyRow, Table, VisitRow } from '../domain/register.ts';
import type { CodeValue } from '../domain/values.ts';
import type { Pack } from '../packs/pack.ts';
import { packById } from '../packs/packs.ts';
import { caseFacts, type CaseFacts } from './case-facts.ts';
import { COUNTER_MEASURES, type Counter } from './counters.ts';

export const LEVELS = ['ADAPT', 'BASE', 'CRISIS', 'URGENT'];
export const FIRST_DAY = dayOf(2026, 1, 1) ?? 0;
export const AS_OF = dayOf(2026, 7, 31) ?? 0;
export const HALF_YEAR = { from: FIRST_DAY, to: (dayOf(2026, 7, 1) ?? 0) - 1 };

const training = packById('training');
if (!training) throw new Error('no training pack');
export const TRAINING: Pack = training;

export interface RandomCase {
  readonly row: FamilyRow;
  readonly journal: readonly VisitRow[] | null;
  readonly district: string;
}

const table = (kind: 'families' | 'visits'): Table => ({
  sheet: kind,
  kind,
  headerRows: [1],
  firstRow: 2,
  lastRow: 2,
  columns: [],
  skippedRows: [],
  duplicateHeadings: [],
  givenFields: [],
  isTextFile: false,
});
const FAMILIES = table('families');
const VISITS = table('visits');

const code = (...codes: readonly string[]): fc.Arbitrary<CodeValue> =>
  fc.constantFrom(...codes, null).map((one) => ({ code: one, text: one ?? 'прочее' }));
const near = fc.integer({ min: -70, max: 240 }).map((n) => FIRST_DAY + n);
const day: fc.Arbitrary<Day | null> = fc.oneof({ weight: 9, arbitrary: near }, fc.constantFrom(null, UNREADABLE));
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const CURATORS = ['kp_1', 'kp_2', 'kp_3'];

const values: fc.Arbitrary<FamilyRow['values']> = fc.record(
  {
    applicationDate: day,
    surveyDate: day,
    programDate: day,
    decisionDate: day,
    contractDate: day,
    startDate: day,
    registeredOn: day,
    closedOn: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, day),
    closeReason: rarely(code('R01', 'R03', 'R07')),
    result: rarely(code('R01', 'R07')),
    decision: fc.oneof(
      { weight: 8, arbitrary: fc.constant({ code: 'APPROVED', text: '' }) },
      fc.constant({ code: 'REFUSED', text: '' }),
    ),
    level: fc.option(code(...LEVELS), { freq: 8 }),
    categories: fc.array(code('CAT01', 'CAT04', 'CAT05', 'CAT08'), { maxLength: 3 }),
    curator: fc.constantFrom(...CURATORS, null),
    childrenCount: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(null, UNREADABLE)),
    transfers: fc.array(
      fc.record({
        day: fc.oneof({ weight: 20, arbitrary: near }, fc.constant(UNREADABLE)),
        level: rarely(code(...LEVELS)),
      }),
      {
        maxLength: 3,
      },
    ),
    visitDates: fc.array(fc.oneof({ weight: 20, arbitrary: near }, fc.constant(UNREADABLE)), { maxLength: 4 }),
    visitsByMonth: fc.dictionary(
      fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-05', '2026-Q2'),
      fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(null, UNREADABLE)),
      { maxKeys: 4 },
    ),
  },
  { requiredKeys: ['startDate', 'closedOn', 'curator'] },
);

export const randomCase: fc.Arbitrary<RandomCase> = fc.record({
  row: fc.record({ kind: fc.constant('families' as const), table: fc.constant(FAMILIES), row: fc.constant(2), values }),
  journal: rarely(
    fc.array(
      near.map((date): VisitRow => ({ kind: 'visits', table: VISITS, row: 2, values: { date } })),
      { maxLength: 8 },
    ),
  ),
  district: fc.constantFrom('north', 'south', 'west'),
});

export const randomCases: fc.Arbitrary<readonly RandomCase[]> = fc.array(randomCase, { maxLength: 30 });

export const isRefused = ({ row }: RandomCase): boolean => row.values.decision?.code === 'REFUSED';

export function factsOf({ row, journal, district }: RandomCase, index: number): CaseFacts {
  return caseFacts(row, { id: `case ${index}`, district, asOf: AS_OF, journal });
}

export const randomFacts: fc.Arbitrary<readonly CaseFacts[]> = fc
  .array(randomCase, { maxLength: 40 })
  .map((cases) => cases.map(factsOf));

const keyOf = ({ district, month, level, cut, value }: Counter): string =>
  JSON.stringify([district, month, level, cut, value]);

/** Counters with changes added, as the database adds them up. Rows that become zero go. */
export function addCounters(counters: readonly Counter[], changes: readonly Counter[]): readonly Counter[] {
  return [...Map.groupBy([...counters, ...changes], keyOf).values()].flatMap((rows) => {
    const sums = COUNTER_MEASURES.map((measure): [string, number] => [
      measure,
      rows.reduce((sum, { counts }) => sum + (counts[measure] ?? 0), 0),
    ]);
    const counts = Object.fromEntries(sums.filter(([, sum]) => sum !== 0));
    const [first] = rows;
    return first && Object.keys(counts).length > 0 ? [{ ...first, counts }] : [];
  });
}
