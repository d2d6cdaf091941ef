import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../domain/finding.ts';
import { checkRegister } from './check-register.ts';
import { FAMILY, GROUP, LINK, REGISTER, ROW } from './engine/test-rules.ts';
import type { RegisterSketch } from './example.ts';
import { BY_CASE_NUMBER } from './grouping.ts';
import { RULES } from './registry.ts';
import { familyRule, groupRule, linkRule, registerRule, rowRule, type Rule } from './rule.ts';
import { testRun } from './test-register.ts';

const throwing: readonly Rule[] = [
  rowRule({
    ...ROW,
    prepare: () => (row) => {
      if (row.values.applicant === 'Лютикова') throw new RangeError('Лютикова');
    },
  }),
  familyRule({
    ...FAMILY,
    id: 'visits/overdue',
    tables: [],
    prepare: () => {
      throw new TypeError('prepare');
    },
  }),
  groupRule({
    ...GROUP,
    groupBy: { ...BY_CASE_NUMBER, id: 'broken', keysOf: () => JSON.parse('{') as string },
    prepare: () => () => undefined,
  }),
];

const fail = (): never => {
  throw new TypeError('7');
};

function run(sketch: RegisterSketch, rules: readonly Rule[] = RULES): CheckResult {
  const { register, pack, asOf } = testRun(sketch);
  return checkRegister(register, { pack, asOf, rules });
}

const identities = (sketch: RegisterSketch) =>
  run(sketch)
    .findings.filter(({ rule }) => rule === 'cell/date-invalid')
    .map(({ identity }) => identity);

const entry = (result: CheckResult, rule: string) => result.ledger.find((one) => one.rule === rule);

describe('a run', () => {
  it('[R5] accounts for every rule: rows looked at, findings, or why not', () => {
    const result = run({
      families: [{ caseNo: '1', applicant: 'Ромашкина', closedOn: '2026-01-05', closeReason: null }],
    });
    expect(result.ledger.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
    expect(entry(result, 'closing/reason-missing')).toMatchObject({ looked: 1, findings: 1, skipped: [] });
    expect(entry(result, 'visits/duplicate')?.skipped).toMatchObject([
      { reason: 'table-missing', detail: 'table:visits' },
    ]);
    expect(entry(result, 'cell/snils')?.skipped).toMatchObject([
      { reason: 'column-missing', detail: 'field:snils', rows: 0 },
    ]);
    const silent = result.ledger.filter(({ looked, skipped }) => looked === 0 && skipped.length === 0);
    expect(silent).toEqual([]);
  });

  it('[R5] counts the rows of the sheet that lacks a column, and judges the others', () => {
    const result = run({
      families: [
        { sheet: 'Север', applicant: 'Ромашкина', closedOn: '2026-01-05', closeReason: null },
        { sheet: 'Юг', applicant: 'Лютикова' },
        { sheet: 'Юг', applicant: 'Василькова' },
      ],
    });
    expect(entry(result, 'closing/reason-missing')).toMatchObject({
      looked: 1,
      findings: 1,
      skipped: [{ reason: 'column-missing', detail: 'field:closedOn', rows: 2 }],
    });
  });

  it('[R6] names a rule that throws by a code without data, and goes on', () => {
    const reason = RULES.filter(({ id }) => id === 'identity/case-number-duplicate');
    const result = run(
      {
        families: [
          { caseNo: '1', applicant: 'Лютикова' },
          { caseNo: '1', applicant: 'Ромашкина' },
        ],
      },
      [...throwing, ...reason],
    );
    expect(entry(result, 'closing/reason-missing')).toMatchObject({
      looked: 2,
      skipped: [{ reason: 'failed', detail: 'check:RangeError', rows: 1 }],
    });
    expect(entry(result, 'visits/overdue')?.skipped).toMatchObject([{ reason: 'failed', detail: 'prepare:TypeError' }]);
    expect(entry(result, 'identity/family-duplicate')?.skipped).toMatchObject([
      { reason: 'failed', detail: 'group:SyntaxError' },
    ]);
    expect(result.findings.map(({ rule }) => rule)).toEqual(['identity/case-number-duplicate']);
  });

  it.each<readonly [string, Rule]>([
    ['group', groupRule({ ...GROUP, groupBy: BY_CASE_NUMBER, prepare: () => fail })],
    ['link', linkRule({ ...LINK, prepare: () => fail })],
    ['family', familyRule({ ...FAMILY, tables: [], prepare: () => fail })],
    ['register', registerRule({ ...REGISTER, prepare: () => fail })],
  ])('[R6] names a failing check over a %s by a code without data', (_scope, rule) => {
    const { register, pack, asOf } = testRun({
      families: [{ caseNo: '7' }],
      visits: [{ caseNo: '7', date: '2026-01-10' }],
    });
    const { ledger, findings } = checkRegister(register, { pack, asOf, rules: [rule] });
    expect(findings).toEqual([]);
    expect(ledger[0]?.skipped).toEqual([{ rule: rule.id, reason: 'failed', detail: 'check:TypeError', rows: 1 }]);
  });

  it('[R7] switches off what the pack switches off, visibly', () => {
    const rulesOff = { 'closing/reason-missing': { ru: 'не ведётся', en: 'not kept' } };
    const result = run({ families: [{ closedOn: '2026-01-05', closeReason: null }], pack: { rulesOff } });
    expect(entry(result, 'closing/reason-missing')).toMatchObject({
      looked: 0,
      findings: 0,
      skipped: [{ reason: 'norm-null' }],
    });
  });

  it('[R8] orders findings by sheet, row, column and rule', () => {
    const result = run({
      families: [
        { sheet: 'Ю', caseNo: '1', applicant: 'Ромашкина  А', note: ' ' },
        { sheet: 'А', caseNo: '1', applicant: 'Лютикова  А' },
      ],
    });
    const places = result.findings.map(({ cell, rule }) => `${cell.sheet}${cell.row}${cell.column} ${rule}`);
    expect(places.filter((place) => /untidy|duplicate/.test(place))).toEqual([
      'Ю21 cell/untidy',
      'Ю22 cell/untidy',
      'А20 identity/case-number-duplicate',
      'А21 cell/untidy',
    ]);
  });

  it('[R9] tells findings apart by case, field and value, wherever the row stands', () => {
    const rows = [
      { caseNo: '1', contractDate: '31.02.2025' },
      { caseNo: '2', contractDate: '32.02.2025' },
    ];
    const first = identities({ families: rows });
    expect(first).toEqual([
      'cell/date-invalid|1|contractDate||31.02.2025',
      'cell/date-invalid|2|contractDate||32.02.2025',
    ]);
    expect(identities({ families: rows.toReversed() }).toSorted()).toEqual(first);
    expect(identities({ families: [{ caseNo: '1', contractDate: '30.02.2025' }] })).not.toContain(first[0]);
  });

  it('[R8] says once what holds for a cell merged over several rows', () => {
    const { register, pack, asOf } = testRun({
      families: [
        { level: 'неясно', caseNo: '1' },
        { level: 'неясно', caseNo: '2' },
      ],
    });
    const families = register.families.map((row) => ({ ...row, movedCells: { level: { row: 2, column: 0 } } }));
    const { findings } = checkRegister({ ...register, families }, { pack, asOf });
    expect(findings.filter(({ rule }) => rule === 'level/unknown')).toHaveLength(1);
  });
});
