import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isKnown, partsOf, type Day } from '../domain/day.ts';
import { packSchema, type Pack } from '../packs/pack.ts';
import { packById } from '../packs/packs.ts';
import { caseloads, overloaded } from './caseload.ts';
import { deadlinesKept } from './deadlines-kept.ts';
import { medianOf, stepTimes } from './step-times.ts';
import { AS_OF, factsOf, FIRST_DAY, LEVELS, randomCase, type RandomCase } from './test-cases.ts';
import { visitsKept } from './visits-kept.ts';

const found = packById('training');
if (!found) throw new Error('no training pack');
const PACK: Pack = found;
const SPAN = { from: FIRST_DAY, to: (dayOf(2026, 7, 1) ?? 0) - 1 };
const randomCases = fc.array(randomCase, { maxLength: 30 });
const startOf = ({ row: { values } }: RandomCase): Day | null =>
  values.startDate ?? values.contractDate ?? values.registeredOn ?? null;
const isRefused = ({ row }: RandomCase): boolean => row.values.decision?.code === 'REFUSED';

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
    ...PACK,
    levels: Object.fromEntries(
      LEVELS.map((level, index) => [
        level,
        index === 3 ? {} : { visits: { min: index + 1, per: 'month', kind: 'required', source: PACK.basis[0] } },
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
        const kept = visitsKept(cases.map(factsOf), { span: SPAN, asOf: AS_OF, pack: monthly });
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
    const base = PACK.levels['BASE'];
    const source = PACK.basis[0];
    if (!sample || !base || !source) throw new Error('no sample');
    const norm = { per: 'month', kind: 'required', source } as const;
    const visits = [
      { ...norm, min: 1, validFrom: '2026-02-01', validTo: '2026-03-15' },
      { ...norm, min: 3, validFrom: '2026-03-16', validTo: null },
    ];
    const pack = { ...PACK, levels: { ...PACK.levels, BASE: { ...base, visits } } };
    const visitsByMonth = { '2026-01': 2, '2026-02': 2, '2026-03': 2, '2026-04': 2, '2026-05': 3, '2026-06': 3 };
    const values = { startDate: FIRST_DAY, level: { code: 'BASE', text: '' }, visitsByMonth };
    const facts = factsOf({ ...sample, journal: null, row: { ...sample.row, values } }, 0);
    const [found] = visitsKept([facts], { span: SPAN, asOf: AS_OF, pack }).filter(({ level }) => level === 'BASE');
    expect(found?.kept.map(({ period }) => period)).toEqual(['2026-02', '2026-05', '2026-06']);
    expect(found?.missed.map(({ period }) => period)).toEqual(['2026-04']);
    expect(found?.notJudged).toEqual({ 'norm-null': ['case 0'] });
  });

  it('look at a journal only from the day on that it is kept', () => {
    const [sample] = fc.sample(randomCase, 1);
    if (!sample) throw new Error('no sample');
    const values = { startDate: FIRST_DAY - 300, level: { code: 'BASE', text: '' } };
    const facts = factsOf({ ...sample, journal: [], row: { ...sample.row, values } }, 0);
    const wish = { span: { from: FIRST_DAY - 90, to: SPAN.to }, asOf: AS_OF, pack: PACK };
    const missed = (journalFrom: Day | null): readonly string[] =>
      visitsKept([facts], { ...wish, journalFrom }).flatMap((level) => level.missed.map(({ period }) => period));
    expect(missed(null)).toHaveLength(8);
    expect(missed(FIRST_DAY)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
  });
});

function reasons(one: RandomCase): unknown {
  return visitsKept([factsOf(one, 0)], { span: SPAN, asOf: AS_OF, pack: PACK })
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
        LEVELS.map((level, index) => [level, { ...PACK.levels[level], caseload: tight(index) }]),
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
    return caseloads([facts], { asOf: AS_OF, pack: PACK }).length;
  };
  expect([loadOf(AS_OF), loadOf(AS_OF + 1)]).toEqual([0, 1]);
});

function tight(index: number): unknown {
  const [source] = PACK.basis;
  return { max: index + 1, kind: 'max', source, validFrom: null, validTo: null };
}

