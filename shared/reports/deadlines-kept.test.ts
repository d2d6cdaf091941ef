import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isKnown, partsOf, type Day } from '../domain/day.ts';
import { deadlinesKept } from './deadlines-kept.ts';
import { AS_OF, factsOf, FIRST_DAY, HALF_YEAR, isRefused, randomCase, randomCases, TRAINING } from './test-cases.ts';

describe('deadlines kept', () => {
  it('agree with a recount that walks the calendar day by day', () => {
    fc.assert(
      fc.property(randomCases, (cases) => {
        const plain = { kept: 0, late: 0, overdue: 0 };
        for (const one of cases) {
          const { applicationDate: from, decisionDate: to, closedOn } = one.row.values;
          if (!isKnown(from)) continue;
          const due = fiveWorkingDaysAfter(from);
          if (due < HALF_YEAR.from || due > HALF_YEAR.to) continue;
          const isOpen = closedOn === null || closedOn === undefined || closedOn > AS_OF;
          if (isKnown(to)) plain[to <= due ? 'kept' : 'late'] += 1;
          else if (to === null && isOpen && !isRefused(one)) plain.overdue += 1;
        }
        const all = deadlinesKept(cases.map(factsOf), { span: HALF_YEAR, asOf: AS_OF, pack: TRAINING });
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
      const all = deadlinesKept([facts], { span: { from, to: due }, asOf, pack: TRAINING });
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
    const [, decision] = deadlinesKept(cases, { span: { from: FIRST_DAY, to: far + 90 }, asOf: AS_OF, pack: TRAINING })
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
