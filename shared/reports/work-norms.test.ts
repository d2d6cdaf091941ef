import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isKnown, type Day } from '../domain/day.ts';
import { packSchema, type Pack } from '../packs/pack.ts';
import { caseloads, overloaded } from './caseload.ts';
import { medianOf, stepTimes } from './step-times.ts';
import {
  AS_OF,
  factsOf,
  FIRST_DAY,
  HALF_YEAR,
  isRefused,
  LEVELS,
  randomCase,
  randomCases,
  TRAINING,
  type RandomCase,
} from './test-cases.ts';
import { visitsKept } from './visits-kept.ts';

const startOf = ({ row: { values } }: RandomCase): Day | null =>
  values.startDate ?? values.contractDate ?? values.registeredOn ?? null;

/** Today's level on a day, asked day by day. Undefined: not open then. Null: not known. */
function levelOn(one: RandomCase, day: Day): string | null | undefined {
  const { closedOn, transfers, level } = one.row.values;
  const start = startOf(one);
  const changes = (transfers ?? []).filter((transfer) => transfer.day <= AS_OF && transfer.day >= (start ?? 0));
  if (start === null || day < start || (closedOn !== null && closedOn !== undefined && day >= closedOn))
    return undefined;
  if (changes.length === 0) return level?.code ?? null;
  const before = changes.filter((transfer) => transfer.day <= day);
  const latest = Math.max(...before.map((transfer) => transfer.day));
  if (before.length === 0) return null;
  if (before.length === changes.length) return level?.code ?? null;
  return before.findLast((transfer) => transfer.day === latest)?.level?.code ?? null;
}

