import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRows, type Matchable } from './match-rows.ts';

const family = (caseNo: string | null, level: string, applicant: string | null = null): Matchable => ({
  kind: 'families',
  values: { caseNo, applicant, level },
});
const visit = (caseNo: string, date: string): Matchable => ({
  kind: 'visits',
  values: { caseNo, applicant: null, date, specialist: 'kp_1' },
});
const named = (rows: readonly Matchable[]) => rows.map((row, index) => ({ ...row, id: `id${index}` }));

const register = fc.uniqueArray(
  fc.record({ caseNo: fc.integer({ min: 1, max: 40 }).map(String), level: fc.constantFrom('BASE', 'CRISIS') }),
  { selector: ({ caseNo }) => caseNo, maxLength: 20 },
);

describe('finding rows again', () => {
  it('[ID2] [S10] any order and any inserted row: every row keeps its id, none is doubled', () => {
    const property = fc.property(register, fc.infiniteStream(fc.nat()), fc.nat(3), (cases, keys, inserted) => {
      const before = cases.map(({ caseNo, level }) => family(caseNo, level));
      const fresh = Array.from({ length: inserted }, (_, index) => family(`new${index}`, 'BASE'));
      const after = [...before, ...fresh]
        .map((row) => ({ row, key: keys.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ row }) => row);
      const ids = matchRows(after, named(before));
      const expected = after.map((row) => (before.includes(row) ? `id${before.indexOf(row)}` : null));
      expect(ids).toEqual(expected);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('[ID2] an edit of anything but the identity keeps the id', () => {
    const property = fc.property(register, (cases) => {
      const before = cases.map(({ caseNo, level }) => family(caseNo, level));
      const after = cases.map(({ caseNo }) => family(caseNo, 'URGENT')).toReversed();
      expect(matchRows(after, named(before))).toEqual(
        named(before)
          .map(({ id }) => id)
          .toReversed(),
      );
    });
    fc.assert(property);
  });

  it('[ID3] of rows that identify alike the nearest in content keeps the id, the copy is new', () => {
    const known = named([family('1', 'BASE', 'kp_a')]);
    const copy = { ...family('1', 'CRISIS', 'kp_a') };
    expect(matchRows([copy, family('1', 'BASE', 'kp_a')], known)).toEqual([null, 'id0']);
    expect(matchRows([family('1', 'BASE', 'kp_a'), family('1', 'BASE', 'kp_a')], known)).toEqual(['id0', null]);
  });

  it('[ID4] a corrected case number or name keeps the id where only one row can be meant', () => {
    const known = named([family('1', 'BASE', 'kp_a'), family('2', 'BASE', 'kp_b')]);
    expect(matchRows([family('1', 'BASE', 'kp_a2'), family('22', 'BASE', 'kp_b')], known)).toEqual(['id0', 'id1']);
    const twins = named([family('1', 'BASE', 'kp_a'), family('2', 'BASE', 'kp_a')]);
    expect(matchRows([family('3', 'URGENT', 'kp_a')], twins)).toEqual([null]);
  });

  it('[ID4] a corrected visit keeps the id where only one visit of the family is open', () => {
    const known = named([visit('1', '2026-01-01'), visit('1', '2026-02-01')]);
    expect(matchRows([visit('1', '2026-01-01'), visit('1', '2026-02-02')], known)).toEqual(['id0', 'id1']);
    expect(matchRows([visit('1', '2026-03-01'), visit('1', '2026-03-02')], known)).toEqual([null, null]);
  });

  it('[ID1] a row without any identity is known by its content only', () => {
    const known = named([family(null, 'BASE')]);
    expect(matchRows([family(null, 'BASE')], known)).toEqual(['id0']);
    expect(matchRows([family(null, 'CRISIS')], known)).toEqual([null]);
  });

  it('never gives an id twice', () => {
    const row = fc.record({ caseNo: fc.constantFrom('1', '2', null), level: fc.constantFrom('A', 'B') });
    const property = fc.property(fc.array(row), fc.array(row), (mine, theirs) => {
      const made = (rows: typeof mine) => rows.map(({ caseNo, level }) => family(caseNo, level));
      const ids = matchRows(made(mine), named(made(theirs))).filter((id) => id !== null);
      expect(new Set(ids).size).toBe(ids.length);
    });
    fc.assert(property);
  });
});
