/** The account of every rule: rows looked at, rows that were not judged and why. */
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../domain/finding.ts';
import { checkRegister } from '../check-register.ts';
import type { RegisterSketch } from '../example.ts';
import { BY_CASE_NUMBER } from '../grouping.ts';
import { familyRule, groupRule, linkRule, registerRule, rowRule, type Rule, type Run } from '../rule.ts';
import { testRun } from '../test-register.ts';
import { FAMILY, GROUP, LINK, REGISTER, ROW, skipNote } from './test-rules.ts';

const account = ({ looked, skipped }: LedgerEntry): string =>
  [looked, ...skipped.map(({ reason, detail, rows }) => `${reason} ${detail} ${rows}`)].join('; ');

function ledger(sketch: RegisterSketch, ...rules: readonly Rule[]): readonly string[] {
  const { register, pack, asOf } = testRun(sketch);
  return checkRegister(register, { pack, asOf, rules }).ledger.map(account);
}

const FAMILIES = [
  { caseNo: '1', note: 'а' },
  { caseNo: '1', note: 'б' },
  { caseNo: '2', note: 'а' },
] as const;

const fail = (): never => {
  throw 'сбой';
};

describe('rows that were not judged', () => {
  it.each<readonly [string, Rule, string]>([
    ['are counted', rowRule({ ...ROW, prepare: () => skipNote }), '3; value-unreadable field:note 2'],
    [
      'count once for each reason, in an order that is always the same',
      rowRule({
        ...ROW,
        prepare: () => (row, out) => {
          skipNote(row, out);
          out.skip('norm-null', 'я');
          out.skip('norm-null', 'б');
          skipNote(row, out);
          out.skip('norm-null', 'я');
        },
      }),
      '3; norm-null б 3; norm-null я 3; value-unreadable field:note 2',
    ],
    [
      'count as many as a group says',
      groupRule({
        ...GROUP,
        groupBy: BY_CASE_NUMBER,
        prepare: () => (rows, out) => {
          out.skip('value-unreadable', 'field:note', rows.length);
          out.skip('value-unreadable', 'field:note');
        },
      }),
      '3; value-unreadable field:note 5',
    ],
    [
      'count as many as the register says',
      registerRule({
        ...REGISTER,
        prepare: () => (register, _links, out) => {
          for (let at = 0; at < register.families.length; at += 1) out.skip('data-too-coarse', 'field:note');
        },
      }),
      '1; data-too-coarse field:note 3',
    ],
    [
      'are all where prepare says so',
      rowRule({ ...ROW, prepare: (run) => run.skip('norm-null', 'norm') }),
      '0; norm-null norm 0',
    ],
    [
      'are named once where prepare says one thing twice',
      rowRule({
        ...ROW,
        prepare: (run) => {
          run.skip('norm-null', 'norm');
          run.skip('norm-null', 'other');
          run.skip('column-missing', 'norm');
          return run.skip('norm-null', 'norm');
        },
      }),
      '0; column-missing norm 0; norm-null norm 0; norm-null other 0',
    ],
    [
      'lack the fields that a rule requires',
      rowRule({ ...ROW, requires: ['phone', 'note', 'snils'], prepare: () => () => undefined }),
      '0; column-missing field:phone 0; column-missing field:snils 0',
    ],
    [
      'are no rows at all for a group rule that cannot be prepared',
      groupRule({ ...GROUP, groupBy: BY_CASE_NUMBER, prepare: (run) => run.skip('norm-null', 'norm') }),
      '0; norm-null norm 0',
    ],
    [
      'are no rows at all for a rule of the register that cannot be prepared',
      registerRule({ ...REGISTER, prepare: (run) => run.skip('norm-null', 'norm') }),
      '0; norm-null norm 0',
    ],
    [
      'lack the table that a family rule looks at',
      familyRule({ ...FAMILY, prepare: () => () => undefined }),
      '0; table-missing table:visits 0',
    ],
    [
      'are of a table that is not there',
      linkRule({ ...LINK, prepare: () => () => undefined }),
      '0; table-missing table:visits 0',
    ],
  ])('%s', (_what, rule, expected) => {
    expect(ledger({ families: FAMILIES }, rule)).toEqual([expected]);
  });

  it('of a group rule that lacks a field are judged, and named', () => {
    const rule = groupRule({
      ...GROUP,
      requires: ['phone'],
      groupBy: BY_CASE_NUMBER,
      prepare: () => () => undefined,
    });
    expect(ledger({ families: FAMILIES }, rule)).toEqual(['3; column-missing field:phone 3']);
  });

  it('of one sheet do not hide those of another', () => {
    const rule = rowRule({ ...ROW, requires: ['phone'], prepare: () => () => undefined });
    const families = [
      { sheet: 'Юг', caseNo: '1', phone: '1' },
      { sheet: 'Север', caseNo: '2' },
      { sheet: 'Север', caseNo: '3' },
    ];
    expect(ledger({ families }, rule)).toEqual(['1; column-missing field:phone 2']);
  });

  it('are not there where a family, its visits and a rule for them are', () => {
    const sketch = { families: FAMILIES, visits: [{ caseNo: '1' }, { caseNo: '9' }, { caseNo: null }] };
    const rules = [
      familyRule({ ...FAMILY, prepare: () => () => undefined }),
      linkRule({ ...LINK, prepare: () => () => undefined }),
    ];
    expect(ledger(sketch, ...rules)).toEqual(['3', '3']);
    expect(ledger({ visits: sketch.visits }, ...rules)).toEqual(['0; table-missing table:families 0', '3']);
  });

  it('name each part that throws something else than an error', () => {
    const groupBy = { ...BY_CASE_NUMBER, keysOf: fail };
    expect(ledger({ families: FAMILIES }, groupRule({ ...GROUP, groupBy, prepare: () => () => undefined }))).toEqual([
      '0; failed group:unknown 0',
    ]);
    expect(ledger({ families: FAMILIES }, rowRule({ ...ROW, prepare: () => fail }))).toEqual([
      '3; failed check:unknown 3',
    ]);
  });
});

