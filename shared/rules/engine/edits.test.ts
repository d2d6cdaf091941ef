/** What an edit costs, and that it counts once: seen by which units a check is called for. */
import { describe, expect, it } from 'vitest';
import type { FamilyRow, Register } from '../../domain/register.ts';
import { checkRegister, startChecker } from '../check-register.ts';
import { BY_CASE_NUMBER, BY_FAMILY } from '../grouping.ts';
import { groupRule, linkRule, rowRule, type Rule } from '../rule.ts';
import { testRun } from '../test-register.ts';
import { GROUP, LINK, ROW } from './test-rules.ts';

const { register, pack, asOf } = testRun({
  families: [
    { caseNo: '1', applicant: 'Ромашкина Анна', phone: '1', note: 'а' },
    { caseNo: '1', applicant: 'Ромашкина Алла', phone: '1', note: 'а' },
    { caseNo: '2', applicant: 'Лютикова Вера', phone: '1', note: 'а' },
  ],
  visits: [
    { applicant: 'Ромашкина Анна', date: '2026-01-10' },
    { applicant: 'Ромашкина Алла', date: '2026-01-11' },
  ],
});
const [anna, alla, vera] = register.families;
if (!anna || !alla || !vera) throw new Error('no rows');

const written = (row: FamilyRow, values: FamilyRow['values']): FamilyRow => ({
  ...row,
  values: { ...row.values, ...values },
});
const withFamilies = (...families: readonly FamilyRow[]): Register => ({ ...register, families });

/** A rule of groups that writes down the rows of every group it is called for, and finds each of them. */
function groupsRule(called: string[], groupBy = BY_CASE_NUMBER): Rule {
  return groupRule({
    ...GROUP,
    groupBy,
    prepare: () => (rows, out) => {
      called.push(rows.map(({ row }) => row).join('+'));
      for (const row of rows) out.find({ row, field: 'note', params: { rows: rows.length } });
    },
  });
}

describe('an edit is judged where it is', () => {
  it('the visits of a namesake are left as they were', () => {
    const called: number[] = [];
    const rule = linkRule({
      ...LINK,
      prepare: () => (row) => {
        called.push(row.row);
      },
    });
    const checker = startChecker(register, { pack, asOf, rules: [rule] });
    expect(called.splice(0)).toEqual([2, 3]);
    const after = written(alla, { note: 'в' });
    checker.update(withFamilies(anna, after, vera), [{ before: alla, after }]);
    // Taken back once, and judged once more.
    expect(called).toEqual([3, 3]);
  });

  it.each<readonly [string, FamilyRow['values'], readonly string[]]>([
    ['what its rules do not read', { phone: '2' }, []],
    ['what they read', { note: 'б' }, ['2+3', '2+3']],
    ['what a finding shows', { applicant: 'Василькова Ия' }, ['2+3', '2+3']],
  ])('a group is judged again for %s as often as it must', (_what, values, expected) => {
    const called: string[] = [];
    const checker = startChecker(register, { pack, asOf, rules: [groupsRule(called)] });
    expect(called.splice(0)).toEqual(['2+3', '4']);
    const after = written(anna, values);
    checker.update(withFamilies(after, alla, vera), [{ before: anna, after }]);
    expect(called).toEqual(expected);
  });
});

const fresh = (next: Register, rules: readonly Rule[]) => checkRegister(next, { pack, asOf, rules });

describe('a group without rows', () => {
  it('is no group, whether its last row leaves or its first one comes', () => {
    const called: string[] = [];
    const checker = startChecker(register, { pack, asOf, rules: [groupsRule(called)] });
    called.splice(0);
    const after = written(vera, { caseNo: '3' });
    checker.update(withFamilies(anna, alla, after), [{ before: vera, after }]);
    expect(called).toEqual(['4', '4']);
    checker.update(withFamilies(anna, alla, vera), [{ before: after, after: vera }]);
    expect(called).toEqual(['4', '4', '4', '4']);
  });
});

describe('an edit counts once', () => {
  it('where the row was edited before in what no rule of the group reads', () => {
    const rules = [groupsRule([])];
    const checker = startChecker(register, { pack, asOf, rules });
    const once = written(anna, { phone: '2' });
    checker.update(withFamilies(once, alla, vera), [{ before: anna, after: once }]);
    const twice = written(once, { caseNo: '2' });
    const next = withFamilies(twice, alla, vera);
    expect(checker.update(next, [{ before: once, after: twice }])).toEqual(fresh(next, rules));
  });

  it('where a row comes back as it was', () => {
    const [visit] = register.visits;
    if (!visit) throw new Error('no visit');
    const rules = [
      linkRule({ ...LINK, prepare: () => (row, _owner, out) => out.find({ row, field: 'date', params: {} }) }),
      rowRule({ ...ROW, prepare: () => (row, out) => out.find({ row, field: 'note', params: {} }) }),
      groupsRule([], BY_FAMILY),
    ];
    const checker = startChecker(register, { pack, asOf, rules });
    const same = [visit, anna].map((row) => ({ before: row, after: row }));
    expect(checker.update(register, same)).toEqual(fresh(register, rules));
  });
});

/** Finds the first row of a group as many times as it has rows. */
const several = (more: { isOncePerCell?: true }) =>
  groupRule({
    ...GROUP,
    ...more,
    groupBy: BY_CASE_NUMBER,
    prepare: () => (rows, out) => {
      for (const at of rows.keys()) out.find({ row: rows[0] ?? anna, field: 'note', params: { at } });
    },
  });

describe('what a rule of groups says of one cell', () => {
  it.each<readonly [string, { isOncePerCell?: true }, readonly unknown[]]>([
    ['is all said', {}, [0, 1, 0]],
    ['is said once where it says one thing', { isOncePerCell: true }, [0, 0]],
  ])('%s', (_what, more, expected) => {
    const { findings } = checkRegister(register, { pack, asOf, rules: [several(more)] });
    expect(findings.map(({ params }) => params['at'])).toEqual(expected);
  });
});
