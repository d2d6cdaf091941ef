import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../domain/finding.ts';
import type { FamilyRow, Register, RegisterRow, VisitRow } from '../domain/register.ts';
import { checkRegister, startChecker } from './check-register.ts';
import type { RowChange } from './engine/row-changes.ts';
import type { RegisterSketch } from './example.ts';
import { familyRule, groupRule, linkRule, registerRule, rowRule, type Rule } from './rule.ts';
import { NO_EXAMPLES } from './engine/test-rules.ts';
import { BY_CASE_NUMBER } from './grouping.ts';
import { RULES } from './registry.ts';
import { testRun } from './test-register.ts';

const HEAD = { severity: 'error', basis: ['test'], needs: [], examples: NO_EXAMPLES } as const;

const throwing: readonly Rule[] = [
  rowRule({
    ...HEAD,
    id: 'closing/reason-missing',
    scope: 'row',
    table: 'families',
    reads: [],
    requires: [],
    prepare: () => (row) => {
      if (row.values.applicant === 'Лютикова') throw new RangeError('Лютикова');
    },
  }),
  familyRule({
    ...HEAD,
    id: 'visits/overdue',
    scope: 'family',
    reads: [],
    requires: [],
    tables: [],
    prepare: () => {
      throw new TypeError('prepare');
    },
  }),
  groupRule({
    ...HEAD,
    id: 'identity/family-duplicate',
    scope: 'group',
    table: 'families',
    reads: [],
    requires: [],
    groupBy: { ...BY_CASE_NUMBER, id: 'broken', keysOf: () => JSON.parse('{') as string },
    prepare: () => () => undefined,
  }),
];

function run(sketch: RegisterSketch, rules: readonly Rule[] = RULES): CheckResult {
  const { register, pack, asOf } = testRun(sketch);
  return checkRegister(register, { pack, asOf, rules });
}

const identities = (sketch: RegisterSketch) =>
  run(sketch)
    .findings.filter(({ rule }) => rule === 'cell/date-invalid')
    .map(({ identity }) => identity);

const entry = (result: CheckResult, rule: string) => result.ledger.find((one) => one.rule === rule);

/** Fewer where thousands of mutants are tried. */
const EDITED_REGISTERS = Number(process.env['KURATOR_EDITED'] ?? 150);

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

const NAMES = ['Ромашкина Анна Петровна', 'Ромашкина А.П.', 'Лютикова Вера', 'Лютикова  В.', null] as const;
const DATES = ['2025-02-10', '2026-03-10', '2026-10-29', '2027-01-01', '31.02.2026', null] as const;
const of = <const T>(...all: readonly T[]) => fc.constantFrom(...all);

const family = fc.record({
  seq: of('1', '2', '3', null),
  caseNo: of('1', '2', '№ 3', '4', null),
  applicant: of(...NAMES),
  snils: of('112-233-445 95', '112-233-445 96', null),
  curator: of('Ландышева О.И.', 'Ландышева О. И.', 'Василькова Е. Е.', null),
  level: of('BASE', 'URGENT', 'неясно', null),
  categories: of('CAT04', 'CAT08', 'прочее', null),
  children: of([{ birth: '2015-03-01' }], [{ birth: '2005-03-01' }], null),
  applicationDate: of(...DATES),
  decision: of('одобрено', 'отказано', null),
  decisionDate: of(...DATES),
  contractNo: of('7', null),
  contractDate: of(...DATES),
  visitsByMonth: fc.record({ '2026-03': of<number | string | null>(0, 2, null, 'два') }),
  closedOn: of(...DATES),
  closeReason: of('R01', 'так', null),
});
const visit = fc.record({
  caseNo: of('1', '2', '3', '4', '9', null),
  applicant: of(...NAMES),
  date: of(...DATES),
  specialist: of('Ландышева О.И.', 'Василькова Е. Е.', null),
});
const person = fc.record({
  caseNo: of('1', '2', '9', null),
  name: of('Ромашкин Пётр'),
  relation: of('сын', 'муж'),
  birthDate: of(...DATES),
});
const sketch = fc.record({
  families: fc.array(family, { minLength: 1, maxLength: 6 }),
  visits: fc.array(visit, { minLength: 1, maxLength: 8 }),
  members: fc.array(person, { minLength: 1, maxLength: 3 }),
});

/** The row of one register in place of the row of another. */
function exchanged(
  register: Register,
  other: Register,
  kind: 'families' | 'visits' | 'members',
  at: number,
): { register: Register; change: RowChange } | null {
  const before: RegisterRow | undefined = register[kind][at];
  const drawn = other[kind][at];
  if (!before || !drawn) return null;
  const after = { ...drawn, table: before.table };
  const rows: readonly RegisterRow[] = register[kind];
  return { register: { ...register, [kind]: rows.with(at, after), rawCell: other.rawCell }, change: { before, after } };
}

const comparable = ({ findings, ledger, summary }: CheckResult) => ({ findings, ledger, summary });