describe('what a rule may know before it sees rows', () => {
  const SKETCH: RegisterSketch = {
    families: [{ caseNo: '1', level: 'BASE', given: ['level'] }],
    visits: [{ caseNo: '1', date: '2025-03-10' }],
  };
  const known = <T>(read: (run: Run) => T, sketch = SKETCH, leaving?: readonly string[]): T | undefined => {
    let seen: T | undefined;
    const rule = registerRule({
      ...REGISTER,
      prepare: (run) => {
        seen = read(run);
        return null;
      },
    });
    const { register, pack, asOf } = testRun(sketch);
    checkRegister(register, { pack, asOf, rules: [rule], ...(leaving ? { leaving } : {}) });
    return seen;
  };

  it.each<readonly [string, (run: Run) => unknown, unknown]>([
    ['tables', (run) => [run.hasTable('families'), run.hasTable('members')], [true, false]],
    ['columns', (run) => [run.hasField('families', 'caseNo'), run.hasField('visits', 'specialist')], [true, false]],
    [
      'given fields',
      (run) => [run.hasField('families', 'level'), run.hasField('families', 'date' as never)],
      [true, false],
    ],
    ['cells', (run) => [run.rawCell?.('Реестр', 2, 0), run.rawCell?.('Реестр', 2, 9)], ['1', null]],
    ['what leaves', (run) => run.leaving.size, 0],
    ['a norm that is looked up once', (run) => run.once(() => ({})) === run.once(() => ({})), false],
    ['that it says why it stops by nothing', (run) => run.skip('norm-null', 'а'), null],
  ])('%s', (_what, read, expected) => {
    expect(known(read)).toEqual(expected);
  });

  it('is computed once, with the pack, the day and the run', () => {
    const made = known((run) => {
      let times = 0;
      const make = (...[pack, asOf, own]: readonly unknown[]) => {
        times += 1;
        return pack === run.pack && asOf === run.asOf && own !== undefined;
      };
      return [run.once(make), run.once(make), times];
    });
    expect(made).toEqual([true, true, 1]);
  });

  it('where there is no sheet, or a column is set to leave', () => {
    expect(known((run) => run.rawCell, { ...SKETCH, isWithoutSheet: true })).toBeUndefined();
    expect(known((run) => [...run.leaving], SKETCH, ['families.caseNo'])).toEqual(['families.caseNo']);
    expect(known((run) => run.name('Ромашкина А.') === run.name('Ромашкина А.'))).toBe(true);
  });
});

describe('a run', () => {
  it('names its pack, and the rule that the pack switches off', () => {
    const { register, pack, asOf } = testRun({ families: FAMILIES });
    const rule = rowRule({ ...ROW, prepare: () => skipNote });
    const off = { ...pack, rulesOff: { [rule.id]: { ru: 'не ведётся', en: 'not kept' } } };
    const result = checkRegister(register, { pack: off, asOf, rules: [rule] });
    expect(result.pack).toEqual({ id: 'training', version: pack.version });
    expect(result.ledger.map(account)).toEqual(['0; norm-null rule:closing/reason-missing 0']);
  });
});