describe('visits against the norm', () => {
  const monthly = packSchema.parse({
    ...TRAINING,
    levels: Object.fromEntries(
      LEVELS.map((level, index) => [
        level,
        index === 3 ? {} : { visits: { min: index + 1, per: 'month', kind: 'required', source: TRAINING.basis[0] } },
      ]),
    ),
  });

  it('agree with a day by day recount of the months that a case spent at one level', () => {
    fc.assert(
      fc.property(randomCases, (cases) => {
        const plain = Object.fromEntries(LEVELS.map((level) => [level, { kept: 0, missed: 0 }]));
        for (const one of cases.filter(isSound)) {
          for (let month = 1; month <= 6; month += 1) {
            const first = dayOf(2026, month, 1) ?? 0;
            const days = Array.from({ length: (dayOf(2026, month + 1, 1) ?? 0) - first }, (_, index) => first + index);
            const level = levelOn(one, first);
            const min = LEVELS.indexOf(level ?? '') + 1;
            if (min < 1 || min > 3 || days.some((day) => levelOn(one, day) !== level)) continue;
            const { made, isSure } = plainVisits(one, month, days);
            if (made === null || !level || (made < min && !isSure)) continue;
            const tally = plain[level];
            if (tally) tally[made >= min ? 'kept' : 'missed'] += 1;
          }
        }
        const kept = visitsKept(cases.map(factsOf), { span: HALF_YEAR, asOf: AS_OF, pack: monthly });
        const counted = kept.map(({ level, kept, missed }) => [level, { kept: kept.length, missed: missed.length }]);
        expect(Object.fromEntries(counted)).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  it('say why a level is not judged', () => {
    const [sample] = fc.sample(randomCase, 1);
    if (!sample) throw new Error('no sample');
    const at = (level: string, values: RandomCase['row']['values']): RandomCase => ({
      ...sample,
      journal: null,
      row: { ...sample.row, values: { startDate: FIRST_DAY, level: { code: level, text: '' }, ...values } },
    });
    expect(reasons(at('BASE', {}))).toEqual([['BASE', { 'column-missing': ['case 0'] }]]);
    expect(reasons(at('CRISIS', { visitsByMonth: { '2026-01': 9 } }))).toEqual([
      ['CRISIS', { 'data-too-coarse': ['case 0'] }],
    ]);
    expect(reasons(at('BASE', { visitDates: [Number.NaN] }))).toEqual([['BASE', { 'value-unreadable': ['case 0'] }]]);
    expect(reasons(at('OTHER', { visitDates: [] }))).toEqual([['OTHER', { 'norm-null': ['case 0'] }]]);
  });

  it('take the norm of the first day of a period, as the rules do, and leave out a period within which it changed', () => {
    const [sample] = fc.sample(randomCase, 1);
    const base = TRAINING.levels['BASE'];
    const source = TRAINING.basis[0];
    if (!sample || !base || !source) throw new Error('no sample');
    const norm = { per: 'month', kind: 'required', source } as const;
    const visits = [
      { ...norm, min: 1, validFrom: '2026-02-01', validTo: '2026-03-15' },
      { ...norm, min: 3, validFrom: '2026-03-16', validTo: null },
    ];
    const pack = { ...TRAINING, levels: { ...TRAINING.levels, BASE: { ...base, visits } } };
    const visitsByMonth = { '2026-01': 2, '2026-02': 2, '2026-03': 2, '2026-04': 2, '2026-05': 3, '2026-06': 3 };
    const values = { startDate: FIRST_DAY, level: { code: 'BASE', text: '' }, visitsByMonth };
    const facts = factsOf({ ...sample, journal: null, row: { ...sample.row, values } }, 0);
    const [found] = visitsKept([facts], { span: HALF_YEAR, asOf: AS_OF, pack }).filter(({ level }) => level === 'BASE');
    expect(found?.kept.map(({ period }) => period)).toEqual(['2026-02', '2026-05', '2026-06']);
    expect(found?.missed.map(({ period }) => period)).toEqual(['2026-04']);
    expect(found?.notJudged).toEqual({ 'norm-null': ['case 0'] });
  });

  it('look at a journal only from the day on that it is kept', () => {
    const [sample] = fc.sample(randomCase, 1);
    if (!sample) throw new Error('no sample');
    const values = { startDate: FIRST_DAY - 300, level: { code: 'BASE', text: '' } };
    const facts = factsOf({ ...sample, journal: [], row: { ...sample.row, values } }, 0);
    const wish = { span: { from: FIRST_DAY - 90, to: HALF_YEAR.to }, asOf: AS_OF, pack: TRAINING };
    const missed = (journalFrom: Day | null): readonly string[] =>
      visitsKept([facts], { ...wish, journalFrom }).flatMap((level) => level.missed.map(({ period }) => period));
    expect(missed(null)).toHaveLength(8);
    expect(missed(FIRST_DAY)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
  });
});

function reasons(one: RandomCase): unknown {
  return visitsKept([factsOf(one, 0)], { span: HALF_YEAR, asOf: AS_OF, pack: TRAINING })
    .filter(({ notJudged }) => Object.keys(notJudged).length > 0)
    .map(({ level, notJudged }) => [level, notJudged]);
}

/** Rows whose dates say when the case was at which level. */
function isSound(one: RandomCase): boolean {
  const { closedOn, transfers } = one.row.values;
  const isUnreadable = [startOf(one), closedOn, ...(transfers ?? []).map(({ day }) => day)].some((day) =>
    Number.isNaN(day),
  );
  return !isUnreadable && !isRefused(one);
}

function plainVisits({ row, journal }: RandomCase, month: number, days: readonly Day[]) {
  const { visitsByMonth, visitDates } = row.values;
  const key = `2026-0${month}`;
  if (visitsByMonth && key in visitsByMonth) {
    const count = visitsByMonth[key] ?? 0;
    return { made: Number.isNaN(count) ? null : count, isSure: true };
  }
  if (!visitDates && !journal) return { made: null, isSure: true };
  const inJournal = (journal ?? []).map(({ values }) => values.date ?? 0);
  const inRow = (visitDates ?? []).filter((day) => !inJournal.includes(day));
  const made = [...inJournal, ...inRow].filter((day) => days.includes(day)).length;
  return { made, isSure: !inRow.some((day) => Number.isNaN(day)) };
}

describe('caseload against the norm', () => {
  it('agrees with a plain recount', () => {
    const rates = new Map([['kp_2', 0.5]]);
    const pack = {
      levels: Object.fromEntries(
        LEVELS.map((level, index) => [level, { ...TRAINING.levels[level], caseload: tight(index) }]),
      ),
    } as Pick<Pack, 'levels'>;
    fc.assert(
      fc.property(randomCases, (cases) => {
        const plain: Record<string, number> = {};
        for (const one of cases) {
          const { curator, closedOn, level } = one.row.values;
          const isOpen = closedOn === null || closedOn === undefined || closedOn > AS_OF;
          if (!isOpen || isRefused(one)) continue;
          const key = `${curator} ${level?.code ?? null}`;
          plain[key] = (plain[key] ?? 0) + 1;
        }
        const loads = caseloads(cases.map(factsOf), { asOf: AS_OF, pack, rates });
        expect(Object.fromEntries(loads.map(({ curator, level, ids }) => [`${curator} ${level}`, ids.length]))).toEqual(
          plain,
        );
        for (const { curator, level, ids, isOver } of loads) {
          const limit = (LEVELS.indexOf(level ?? '') + 1) * (curator === 'kp_2' ? 0.5 : 1);
          expect(isOver).toBe(curator !== null && level !== null && ids.length > limit);
        }
        expect(new Set(overloaded(loads).over)).toEqual(
          new Set(loads.flatMap((load) => (load.isOver ? [load.curator] : []))),
        );
      }),
    );
  });
});

it('a case closed on the day is no load any more, one that closes the day after still is', () => {
  const [sample] = fc.sample(randomCase, 1);
  if (!sample) throw new Error('no sample');
  const loadOf = (closedOn: Day): number => {
    const facts = factsOf({ ...sample, row: { ...sample.row, values: { curator: 'kp_1', closedOn } } }, 0);
    return caseloads([facts], { asOf: AS_OF, pack: TRAINING }).length;
  };
  expect([loadOf(AS_OF), loadOf(AS_OF + 1)]).toEqual([0, 1]);
});

function tight(index: number): unknown {
  const [source] = TRAINING.basis;
  return { max: index + 1, kind: 'max', source, validFrom: null, validTo: null };
}

describe('the time that steps take', () => {
  it('agrees with a plain recount, with the true median', () => {
    fc.assert(
      fc.property(randomCases, (cases) => {
        const plain: number[] = [];
        let broken = 0;
        for (const { row } of cases) {
          const { programDate: from, decisionDate: to } = row.values;
          if (!isKnown(from) || !isKnown(to) || to < HALF_YEAR.from || to > HALF_YEAR.to) continue;
          if (to < from) broken += 1;
          else plain.push(to - from);
        }
        plain.sort((a, b) => a - b);
        const times = stepTimes(cases.map(factsOf), HALF_YEAR, TRAINING);
        const time = times.find(({ from, to }) => from === 'programme' && to === 'decision');
        const isTold = (field: 'programDate' | 'decisionDate'): boolean =>
          cases.some(({ row: { values } }) => values[field] !== undefined);
        expect(time !== undefined).toBe(isTold('programDate') && isTold('decisionDate'));
        if (time === undefined) return;
        expect(time.days).toEqual(plain);
        expect(time.broken).toBe(broken);
        const atMost = plain.filter((days) => days <= (time.median ?? -1)).length;
        const atLeast = plain.filter((days) => days >= (time.median ?? -1)).length;
        expect(time.median === null).toBe(plain.length === 0);
        expect(Math.min(atMost, atLeast) * 2).toBeGreaterThanOrEqual(plain.length === 0 ? 0 : plain.length);
      }),
    );
  });

  it('is taken between the steps that the register tells of', () => {
    const row = { applicationDate: FIRST_DAY, decisionDate: FIRST_DAY + 9, contractDate: null };
    const [sample] = fc.sample(randomCase, 1);
    if (!sample) throw new Error('no sample');
    const facts = factsOf({ ...sample, row: { ...sample.row, values: row } }, 0);
    expect(stepTimes([facts], HALF_YEAR, TRAINING)).toEqual([
      { from: 'application', to: 'decision', days: [9], median: 9, broken: 0 },
      { from: 'decision', to: 'contract', days: [], median: null, broken: 0 },
    ]);
  });

  it('has the middle of odd counts and the mean of the middle two of even ones', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([4])).toBe(4);
    expect(medianOf([1, 2, 9])).toBe(2);
    expect(medianOf([1, 2, 5, 9])).toBe(3.5);
  });
});
