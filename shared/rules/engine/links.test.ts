/** Which family a visit, a member or a measure belongs to. */
import { describe, expect, it } from 'vitest';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { RegisterSketch } from '../example.ts';
import { registerLinks } from '../register-links.ts';
import { testRun } from '../test-register.ts';

const nameOf = (owner: RegisterRow | null | undefined): string =>
  owner === undefined ? 'nobody can say' : owner === null ? 'nobody' : String(owner.row);

/** Rows of the families that the visits belong to; and every family's case, read from the other side. */
function owners(register: Register): readonly string[] {
  const links = registerLinks(register);
  const rows = [...register.members, ...register.visits, ...register.measures];
  for (const family of register.families) {
    const { members, visits, measures } = links.caseOf(family);
    const owned = new Set<RegisterRow>([...members, ...visits, ...measures]);
    expect(owned).toEqual(new Set(rows.filter((row) => links.familyOf(row) === family)));
  }
  return rows.map((row) => nameOf(links.familyOf(row)));
}

const CASES: readonly (readonly [string, RegisterSketch, readonly string[]])[] = [
  [
    'by the number, whatever it is written like',
    {
      families: [
        { caseNo: '№ 7', applicant: 'А' },
        { caseNo: '8-а', applicant: 'Б' },
      ],
      visits: [{ caseNo: '7' }, { caseNo: ' 8–А' }, { caseNo: '9' }, { caseNo: null }],
    },
    ['2', '3', 'nobody', 'nobody can say'],
  ],
  [
    'by the number before the name',
    {
      families: [
        { caseNo: '7', applicant: 'Ромашкина Анна' },
        { caseNo: '8', applicant: 'Лютикова Вера' },
      ],
      visits: [
        { caseNo: '7', applicant: 'Лютикова Вера' },
        { caseNo: null, applicant: 'Лютикова В.' },
        { caseNo: '№', applicant: 'Лютикова В.' },
        { caseNo: '9', applicant: 'Лютикова В.' },
      ],
    },
    ['2', '3', '3', 'nobody'],
  ],
  [
    'by the name where families have no number',
    {
      families: [{ applicant: 'Ромашкина Анна' }, { applicant: 'Лютикова Вера' }],
      visits: [
        { caseNo: '7', applicant: 'Лютикова В.' },
        { caseNo: '7', applicant: null },
        { caseNo: null, applicant: '...' },
      ],
    },
    ['3', 'nobody can say', 'nobody can say'],
  ],
  [
    'by the first of several rows of one number',
    {
      families: [{ caseNo: '7' }, { caseNo: '7' }],
      visits: [{ caseNo: '7' }],
      measures: [{ caseNo: '7', measure: 'а' }],
    },
    ['2', '2'],
  ],
  [
    'by nothing where writings contradict',
    {
      families: [{ applicant: 'Ромашкина Анна' }],
      visits: [{ applicant: 'Ромашкина Алла' }, { applicant: 'Лютикова' }],
    },
    ['nobody', 'nobody'],
  ],
  [
    'by the only writing that fits',
    {
      families: [{ applicant: 'Ромашкина Анна' }, { applicant: 'Ромашкина Алла' }],
      visits: [{ applicant: 'Ромашкина Алла' }, { applicant: 'Ромашкина А.' }],
    },
    ['3', 'nobody can say'],
  ],
  [
    'by the day, where namesakes fit',
    {
      families: [
        { applicant: 'Ромашкина Анна', startDate: '2025-01-10', closedOn: '2025-06-10' },
        { applicant: 'Ромашкина Алла', startDate: '2025-06-11', closedOn: null },
      ],
      visits: [
        { applicant: 'Ромашкина А.', date: '2025-01-10' },
        { applicant: 'Ромашкина А.', date: '2025-06-10' },
        { applicant: 'Ромашкина А.', date: '2025-06-11' },
        { applicant: 'Ромашкина А.', date: '2025-01-09' },
        { applicant: 'Ромашкина А.', date: null },
        { applicant: 'Ромашкина А.', date: 'вчера' },
      ],
    },
    ['2', '2', '3', 'nobody can say', 'nobody can say', 'nobody can say'],
  ],
  [
    'by nothing without a day, where one of the namesakes has no dates',
    {
      families: [
        { applicant: 'Ромашкина Анна', startDate: null, closedOn: null },
        { applicant: 'Ромашкина Алла', startDate: '2025-06-11', closedOn: null },
      ],
      visits: [
        { applicant: 'Ромашкина А.', date: null },
        { applicant: 'Ромашкина А.', date: 'вчера' },
        { applicant: 'Ромашкина А.', date: '2025-06-10' },
      ],
      measures: [{ applicant: 'Ромашкина А.', measure: 'а' }],
    },
    ['nobody can say', 'nobody can say', '2', 'nobody can say'],
  ],
  [
    'by the day, whichever date says that support began',
    {
      families: [
        {
          applicant: 'Ромашкина А.',
          startDate: null,
          contractDate: null,
          registeredOn: null,
          applicationDate: '2026-01-10',
        },
        {
          applicant: 'Ромашкина Анна',
          startDate: null,
          contractDate: null,
          registeredOn: '2026-02-10',
          applicationDate: '2025-01-10',
        },
        {
          applicant: 'Ромашкина Алла',
          startDate: null,
          contractDate: '2026-03-10',
          registeredOn: '2025-01-10',
          applicationDate: null,
        },
        {
          applicant: 'Ромашкина Ася',
          startDate: '2026-04-10',
          contractDate: '2025-01-10',
          registeredOn: null,
          applicationDate: null,
        },
      ],
      visits: [
        { applicant: 'Ромашкина А.', date: '2026-01-20' },
        { applicant: 'Ромашкина Анна', date: '2026-01-20' },
        { applicant: 'Ромашкина Алла', date: '2026-02-20' },
        { applicant: 'Ромашкина Ася', date: '2026-03-20' },
        { applicant: 'Ромашкина Ася', date: '2026-04-10' },
      ],
    },
    ['2', '2', '2', '2', 'nobody can say'],
  ],
  [
    'by the case that was open, where one family came again',
    {
      families: [
        { applicant: 'Ромашкина Анна', startDate: '2024-01-10', closedOn: '2024-06-10' },
        { applicant: 'Ромашкина  Анна', startDate: '2025-01-10', closedOn: null },
        { applicant: 'Ромашкина Анна.', startDate: '2026-01-10', closedOn: null },
      ],
      visits: [
        { applicant: 'Ромашкина Анна', date: '2024-03-10' },
        { applicant: 'Ромашкина Анна', date: '2025-03-10' },
        { applicant: 'Ромашкина Анна', date: '2026-03-10' },
        { applicant: 'Ромашкина Анна', date: '2023-03-10' },
      ],
    },
    ['2', '3', '3', '2'],
  ],
  [
    'by a case without any date, which is always open',
    {
      families: [
        { applicant: 'Ромашкина Анна', closedOn: '2025-06-10' },
        { applicant: 'Ромашкина Анна', closedOn: '2024-06-10' },
      ],
      visits: [{ applicant: 'Ромашкина Анна', date: '2025-01-10' }],
    },
    ['2'],
  ],
  [
    'by the first, for a measure, whose dates say nothing',
    {
      families: [
        { applicant: 'Ромашкина Анна', closedOn: '2025-06-10' },
        { applicant: 'Ромашкина Анна', closedOn: null },
      ],
      measures: [{ applicant: 'Ромашкина Анна', measure: 'а' }],
      members: [{ applicant: 'Ромашкина Анна', name: 'Ромашкин Пётр' }],
    },
    ['2', '2'],
  ],
];