describe('deadlines kept', () => {
  it('agree with a recount that walks the calendar day by day', () => {
    fc.assert(
      fc.property(randomCases, (cases) => {
        const plain = { kept: 0, late: 0, overdue: 0 };
        for (const one of cases) {
          const { applicationDate: from, decisionDate: to, closedOn } = one.row.values;
          if (!isKnown(from)) continue;
          const due = fiveWorkingDaysAfter(from);
          if (due < SPAN.from || due > SPAN.to) continue;
          const isOpen = closedOn === null || closedOn === undefined || closedOn > AS_OF;
          if (isKnown(to)) plain[to <= due ? 'kept' : 'late'] += 1;
          else if (to === null && isOpen && !isRefused(one)) plain.overdue += 1;
        }
        const all = deadlinesKept(cases.map(factsOf), { span: SPAN, asOf: AS_OF, pack: PACK });
        const decision = all.find(({ id }) => id === 'application-decision');
        const { kept = [], late = [], overdue = [] } = decision?.cases ?? {};
        expect({ kept: kept.length, late: late.length, overdue: overdue.length }).toEqual(plain);
        const judged = plain.kept + plain.late + plain.overdue;
        expect(decision?.share).toBe(judged === 0 ? null : plain.kept / judged);
      }),
      { numRuns: 300 },
    );
  });

  it('are kept on the last day, late on the day after it, and overdue once it has passed', () => {
    const [sample] = fc.sample(randomCase, 1);
    if (!sample) throw new Error('no sample');
    const from = FIRST_DAY + 100;
    const due = fiveWorkingDaysAfter(from);
    const outcomes = (to: Day | null, asOf: Day): unknown => {
      const values = { applicationDate: from, decisionDate: to, closedOn: null };
      const facts = factsOf({ ...sample, row: { ...sample.row, values } }, 0);
      const all = deadlinesKept([facts], { span: { from, to: due }, asOf, pack: PACK });
      const { kept, late, overdue } = all.find(({ id }) => id === 'application-decision')?.cases ?? {};
      return [kept?.length, late?.length, overdue?.length];
    };
    expect(outcomes(due, AS_OF)).toEqual([1, 0, 0]);
    expect(outcomes(due + 1, AS_OF)).toEqual([0, 1, 0]);
    expect(outcomes(null, due)).toEqual([0, 0, 0]);
    expect(outcomes(null, due + 1)).toEqual([0, 0, 1]);
  });

  it('are not judged where the column is missing, a date is unreadable or the year has no calendar', () => {
    const [sample] = fc.sample(randomCase, 1);
    if (!sample) throw new Error('no sample');
    const far = dayOf(2051, 3, 1) ?? 0;
    const rows = [
      { applicationDate: FIRST_DAY + 10 },
      { applicationDate: FIRST_DAY + 10, decisionDate: Number.NaN },
      { applicationDate: Number.NaN, decisionDate: null },
      { applicationDate: far, decisionDate: null },
    ];
    const cases = rows.map((values, index) => factsOf({ ...sample, row: { ...sample.row, values } }, index));
    const [, decision] = deadlinesKept(cases, { span: { from: FIRST_DAY, to: far + 90 }, asOf: AS_OF, pack: PACK })
      .toSorted((a, b) => Number(a.id === 'application-decision') - Number(b.id === 'application-decision'))
      .slice(-2);
    expect(decision?.id).toBe('application-decision');
    expect(decision?.cases['not-judged']).toEqual(['case 0', 'case 1', 'case 2', 'case 3']);
  });
});

/** Days off of the production calendar between January and July 2026 that fall on a weekday. */
const OFF = ['1-1', '1-2', '1-5', '1-6', '1-7', '1-8', '1-9', '2-23', '3-9', '5-1', '5-11', '6-12'];

function fiveWorkingDaysAfter(from: Day): Day {
  let day = from;
  for (let left = 5; left > 0;) {
    day += 1;
    const { year, month, dayOfMonth } = partsOf(day);
    const weekday = new Date(day * 86_400_000).getUTCDay();
    const isOff =
      year === 2026
        ? OFF.includes(`${month}-${dayOfMonth}`)
        : year === 2025 && OFF_2025.includes(`${month}-${dayOfMonth}`);
    if ((weekday !== 0 && weekday !== 6 && !isOff) || (year === 2025 && month === 11 && dayOfMonth === 1)) left -= 1;
  }
  return day;
}
const OFF_2025 = ['11-3', '11-4', '12-31'];

describe('the time that steps take', () => {
  it('agrees with a plain recount, with the true median', () => {
    fc.assert(
      fc.property(randomCases, (cases) => {
        const plain: number[] = [];
        let broken = 0;
        for (const { row } of cases) {
          const { programDate: from, decisionDate: to } = row.values;
          if (!isKnown(from) || !isKnown(to) || to < SPAN.from || to > SPAN.to) continue;
          if (to < from) broken += 1;
          else plain.push(to - from);
        }
        plain.sort((a, b) => a - b);
        const time = stepTimes(cases.map(factsOf), SPAN, PACK).find(({ to }) => to === 'decision');
        expect(time?.from).toBe('programme');
        expect(time?.cases.map(({ days }) => days)).toEqual(plain);
        expect(time?.broken).toHaveLength(broken);
        const atMost = plain.filter((days) => days <= (time?.median ?? -1)).length;
        const atLeast = plain.filter((days) => days >= (time?.median ?? -1)).length;
        expect(time?.median === null).toBe(plain.length === 0);
        expect(Math.min(atMost, atLeast) * 2).toBeGreaterThanOrEqual(plain.length === 0 ? 0 : plain.length);
      }),
    );
  });

  it('has the middle of odd counts and the mean of the middle two of even ones', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([4])).toBe(4);
    expect(medianOf([1, 2, 9])).toBe(2);
    expect(medianOf([1, 2, 5, 9])).toBe(3.5);
  });
});
