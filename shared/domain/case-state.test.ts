import { describe, expect, it } from 'vitest';
import { testRun } from '../rules/test-register.ts';
import type { RowSketch } from '../rules/example.ts';
import { isOpen, judgedOn, levelFrom, startOf } from './case-state.ts';
import { childrenOf } from './children.ts';
import { isoOf, type Day } from './day.ts';
import type { FamilyRow } from './register.ts';

const AS_OF = '2026-10-31';

function caseOf(sketch: RowSketch<'families'>): { readonly row: FamilyRow; readonly asOf: Day } {
  const { register, asOf } = testRun({ families: [sketch], asOf: AS_OF });
  const [row] = register.families;
  if (!row) throw new Error('A sketch of one family gives one row.');
  return { row, asOf };
}

const shown = (day: Day | null): string => (day === null ? 'none' : Number.isNaN(day) ? 'unreadable' : isoOf(day));

describe('a case', () => {
  it.each([
    [{ closedOn: null }, true],
    [{ applicant: 'Ромашкина' }, true],
    [{ closedOn: '2026-10-31' }, false],
    [{ closedOn: '2026-11-01' }, true],
    [{ closedOn: '31.02.2026' }, false],
    [{ closedOn: null, decision: 'отказано' }, false],
    [{ closedOn: null, decision: 'неясно' }, true],
  ])('%j is open: %s', (sketch, open) => {
    const { row, asOf } = caseOf(sketch);
    expect(isOpen(row, asOf)).toBe(open);
  });

  it.each([
    [{ startDate: '2026-01-03', contractDate: '2026-01-02' }, '2026-01-03'],
    [{ startDate: null, contractDate: '2026-01-02', registeredOn: '2026-01-01' }, '2026-01-02'],
    [{ registeredOn: '2026-01-01' }, '2026-01-01'],
    [{ startDate: '32.01.2026', contractDate: '2026-01-02' }, 'unreadable'],
    [{ applicant: 'Ромашкина' }, 'none'],
  ])('%j starts %s', (sketch, start) => {
    expect(shown(startOf(caseOf(sketch).row))).toBe(start);
  });

  it.each([
    [
      [
        ['2026-05-01', 'BASE'],
        ['2026-03-01', 'CRISIS'],
      ],
      '2026-05-01',
    ],
    [
      [
        ['2026-03-01', 'BASE'],
        ['2026-11-01', 'CRISIS'],
      ],
      '2026-03-01',
    ],
    [[['2026-11-01', 'CRISIS']], '2026-01-02'],
    [
      [
        ['2026-03-01', 'BASE'],
        ['32.04.2026', 'CRISIS'],
      ],
      'unreadable',
    ],
    [null, '2026-01-02'],
  ] as const)('with transfers %j is at its level since %s', (transfers, since) => {
    const { row, asOf } = caseOf({ startDate: '2026-01-02', transfers });
    expect(shown(levelFrom(row, asOf))).toBe(since);
  });

  it.each([
    [null, AS_OF],
    ['2026-05-01', '2026-05-01'],
    ['2026-12-01', AS_OF],
    ['31.02.2026', 'unreadable'],
  ])('closed on %s is judged on %s', (closedOn, day) => {
    const { row, asOf } = caseOf({ closedOn });
    expect(shown(judgedOn(row, asOf))).toBe(day);
  });
});

describe('children', () => {
  const child = { name: 'Ромашкин Пётр', birth: '2015-03-01', relation: 'child' } as const;
  const mother = { name: 'Ромашкина Анна', birth: '1990-03-01', relation: 'parent' } as const;
  const members = testRun({
    members: [
      { name: 'Ромашкин Яков', relation: 'сын', birthDate: '2017-03-01', study: 'очно' },
      { name: 'Ромашкина Анна', relation: 'мать', birthDate: '1990-03-01' },
    ],
  }).register.members;

  it.each([
    [{ children: [child], household: [mother, child, child] }, 'children', 1],
    [{ children: null, household: [mother, child, child] }, 'household', 2],
    [{ household: [mother] }, 'household', 0],
    [{ children: null }, null, 1],
  ])('%j come from %s', (sketch, field, count) => {
    const children = childrenOf(caseOf(sketch).row, members);
    expect([children?.field, children?.people.length]).toEqual([field, count]);
  });

  it('are not known where nothing tells of them', () => {
    expect(childrenOf(caseOf({ children: null }).row, [])).toBeNull();
    expect(childrenOf(caseOf({ children: null }).row, members)?.people).toMatchObject([
      { name: 'Ромашкин Яков', isStudying: true },
    ]);
  });
});