describe('rows belong to families', () => {
  it.each(CASES)('%s', (_what, sketch, expected) => {
    const { register } = testRun(sketch);
    expect(owners(register)).toEqual(expected);
  });

  it('by the lines of the sheet before number and name', () => {
    const { register } = testRun({
      families: [{ caseNo: '7' }, { caseNo: '8' }],
      members: [
        { caseNo: '8', name: 'Ромашкин Пётр' },
        { caseNo: '8', name: 'Лютиков Ян' },
      ],
    });
    const [family, second] = register.families;
    const placed = (at: number, other: typeof family): Register => ({
      ...register,
      members: register.members.map((row, index) => (index === at && other ? { ...row, family: other } : row)),
    });
    expect(owners(placed(0, family))).toEqual(['2', '3']);
    expect(owners(placed(0, second))).toEqual(['3', '3']);
    expect(owners(placed(1, family))).toEqual(['3', '2']);
  });

  it('by the number where one of the sheets has numbers', () => {
    const { register } = testRun({
      families: [
        { sheet: 'Юг', applicant: 'Лютикова Вера' },
        { sheet: 'Север', caseNo: '7', applicant: 'Ромашкина Анна' },
      ],
      visits: [{ caseNo: '7', applicant: 'Лютикова Вера' }],
    });
    const [visit] = register.visits;
    expect(visit && registerLinks(register).familyOf(visit)?.table.sheet).toBe('Север');
  });

  it('in sheet order, whatever key led them there', () => {
    const { register } = testRun({
      families: [{ caseNo: '7', applicant: 'Ромашкина Анна' }],
      visits: [
        { caseNo: null, applicant: 'Ромашкина Анна' },
        { caseNo: '7', applicant: null },
        { caseNo: null, applicant: 'Ромашкина А.' },
      ],
    });
    const [family] = register.families;
    const links = registerLinks(register);
    if (!family) throw new Error('no family');
    const own = links.caseOf(family);
    expect(own.visits.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(own.members).toEqual([]);
    expect(links.caseOf(family)).toBe(own);
    expect(links.caseOf({ ...family, values: {} }).visits).toEqual([]);
  });
});