describe('a kept run', () => {
  it.each<readonly [string, Rule]>([
    [
      'group',
      groupRule({
        ...HEAD,
        id: 'identity/case-number-duplicate',
        scope: 'group',
        table: 'families',
        reads: ['caseNo'],
        requires: [],
        groupBy: BY_CASE_NUMBER,
        prepare: () => () => {
          throw new TypeError('7');
        },
      }),
    ],
    [
      'link',
      linkRule({
        ...HEAD,
        id: 'identity/visit-orphan',
        scope: 'link',
        table: 'visits',
        reads: [],
        requires: [],
        prepare: () => () => {
          throw new TypeError('7');
        },
      }),
    ],
    [
      'family',
      familyRule({
        ...HEAD,
        id: 'visits/duplicate',
        scope: 'family',
        reads: [],
        requires: [],
        tables: [],
        prepare: () => () => {
          throw new TypeError('7');
        },
      }),
    ],
    [
      'register',
      registerRule({
        ...HEAD,
        id: 'table/column-missing',
        scope: 'register',
        tables: ['families'],
        reads: [],
        prepare: () => () => {
          throw new TypeError('7');
        },
      }),
    ],
  ])('[R6] names a failing check over a %s by a code without data', (_scope, rule) => {
    const { register, pack, asOf } = testRun({
      families: [{ caseNo: '7' }],
      visits: [{ caseNo: '7', date: '2026-01-10' }],
    });
    const { ledger, findings } = checkRegister(register, { pack, asOf, rules: [rule] });
    expect(findings).toEqual([]);
    expect(ledger[0]?.skipped).toEqual([{ rule: rule.id, reason: 'failed', detail: 'check:TypeError', rows: 1 }]);
  });

  it('[R40] equals a fresh run after any edits', () => {
    const step = fc.tuple(sketch, of('families', 'visits', 'members'), fc.nat(7));
    fc.assert(
      fc.property(sketch, fc.array(step, { maxLength: 6 }), (first, steps) => {
        const { register: start, pack, asOf } = testRun(first);
        // The values alone are edited here; cells are looked at in the test below.
        let register: Register = { ...start, rawCell: undefined };
        const checker = startChecker(register, { pack, asOf });
        for (const [drawn, kind, at] of steps) {
          const edit = exchanged(register, { ...testRun(drawn).register, rawCell: undefined }, kind, at);
          if (!edit) continue;
          register = edit.register;
          const kept = checker.update(register, [edit.change]);
          expect(comparable(kept)).toEqual(comparable(checkRegister(register, { pack, asOf })));
        }
      }),
      { numRuns: EDITED_REGISTERS },
    );
  });

  it('[R40] follows rows that come and go', () => {
    const { register, pack, asOf } = testRun({
      families: [{ caseNo: '1' }, { caseNo: '1' }, { caseNo: '2' }],
      visits: [
        { caseNo: '1', date: '2026-01-10' },
        { caseNo: '2', date: '2026-01-10' },
      ],
    });
    const checker = startChecker(register, { pack, asOf });
    const [first, second, third] = register.families;
    const steps: readonly (readonly [readonly (FamilyRow | undefined)[], readonly RowChange[]])[] = [
      [[second, third], [{ before: first ?? null, after: null }]],
      [[second], [{ before: third ?? null, after: null }]],
      [[first, second], [{ before: null, after: first ?? null }]],
    ];
    for (const [rows, changes] of steps) {
      const next = { ...register, families: rows.filter((row) => row !== undefined) };
      expect(comparable(checker.update(next, changes))).toEqual(comparable(checkRegister(next, { pack, asOf })));
    }
  });

  it('[R40] looks at the new cells of a changed row', () => {
    const tidy = testRun({ families: [{ caseNo: '1', applicant: 'Ромашкина Анна' }] });
    const messy = testRun({ families: [{ caseNo: '1', applicant: 'Ромашкина  Анна' }] });
    const checker = startChecker(tidy.register, tidy);
    const change = { before: tidy.register.families[0] ?? null, after: messy.register.families[0] ?? null };
    expect(checker.update(messy.register, [change]).findings.map(({ rule }) => rule)).toContain('cell/untidy');
  });

  it('[R41] starts afresh when the frame changes', () => {
    const start = testRun({
      families: [{ caseNo: '1', curator: 'Ландышева О. И.' }],
      specialists: [{ name: 'Ландышева О. И.' }],
    });
    const next = testRun({
      families: [{ caseNo: '1', curator: 'Ландышева О. И.' }],
      specialists: [{ name: 'Ландышева Ольга Ивановна' }],
    });
    const checker = startChecker(start.register, start);
    const kept = checker.update(next.register, []);
    expect(comparable(kept)).toEqual(comparable(checkRegister(next.register, next)));
    expect(kept.findings.map(({ rule }) => rule)).toContain('identity/curator-variant');
  });

  it('[R41] starts afresh when the journal turns out to begin earlier', () => {
    const early: VisitRow[] = [];
    const { register, pack, asOf } = testRun({
      families: [{ caseNo: '1', level: 'BASE', startDate: '2025-03-01' }],
      visits: [{ caseNo: '1', date: '2026-02-10' }],
    });
    const earlier = testRun({ visits: [{ caseNo: '1', date: '2025-02-10' }] }).register.visits;
    const checker = startChecker(register, { pack, asOf });
    for (const row of earlier) early.push({ ...row, table: register.visits[0]?.table ?? row.table, row: 3 });
    const next = { ...register, visits: [...register.visits, ...early] };
    const changes = early.map((after) => ({ before: null, after }));
    expect(comparable(checker.update(next, changes))).toEqual(comparable(checkRegister(next, { pack, asOf })));
  });
});
