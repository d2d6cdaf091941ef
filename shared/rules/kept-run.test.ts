/** A run that is kept while a person edits gives what a fresh one would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../domain/finding.ts';
import type { FamilyRow, Register, RegisterRow, VisitRow } from '../domain/register.ts';
import { checkRegister, startChecker } from './check-register.ts';
import type { RowChange } from './engine/row-changes.ts';
import { testRun } from './test-register.ts';

/** Fewer where thousands of mutants are tried. */
const EDITED_REGISTERS = Number(process.env['KURATOR_EDITED'] ?? 150);

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
