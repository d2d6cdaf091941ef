import { describe, expect, it } from 'vitest';
import { dayOfIso, UNREADABLE } from '../domain/day.ts';
import { registerLinks } from '../rules/register-links.ts';
import { testRun } from '../rules/test-register.ts';
import type { RegisterSketch } from '../rules/example.ts';
import type { CaseFacts } from './case-facts.ts';
import { registerFacts } from './register-facts.ts';

function factsOf(sketch: RegisterSketch): readonly CaseFacts[] {
  const { register, asOf } = testRun(sketch);
  const { caseOf } = registerLinks(register);
  return registerFacts(register, { asOf, caseOf, districtOf: ({ values }) => values.district ?? 'north' });
}
const day = (iso: string): number => dayOfIso(iso) ?? UNREADABLE;

describe('the facts of a register', () => {
  it('hold days, codes and numbers of each case, with its visits, and no name but a key of the curator', () => {
    const [facts] = factsOf({
      families: [
        {
          caseNo: '7',
          applicant: 'Ромашкина Анна Петровна',
          curator: 'Лютикова А. П.',
          level: 'CRISIS',
          categories: ['CAT08', 'CAT04', 'CAT08'],
          childrenCount: 3,
          applicationDate: '2026-03-02',
          startDate: '2026-03-16',
          transfers: [['2026-05-04', 'CRISIS']],
          closedOn: '2026-09-01',
          closeReason: 'R01',
          district: 'south',
        },
      ],
      visits: [
        { caseNo: '7', date: '2026-04-06' },
        { caseNo: '7', date: '2026-03-20' },
        { caseNo: '8', date: '2026-03-21' },
      ],
    });
    expect(facts).toEqual({
      id: 'Реестр!2',
      district: 'south',
      curator: 'лютикова а п',
      level: 'CRISIS',
      categories: ['CAT04', 'CAT08'],
      children: 3,
      isRefused: false,
      start: day('2026-03-16'),
      closedOn: day('2026-09-01'),
      isPositive: true,
      spans: [
        { from: day('2026-03-16'), to: day('2026-05-03'), level: null },
        { from: day('2026-05-04'), to: day('2026-08-31'), level: 'CRISIS' },
      ],
      transferDays: [day('2026-05-04')],
      visits: { days: [day('2026-03-20'), day('2026-04-06')], counts: null, hasUnreadable: false },
      steps: {
        application: day('2026-03-02'),
        start: day('2026-03-16'),
        firstVisit: day('2026-03-20'),
        closing: day('2026-09-01'),
      },
    });
  });

  it('tell a journal without visits from no journal, and children that are named from children unknown', () => {
    const [without] = factsOf({ families: [{ caseNo: '7', children: [{ birth: '2015-03-01' }] }] });
    expect(without).toMatchObject({ visits: { days: null }, children: 1, curator: null, level: null, start: null });
    const [empty] = factsOf({ families: [{ caseNo: '7' }], visits: [{ caseNo: '8', date: '2026-03-02' }] });
    expect(empty).toMatchObject({ visits: { days: [] }, children: null, steps: { firstVisit: null } });
  });

  it('keep what is unreadable apart from what is empty', () => {
    const [facts] = factsOf({
      families: [{ startDate: 'весной', closedOn: 'в мае', level: 'высокий', visitDates: ['когда-то'] }],
    });
    expect(facts).toMatchObject({ start: UNREADABLE, closedOn: UNREADABLE, level: null, spans: null });
    expect(facts?.visits).toEqual({ days: [], counts: null, hasUnreadable: true });
  });

  it('are the same for the same family in any row of any sheet', () => {
    const family = { caseNo: '7', startDate: '2026-03-02', level: 'BASE' };
    const [alone] = factsOf({ families: [family] });
    const [, , moved] = factsOf({ families: [{ caseNo: '1' }, { caseNo: '2' }, { ...family, sheet: 'Лист 2' }] });
    expect({ ...moved, id: '' }).toEqual({ ...alone, id: '' });
  });
});
